import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { call, giveAway, pressKeys, type Home, type Session } from './kit';
import { makeVault, PASSPHRASE } from './new-vault';

const ROOT = resolve(__dirname, '../..');
export const PERSON = 'Sample Khayali';

/** Makes a vault with one detainee, a teacher, with notes on wish, and locks it; answers the arguments of the next start. */
export async function makeVaultOfOne({ app, page, ended }: Session, home: Home, notes?: string) {
  await makeVault({ app, page }, home);
  await call(page, 'records:create', {
    kind: 'person',
    edits: [
      { path: 'names/new', value: { text: PERSON, kind: 'legal' } },
      { path: 'occupation', value: 'teacher' },
      ...(notes === undefined ? [] : [{ path: 'notes', value: notes }]),
    ],
  });
  await pressKeys(app, 'l', ['control']);
  return (await ended()) ?? [];
}

/** Runs the second desk over a closed vault; answers the paths that are in conflict then. */
export async function differ(home: Home): Promise<readonly string[]> {
  // Inside the checkout, so that the packages that stay outside the bundle are found.
  const built = mkdtempSync(join(ROOT, 'node_modules', '.rihai-test-'));
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true, external: ['better-sqlite3', 'libsodium-wrappers-sumo'] },
      build: {
        ssr: join(ROOT, 'tests/e2e/second-desk.ts'),
        outDir: built,
        target: 'node24',
        rolldownOptions: { output: { format: 'cjs', entryFileNames: 'second-desk.cjs' } },
      },
    });
    const said = execFileSync(
      join(ROOT, 'node_modules/.bin/node'),
      [
        join(built, 'second-desk.cjs'),
        home.folder('vault'),
        PASSPHRASE,
        join(ROOT, 'resources'),
        join(home.dir, 'second'),
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    giveAway(home.folder('vault'));
    return JSON.parse(said) as string[];
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}
