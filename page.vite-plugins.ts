import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/** What pdf.js loads by its name to decode JPEG 2000 without WebAssembly. */
const JPEG_2000 = 'openjpeg_nowasm_fallback.js';

/** Lays beside the page what pdf.js looks for at run time. */
export const pdfDecoders = (): Plugin => ({
  name: 'pdf-decoders',
  generateBundle() {
    const require = createRequire(import.meta.url);
    const source = readFileSync(require.resolve(`pdfjs-dist/wasm/${JPEG_2000}`));
    this.emitFile({ type: 'asset', fileName: `pdf/${JPEG_2000}`, source });
  },
});
