import en from '#locales/en.json';

/** Every text of the window. A key that is not in the English file does not compile. */
export type MessageKey = keyof typeof en;

export type Entry = { readonly message: string; readonly description: string };
export type Catalogue = Readonly<Partial<Record<MessageKey, Entry>>>;

export const ENGLISH: Readonly<Record<MessageKey, Entry>> = en;
