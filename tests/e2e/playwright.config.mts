import { defineConfig } from '@playwright/test';

/** The whole program in a real Electron; run by `npm run e2e`, which gives it a display. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './readable.mts',
  // Derivations of keys and the first build of a vault take their time on a slow machine.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  // A real window on a busy machine: a failure that a second try does not repeat is told as flaky.
  retries: 1,
  forbidOnly: true,
  reporter: 'line',
  outputDir: '../../out/e2e',
});
