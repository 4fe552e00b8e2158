import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markFinder } from '#tests/fixtures/marks';

/** Where a desktop keeps what it prints, beside its temporary files. */
export const SYSTEM_PLACES = [tmpdir(), '/var/tmp', '/var/spool', '/dev/shm'];

/** Every file below a folder that was written since a moment, as far as it can be read. */
export function filesSince(folder: string, sinceMs: number): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => (fs.statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0) >= sinceMs);
}

/** Other programs of the machine may take their files away meanwhile. */
function readIfThere(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Files that hold a mark, or are called by one. */
export function marked(marks: readonly string[], files: readonly string[]): readonly string[] {
  const { marksIn } = markFinder(marks);
  return files.flatMap((file) => {
    const found = [...marksIn(readIfThere(file)), ...marks.filter((one) => file.includes(one))];
    return found.length === 0 ? [] : [`${file}: ${found.join(' ')}`];
  });
}
