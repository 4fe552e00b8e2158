import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { NO_PASSPHRASE, type NewPassphrase } from '../secrets/passphrase';

/** A folder the user chose in the system's dialog. */
export type Folder = NonNullable<OutputOf<Contract['files']['chooseFolder']>>;
export type Made = OutputOf<Contract['vault']['create']>;
export type Sample = OutputOf<Contract['vault']['makeSample']>;

/** Steps of making a vault, in their order. */
export const STEPS = ['place', 'words', 'again', 'sheet', 'groups'] as const;
export type Step = (typeof STEPS)[number];

/** What has been typed and chosen so far; going back loses none of it. */
export type Making = NewPassphrase & {
  readonly folder: Folder | undefined;
  readonly name: string;
};

export const NOTHING_MADE: Making = { ...NO_PASSPHRASE, folder: undefined, name: '' };
