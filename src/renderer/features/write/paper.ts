import type { RecordView } from '#shared/domain/registry';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf, OutputOf } from '#shared/ipc/entry';

export type PaperOrder = InputOf<Contract['write']['preview']>;
export type Preview = OutputOf<Contract['write']['preview']>;
/** How the paper is made, whatever it is about. */
export type PaperChoice = Pick<PaperOrder, 'profile' | 'paper' | 'fullAddresses' | 'fullIdentity'>;

/** For a court, with what a court needs and no more. */
export const DEFAULTS: PaperChoice = {
  profile: 'court',
  paper: 'legal',
  fullAddresses: false,
  fullIdentity: false,
};

export const PROFILES = ['court', 'family', 'media', 'un'] as const;
export const PAPERS = ['legal', 'a4'] as const;

/** The order of a paper about a record; undefined where there can be none about it. */
export function paperOf(
  record: RecordView | undefined,
  choice: PaperChoice,
): PaperOrder | undefined {
  if (record?.kind !== 'case' && record?.kind !== 'person') return undefined;
  return { ...choice, subject: { type: record.kind, id: record.id } };
}
