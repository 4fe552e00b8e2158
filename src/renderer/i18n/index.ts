export { isLocale, LOCALE_FACTS, LOCALES, type Locale } from './locales';
export type { Catalogue, MessageKey } from './messages';
export { Name } from './Name';
export { T, useText, type TextOf, type TextValues } from './T';
export { TextProvider } from './TextProvider';
export { useDays, type Days } from './use-days';
