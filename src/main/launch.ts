import { READ_LIMITS } from './preview/watch';

/** Exit code by which a development launcher learns to start the program again. */
const START_AGAIN = 75;
const VAULT = '--vault';

/** The vault that the command line names: `--vault DIR` or `--vault=DIR`. */
export function vaultArgument(argv: readonly string[]): string | undefined {
  const at = argv.indexOf(VAULT);
  const named = at < 0 ? undefined : argv[at + 1];
  const joined = argv.find((word) => word.startsWith(`${VAULT}=`))?.slice(VAULT.length + 1);
  const dir = joined ?? (named?.startsWith('-') === true ? undefined : named);
  return dir === '' ? undefined : dir;
}

const WIPED = '--wiped';
const WIPED_WORDS = ['whole', 'partly'] as const;
type WipedWord = (typeof WIPED_WORDS)[number];

/** Whether the session before destroyed a vault, and how far: `--wiped=whole` or `--wiped=partly`. */
export const wipedArgument = (argv: readonly string[]): WipedWord | undefined =>
  WIPED_WORDS.find((word) => argv.includes(`${WIPED}=${word}`));

const REFUSED = '--refused=';

/** The slot whose passphrase the session before was told wrongly: `--refused=2`. */
export function refusedArgument(argv: readonly string[]): number | undefined {
  const slot = Number(argv.find((word) => word.startsWith(REFUSED))?.slice(REFUSED.length));
  return Number.isInteger(slot) && slot > 0 ? slot : undefined;
}

/** What a session leaves to the next one. */
export type Next = {
  /** The vault whose lock screen it begins with. */
  readonly dir?: string | undefined;
  readonly wiped?: WipedWord | undefined;
  readonly refusedSlot?: number | undefined;
};

type Program = {
  readonly isPackaged: boolean;
  relaunch(options: { readonly args: string[] }): void;
  exit(code: number): void;
};

/**
 * Ends this process and starts a new one at its lock screen. Installed, Electron
 * does it; in development the launcher (`npm start`, the tests) does, and is
 * told the arguments by `say`, in a line of standard output.
 */
export function startAgain(
  program: Program,
  say: (line: string) => void,
  { dir, wiped, refusedSlot }: Next,
): void {
  const args = [
    ...(dir === undefined ? [] : [`${VAULT}=${dir}`]),
    ...(wiped === undefined ? [] : [`${WIPED}=${wiped}`]),
    ...(refusedSlot === undefined ? [] : [`${REFUSED}${String(refusedSlot)}`]),
  ];
  if (program.isPackaged) {
    program.relaunch({ args });
    program.exit(0);
    return;
  }
  say(`rihai:start-again ${JSON.stringify(args)}\n`);
  program.exit(START_AGAIN);
}

type Run = { readonly isPackaged: boolean; readonly env: Readonly<NodeJS.ProcessEnv> };

/** Milliseconds a document's process may stand still; tests may shorten it, an installed program never. */
export function silentLimit({ isPackaged, env }: Run): number {
  const asked = Number(env['RIHAI_SILENT_SECONDS']);
  return !isPackaged && asked > 0 ? asked * 1000 : READ_LIMITS.silentMs;
}

/** Seconds without input after which a session locks; tests may shorten it, an installed program never. */
export function idleLimit(minutes: number, { isPackaged, env }: Run): number {
  const asked = Number(env['RIHAI_IDLE_SECONDS']);
  return !isPackaged && asked > 0 ? asked : minutes * 60;
}
