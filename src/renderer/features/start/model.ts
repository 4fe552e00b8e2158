import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

/** A folder the user chose in the system's dialog. */
export type Folder = NonNullable<OutputOf<Contract['files']['chooseFolder']>>;
export type Made = OutputOf<Contract['vault']['create']>;
export type Sample = OutputOf<Contract['vault']['makeSample']>;

/** Steps of making a vault, in their order. */
export const STEPS = ['place', 'words', 'again', 'sheet', 'groups'] as const;
export type Step = (typeof STEPS)[number];

/** What has been typed and chosen so far; going back loses none of it. */
export type Making = {
  readonly folder: Folder | undefined;
  readonly name: string;
  /** Six words drawn by chance. */
  readonly words: readonly string[];
  readonly isOwn: boolean;
  readonly own: string;
  readonly again: string;
};

export const NOTHING_MADE: Making = {
  folder: undefined,
  name: '',
  words: [],
  isOwn: false,
  own: '',
  again: '',
};

const LONGEST_NAME = 500;
// What hides in a line: controls, and marks that turn it around.
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** What is wrong with the name of a hand. */
export function nameFault(name: string): 'blank' | 'long' | 'hidden' | undefined {
  if (name.trim() === '') return 'blank';
  if (name.trim().length > LONGEST_NAME) return 'long';
  return HIDDEN.test(name) ? 'hidden' : undefined;
}

export const passphraseOf = ({ isOwn, own, words }: Making): string =>
  isOwn ? own : words.join(' ');

/** Typed back: spaces, and for drawn words capitals, are no slip. */
export function isTypedAgain(making: Making): boolean {
  const fold = (text: string): string => text.trim().split(/\s+/u).join(' ');
  return making.isOwn
    ? making.again.trim() === making.own.trim()
    : fold(making.again).toLowerCase() === fold(passphraseOf(making));
}

export const groupsOf = (recoveryKey: string): readonly string[] => recoveryKey.split('-');

const LOOKALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A group as it is written on the sheet, however it was typed. */
export const readGroup = (typed: string): string =>
  typed
    .trim()
    .toUpperCase()
    .replaceAll(/[OIL]/gu, (letter) => LOOKALIKE[letter] ?? letter);

/**
 * Two groups to type back, differing from vault to vault: taken from the check group,
 * so that nobody can guess beforehand which will be asked.
 */
export function askedGroups(recoveryKey: string): readonly [number, number] {
  const groups = groupsOf(recoveryKey);
  const sum = Array.from(groups.at(-1) ?? '', (letter) => letter.charCodeAt(0)).reduce(
    (total, code) => total + code,
    0,
  );
  const first = sum % (groups.length - 1);
  const second = first + 1 + (sum % (groups.length - 1 - first));
  return [first, second];
}
