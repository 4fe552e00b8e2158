import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

// The long form of the proofs (`npm run soak`) takes hours where the short one takes minutes.
const isLong = process.env['RIHAI_SOAK'] === '1';
const ROBUSTNESS_MS = isLong ? 4 * 3_600_000 : 300_000;

/** The longest files, the longest first: two workers then end at about the same time. */
const LONG = [
  'command-line',
  ...['kill-anywhere', 'damage-everywhere', 'fuzz', 'worst-night', 'faults', 'kill-during-import'],
  ...[
    'stick-pulled',
    'attachments',
    'disk-full',
    'cli-undo-import',
    'guide',
    'cli-import',
    'cli-keeping',
  ],
];

type Files = Parameters<BaseSequencer['sort']>[0];

class LongFirst extends BaseSequencer {
  override async sort(files: Files): Promise<Files> {
    const placeOf = ({ moduleId }: Files[number]): number => {
      const place = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return place === -1 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
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
          // What only the long form does needs programs that only it installs.
          include: [
            'tests/robustness/**/*.test.ts',
            ...(isLong ? ['tests/robustness/**/*.soak.ts'] : []),
          ],
          testTimeout: ROBUSTNESS_MS,
          hookTimeout: ROBUSTNESS_MS,
        },
      },
    ],
  },
});
