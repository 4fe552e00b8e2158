import { join } from 'node:path';
import { app } from 'electron';

/** Exit code by which a development launcher learns to start the program again. */
const START_AGAIN = 75;
const VAULT = '--vault';

/** The vault that the command line names: `--vault DIR` or `--vault=DIR`. */
export function vaultArgument(argv: readonly string[]): string | undefined {
  const at = argv.indexOf(VAULT);
  const named = at < 0 ? undefined : argv[at + 1];
  const joined = argv.find((word) => word.startsWith(`${VAULT}=`))?.slice(VAULT.length + 1);
  const dir = named ?? joined;
  return dir === undefined || dir === '' || dir.startsWith('-') ? undefined : dir;
}

/**
 * Ends this process and starts a new one at its lock screen. Installed, Electron
 * does it; in development the launcher (`npm start`, the tests) does, and is
 * told the arguments in a line of standard output.
 */
export function startAgain(dir: string | undefined): void {
  const args = dir === undefined ? [] : [VAULT, dir];
  if (app.isPackaged) {
    app.relaunch({ args });
    app.exit(0);
    return;
  }
  process.stdout.write(`rihai:start-again ${JSON.stringify(args)}\n`);
  app.exit(START_AGAIN);
}

/** Packs, samples and fonts that ship with the program. */
export const resourcesDir = (): string =>
  app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources');
