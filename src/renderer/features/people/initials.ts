const LETTER = /\p{L}|\p{N}/u;

/** The letter or digit a name is found under, as in an address book; '' for none. */
export const initialOf = (name: string): string =>
  (LETTER.exec(name.normalize('NFC'))?.[0] ?? '').toLocaleUpperCase();
