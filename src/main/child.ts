import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { UtilityProcess, utilityProcess } from 'electron';
import { residentBytes } from '#shared/reading/resident';

/** A process of the core, whichever way it was started. Messages are structured clones. */
export type Child = {
  readonly send: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once; null where a signal ended it, or where it never ran. */
  readonly onExit: (listener: (code: number | null) => void) => void;
  /** Ends it at once; there is nothing to be kind to. */
  readonly kill: () => void;
  /** What it holds of the machine's memory, where the system tells. */
  readonly memoryBytes: () => number | undefined;
};

/** Starts a program of the core, each named by its file. */
export type StartChild = (program: 'vault' | 'kdf' | 'reader') => Child;

export type ChildOptions = {
  /** Path of its JavaScript file. */
  readonly program: string;
  /** Shown in the system's list of processes. */
  readonly name: string;
  /** What Node is told; utility processes are not. */
  readonly nodeArgs?: readonly string[];
  /** What it writes to its standard streams is for developers, and may tell of a case. */
  readonly isQuiet: boolean;
};

/** The least version of Node-API that the database driver can be loaded with. */
const NODE_API_NEEDED = 10;

/** Whether the runtime of an older development Electron cannot load the database driver. */
export const isOldRuntime = (versions: Readonly<Record<string, string | undefined>>): boolean =>
  Number(versions['napi'] ?? 0) < NODE_API_NEEDED;

/** Nothing of the environment leaks; Windows cannot load its own libraries without these two. */
export const childEnv = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> => {
  const needed = platform === 'win32' ? ['SystemRoot', 'windir'] : [];
  return Object.fromEntries(
    needed.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
};

const own = (): Record<string, string> => childEnv(process.platform, process.env);

const textOf = (file: string): string => readFileSync(file, 'utf8');

/** On a Node of its own: where the development Electron is too old for the driver. */
export function forkedChild(
  node: string,
  { program, isQuiet, nodeArgs = [] }: ChildOptions,
): Child {
  const words = isQuiet ? 'ignore' : 'inherit';
  const child = fork(program, [], {
    execPath: node,
    execArgv: [...nodeArgs],
    serialization: 'advanced',
    stdio: ['ignore', words, words, 'ipc'],
    env: own(),
  });
  return {
    send: (message) => {
      // It may end in the same moment; its exit is told below.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      let isTold = false;
      const tell = (code: number | null): void => {
        if (isTold) return;
        isTold = true;
        listener(code);
      };
      child.on('exit', tell);
      child.on('error', () => {
        if (child.pid === undefined) tell(null);
      });
    },
    kill: () => child.kill('SIGKILL'),
    memoryBytes: () => residentBytes(child.pid, textOf),
  };
}

/** Electron asks a utility process to end; a process that is busy would go on. */
function killNow(child: UtilityProcess): void {
  const { pid } = child;
  child.kill();
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** In a utility process of Electron: the way of every release. */
export function utilityChild(
  start: Pick<typeof utilityProcess, 'fork'>,
  { program, name, isQuiet }: ChildOptions,
): Child {
  const child = start.fork(program, [], {
    serviceName: name,
    stdio: isQuiet ? 'ignore' : 'inherit',
    execArgv: [],
    // Electron takes an empty environment for none given, and would hand over its own.
    env: { RIHAI_PROCESS: name, ...own() },
  });
  return {
    send: (message) => {
      child.postMessage(message);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      child.once('exit', listener);
    },
    kill: () => {
      killNow(child);
    },
    memoryBytes: () => residentBytes(child.pid, textOf),
  };
}
