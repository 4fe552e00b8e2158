import { createRequire } from 'node:module';
import { defineConfig } from 'vite';

const require = createRequire(import.meta.url);

// The measuring program, built as the product's own programs are: one file for Node 24.
export default defineConfig({
  logLevel: 'warn',
  resolve: {
    alias: { 'libsodium-wrappers-sumo': require.resolve('libsodium-wrappers-sumo') },
  },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: 'tests/bench/main.ts',
    target: 'node24',
    outDir: 'out/bench',
    minify: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'bench.js' } },
  },
});
