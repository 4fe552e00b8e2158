import { ENGLISH, type Catalogue, type MessageKey } from './messages';
import { accented, mirrored } from './pseudo';

/** `en-XA` is English made long and accented, `ar-XB` English set from right to left: for tests. */
export const LOCALES = ['en', 'ur', 'en-XA', 'ar-XB'] as const;
export type Locale = (typeof LOCALES)[number];

export type LocaleFacts = {
  readonly direction: 'ltr' | 'rtl';
  /** Of `<html lang>`: what a screen reader speaks and which faces are chosen. */
  readonly lang: string;
  /** For numbers, dates and plurals; digits are Latin in every language. */
  readonly intl: string;
  /** For React Aria, which takes direction from it. */
  readonly aria: string;
  readonly change: (message: string) => string;
};

const unchanged = (message: string): string => message;

export const LOCALE_FACTS: Readonly<Record<Locale, LocaleFacts>> = {
  en: { direction: 'ltr', lang: 'en', intl: 'en-GB', aria: 'en-GB', change: unchanged },
  ur: {
    direction: 'rtl',
    lang: 'ur',
    intl: 'ur-PK-u-nu-latn',
    aria: 'ur-PK-u-nu-latn',
    change: unchanged,
  },
  'en-XA': { direction: 'ltr', lang: 'en', intl: 'en-GB', aria: 'en-GB', change: accented },
  'ar-XB': { direction: 'rtl', lang: 'en', intl: 'en-GB', aria: 'ar-u-nu-latn', change: mirrored },
};

export const isLocale = (text: string | null): text is Locale =>
  LOCALES.some((locale) => locale === text);

/** The texts of a locale; where a translation lacks a key, English stands in. */
export function messagesOf(
  locale: Locale,
  translation: Catalogue = {},
): Readonly<Record<MessageKey, string>> {
  const { change } = LOCALE_FACTS[locale];
  const messages: Partial<Record<MessageKey, string>> = {};
  for (const key of Object.keys(ENGLISH) as MessageKey[])
    messages[key] = change((translation[key] ?? ENGLISH[key]).message);
  return messages as Record<MessageKey, string>;
}
