import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const COMPANIONS = ['', '-wal', '-journal'];

type PrivateCopy = { readonly file: string; readonly remove: () => void };

/** Whether writes are left over beside a database that nobody finished into it. */
export const hasLeftovers = (file: string): boolean =>
  ['-wal', '-journal'].some((suffix) => {
    const found = fs.statSync(`${file}${suffix}`, { throwIfNoEntry: false });
    return found !== undefined && found.size > 0;
  });

/** Copies a database with what is left over beside it, ciphertext as it is, into a folder only this user can enter. */
export function copyPrivately(file: string): PrivateCopy {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rihai-'));
  const remove = () => {
    fs.rmSync(dir, { recursive: true, force: true });
  };
  try {
    for (const suffix of COMPANIONS) {
      const from = `${file}${suffix}`;
      if (!fs.existsSync(from)) continue;
      const to = path.join(dir, `copy.db${suffix}`);
      fs.copyFileSync(from, to);
      fs.chmodSync(to, 0o600);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { file: path.join(dir, 'copy.db'), remove };
}
