/** A new passphrase as it is being chosen; going back loses none of it. */
export type NewPassphrase = {
  /** Six words drawn by chance. */
  readonly words: readonly string[];
  readonly isOwn: boolean;
  readonly own: string;
  readonly again: string;
};

export const NO_PASSPHRASE: NewPassphrase = { words: [], isOwn: false, own: '', again: '' };

export const passphraseOf = ({ isOwn, own, words }: NewPassphrase): string =>
  isOwn ? own : words.join(' ');

/** Typed back: spaces, and for drawn words capitals, are no slip. */
export function isTypedAgain(chosen: NewPassphrase): boolean {
  const fold = (text: string): string => text.trim().split(/\s+/u).join(' ');
  return chosen.isOwn
    ? chosen.again.trim() === chosen.own.trim()
    : fold(chosen.again).toLowerCase() === fold(passphraseOf(chosen));
}
