import { createRequire } from 'node:module';
import { defineConfig } from 'electron-vite';

const require = createRequire(import.meta.url);

/** Programs that run on plain Node 24; the name is the file in `out/main`. */
const PROGRAMS = {
  vault: 'src/worker/vault.ts',
  kdf: 'src/worker/kdf.ts',
  reader: 'src/worker/reader.ts',
  rihai: 'src/cli/main.ts',
  demo: 'src/cli/demo.ts',
};

// Everything is bundled but the native driver, which `dependencies` names.
export default defineConfig({
  main: {
    resolve: {
      alias: {
        // The ESM entry needs a global `crypto`; the CJS one runs everywhere.
        'libsodium-wrappers-sumo': require.resolve('libsodium-wrappers-sumo'),
      },
    },
    build: {
      target: 'node24',
      emptyOutDir: false,
      assetsInlineLimit: 0,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      externalizeDeps: true,
      rolldownOptions: {
        input: PROGRAMS,
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
});
