import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { AppError } from '#shared/errors/app-error';
import type { ChosenFile } from '#shared/ipc/messages';

/** More than any card, receipt or notice has. */
const MOST_BYTES = 65_536;

const TITLES = [
  ['RIHAI-CARD ', 'card'],
  ['RIHAI-RECEIPT ', 'receipt'],
  ['RIHAI-SEIZED ', 'notice'],
] as const;

type Kind = (typeof TITLES)[number][1] | 'bundle';

/** What a file that arrived is by its first line, whatever it is called. Throws `input/file`. */
export function fileKind({ path, name }: ChosenFile): {
  readonly kind: Kind;
  /** Of a small file: all of it. */
  readonly bytes: Uint8Array;
} {
  try {
    const fd = openSync(path, 'r');
    try {
      const length = Math.min(fstatSync(fd).size, MOST_BYTES);
      const bytes = new Uint8Array(length);
      const read = readSync(fd, bytes, 0, length, 0);
      const head = Buffer.from(bytes.subarray(0, Math.min(read, 32))).toString('latin1');
      const kind = TITLES.find(([title]) => head.startsWith(title))?.[1] ?? 'bundle';
      return { kind, bytes: bytes.subarray(0, read) };
    } finally {
      closeSync(fd);
    }
  } catch (cause) {
    throw new AppError('input/file', { file: name }, cause);
  }
}
