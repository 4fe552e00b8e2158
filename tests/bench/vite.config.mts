import { createRequire } from 'node:module';
import { defineConfig } from 'vite';

const require = createRequire(import.meta.url);

// The measuring programs, built as the product's own programs are: for Node 24.
export default defineConfig({
  logLevel: 'warn',
  resolve: {
    alias: { 'libsodium-wrappers-sumo': require.resolve('libsodium-wrappers-sumo') },
  },
  ssr: { noExternal: true, external: ['better-sqlite3', '@playwright/test'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'out/bench',
    minify: false,
    rolldownOptions: {
      input: {
        core: 'tests/bench/main.ts',
        bundle: 'tests/bench/bundle.ts',
        window: 'tests/bench/window/main.ts',
      },
      output: { format: 'cjs', entryFileNames: '[name].js' },
    },
  },
});
