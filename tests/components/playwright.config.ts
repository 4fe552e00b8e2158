import { defineConfig } from '@playwright/test';

/** The parts of the window in Debian's Chromium: the new end of what must run. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/components',
  fullyParallel: true,
  workers: 2,
  // A failure that a second try does not repeat is told as flaky.
  retries: 1,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 720 },
    launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
});
