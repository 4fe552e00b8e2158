import type { Plugin } from 'vite';

const CATALOGUE = /\/resources\/locales\/[^/]+\.json$/u;
const ARIA_WORDS =
  /\/react-(?:aria|aria-components|stately)\/dist\/.*\bintl\/.*(?<locale>[a-z]{2}-[A-Z]{2})\.m?js$/u;
/** Languages of React Aria in which the window is shown: it has no Urdu and falls back to English. */
const ARIA_LOCALES: readonly string[] = ['en-US', 'ar-AE'];

type Described = Readonly<Record<string, { readonly message: string }>>;

/** Leaves out of the page what nobody reads there: what texts are for, and React Aria's other languages. */
export const onlyShownTexts = (): Plugin => ({
  name: 'only-shown-texts',
  enforce: 'pre',
  transform(code, id) {
    if (CATALOGUE.test(id)) {
      const texts = Object.entries(JSON.parse(code) as Described);
      const shown = texts.map(([key, { message }]) => [key, { message }]);
      return { code: JSON.stringify(Object.fromEntries(shown)), map: null };
    }
    const locale = ARIA_WORDS.exec(id)?.groups?.['locale'];
    if (locale === undefined || ARIA_LOCALES.includes(locale)) return null;
    return { code: 'export default {}', map: null };
  },
});
