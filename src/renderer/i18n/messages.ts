import en from '#locales/en.json';

/** Every text of the window. A key that is not in the English file does not compile. */
export type MessageKey = keyof typeof en;

/** What a text is for stands beside it in the file; the page is built without. */
type Entry = { readonly message: string };
export type Catalogue = Readonly<Partial<Record<MessageKey, Entry>>>;

export const ENGLISH: Readonly<Record<MessageKey, Entry>> = en;
