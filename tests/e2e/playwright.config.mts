import { defineConfig } from '@playwright/test';

/** The whole program in a real Electron, each worker with a virtual display of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './prepare.mts',
  // Derivations of keys and the first build of a vault take their time on a slow machine.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  // A real window on a busy machine: a failure that a second try does not repeat is told as flaky.
  retries: 1,
  forbidOnly: true,
  reporter: 'line',
  outputDir: '../../out/e2e',
});
