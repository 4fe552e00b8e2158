import { createContext, useContext } from 'react';
import { LOCALE_FACTS, type Locale } from '#i18n';

/** The gallery's own words are samples, not texts of the window; they bend with the pseudo-locales too. */
export const SampleLocale = createContext<Locale>('en');

export function useSample(): (text: string) => string {
  return LOCALE_FACTS[useContext(SampleLocale)].change;
}

/** Tuesday 28 April 2026: the day of all pictures. */
export const TODAY = '2026-04-28';
export const nothing = (): void => undefined;
