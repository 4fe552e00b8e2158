import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { residentBytes } from '#shared/reading/resident';
import { leastEnvironment } from '#core/kernel/environment';
import { readThrough, type ReadDocument, type ReaderLimits, type ReaderProcess } from './reading';

/** Of the heap of its engine; beyond it ends by itself, on every system. */
const HEAP_MIB = 384;

/** A Node that may read its own program and nothing else: no other file, no process, no library. */
function startReader(program: string): ReaderProcess {
  const folder = path.dirname(program);
  const child = fork(program, [], {
    serialization: 'advanced',
    execPath: process.execPath,
    execArgv: [
      '--permission',
      `--allow-fs-read=${path.join(folder, '*')}`,
      `--max-old-space-size=${String(HEAP_MIB)}`,
    ],
    env: leastEnvironment(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    send: (message) => {
      // It may end in the same moment; its exit is told below.
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onGone: (listener) => {
      child.on('exit', () => {
        listener();
      });
      child.on('error', (cause) => {
        listener(new AppError('read/died', {}, cause));
      });
    },
    kill: () => child.kill('SIGKILL'),
    memoryBytes: () => residentBytes(child.pid, (file) => readFileSync(file, 'utf8')),
  };
}

/**
 * Reads documents in processes of this Node.
 *
 * @param program the built `src/worker/reader`
 */
export const readInProcess = (program: string, limits?: ReaderLimits): ReadDocument =>
  readThrough(() => startReader(program), limits);
