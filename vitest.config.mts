import { defineConfig } from 'vitest/config';

// The long form of the proofs (`npm run soak`) takes hours where the short one takes minutes.
const ROBUSTNESS_MS = process.env['RIHAI_SOAK'] === '1' ? 4 * 3_600_000 : 300_000;

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'tests/renderer/**/*.test.ts'] } },
      { test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'robustness',
          include: ['tests/robustness/**/*.test.ts'],
          testTimeout: ROBUSTNESS_MS,
          hookTimeout: ROBUSTNESS_MS,
        },
      },
    ],
  },
});
