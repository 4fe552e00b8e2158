import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { onlyShownTexts, pdfDecoders } from './page.vite-plugins';

/** The oldest runtime that the window has to start in: Electron 25 (`src/dev/electron.mjs`). */
const OLDEST = { node: 'node18.15', chrome: 'chrome114' };

const BARREL = /\/src\/renderer\/(?:ui|i18n)\/index\.ts$/u;

const quiet = {
  assetsInlineLimit: 0,
  minify: false,
  sourcemap: false,
  reportCompressedSize: false,
} as const;

// The window: main, preload and the page. The programs on Node 24 have a configuration of their own
// and are built after it, into what this one empties: `rihai` builds them alone.
export default defineConfig({
  main: {
    build: {
      ...quiet,
      target: OLDEST.node,
      externalizeDeps: true,
      rolldownOptions: {
        input: { index: 'src/main/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      ...quiet,
      target: OLDEST.node,
      externalizeDeps: false,
      rolldownOptions: {
        // A sandboxed script cannot load another: they share nothing, so each is one file.
        input: { index: 'src/preload/index.ts', preview: 'src/preload/preview.ts' },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    // Texts are read faster as JSON than as a script.
    json: { stringify: true, namedExports: false },
    plugins: [onlyShownTexts(), react(), pdfDecoders()],
    build: {
      ...quiet,
      minify: true,
      outDir: 'out/renderer',
      emptyOutDir: true,
      target: OLDEST.chrome,
      cssTarget: OLDEST.chrome,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        input: ['index', 'preview', 'print'].map((page) =>
          resolve(import.meta.dirname, `src/renderer/${page}.html`),
        ),
        // A script takes from a barrel what it uses, and the first one not the whole of it.
        treeshake: { moduleSideEffects: [{ test: BARREL, sideEffects: false }] },
      },
    },
  },
});
