import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const project = resolve(import.meta.dirname, '../..');

/** Builds the gallery of parts for the component tests; it never ships. */
export default defineConfig({
  root: resolve(project, 'src/renderer/gallery'),
  base: './',
  plugins: [react()],
  build: {
    outDir: resolve(project, 'out/gallery'),
    emptyOutDir: true,
    target: 'chrome114',
    cssTarget: 'chrome114',
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { input: resolve(project, 'src/renderer/gallery/gallery.html') },
  },
});
