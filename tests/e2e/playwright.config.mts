import { defineConfig } from '@playwright/test';
import { resolveElectron } from '../../src/dev/electron.mjs';

process.env['RIHAI_ELECTRON'] ??= resolveElectron().path;

/** The whole program in a real Electron; run by `npm run e2e`, which gives it a display. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  timeout: 90_000,
  workers: 1,
  forbidOnly: true,
  reporter: 'line',
  outputDir: '../../out/e2e',
});
