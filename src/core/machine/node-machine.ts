import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import type { MachinePort } from './model';

const LIMIT_MS = 8_000;

const orUndefined = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** The machine this process runs on. */
export const nodeMachine: MachinePort = {
  platform: process.platform,
  read: (file) => orUndefined(() => readFileSync(file, 'utf8')),
  list: (dir) => orUndefined(() => readdirSync(dir)) ?? [],
  realPath: (path) => orUndefined(() => realpathSync(path)),
  run: (program, words) =>
    new Promise((resolve) => {
      execFile(program, words, { timeout: LIMIT_MS, windowsHide: true }, (error, said) => {
        resolve(error === null ? said : undefined);
      });
    }),
};
