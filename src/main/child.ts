import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';

/** A process of the core, whichever way it was started. Messages are structured clones. */
export type Child = {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number | null) => void): void;
  /** Ends it at once; there is nothing to be kind to. */
  kill(): void;
};

const NODE_API_NEEDED = 10;

/** The runtime of an older development Electron cannot load the database driver. */
const isOldRuntime = (): boolean =>
  !app.isPackaged && Number(process.versions['napi'] ?? 0) < NODE_API_NEEDED;

function projectNode(): string {
  const path = join(app.getAppPath(), 'node_modules', '.bin', 'node');
  if (!existsSync(path)) throw new Error('the project Node is missing: run npm ci');
  return path;
}

/**
 * Starts a program of the core: in a utility process of Electron, or, where the
 * development Electron is too old for the driver, on the project's own Node 24.
 */
export function startChild(program: string, name: string): Child {
  if (isOldRuntime()) {
    const child = fork(program, [], {
      execPath: projectNode(),
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {},
    });
    return {
      send: (message) => child.send(message as object),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => {
        child.on('exit', listener);
        // It could not be started, or not be written to.
        child.on('error', () => {
          listener(null);
        });
      },
      kill: () => child.kill('SIGKILL'),
    };
  }
  const child = utilityProcess.fork(program, [], { serviceName: name, stdio: 'inherit', env: {} });
  return {
    send: (message) => {
      child.postMessage(message);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill(),
  };
}
