import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { makeFolders } from '#core/app/index';

const MARK = 'SAMPLE.txt';
const FIRST_LINE = 'A sample made by "npm run demo". Nothing in this folder is real.';
const MARK_TEXT = `${FIRST_LINE}

Put no real case in here: the demo deletes the vault in this folder and makes it
anew each time it is run, and the passphrase lies in a file beside the vault.
`;

const PASSPHRASE_TEXT = `
This passphrase opens the sample vault and is only for the sample. A passphrase
that guards real cases is never written to a file on the same machine.
`;

/** Where the demo keeps what it makes. */
export type DemoFolder = {
  readonly dir: string;
  readonly vault: string;
  readonly passphrase: string;
  readonly brief: string;
};

export const demoFolder = (dir: string): DemoFolder => ({
  dir,
  vault: join(dir, 'vault'),
  passphrase: join(dir, 'passphrase.txt'),
  brief: join(dir, 'brief.docx'),
});

function isDemo(dir: string): boolean {
  const mark = join(dir, MARK);
  return existsSync(mark) && readFileSync(mark, 'utf8').startsWith(FIRST_LINE);
}

const isEmptyFolder = (path: string): boolean =>
  statSync(path).isDirectory() && readdirSync(path).length === 0;

/**
 * Makes the folder, or empties one that an earlier demo made: only of what the
 * demo itself writes. Throws `usage` on a folder that holds anything else.
 */
export function prepareFolder(folder: DemoFolder): { readonly isRemade: boolean } {
  const { dir, vault, passphrase, brief } = folder;
  const isRemade = isDemo(dir);
  if (!isRemade && existsSync(dir) && !isEmptyFolder(dir)) {
    const reason = `${dir} holds something that the demo did not make; name another folder with --dir`;
    throw new AppError('usage', { reason });
  }
  makeFolders(dir);
  writeFileSync(join(dir, MARK), MARK_TEXT);
  for (const own of [vault, passphrase, brief]) {
    rmSync(own, { recursive: true, force: true });
  }
  return { isRemade };
}

/** Writes the sample's passphrase where only the user can read it. */
export function writePassphrase(file: string, passphrase: string): void {
  writeFileSync(file, `${passphrase}\n${PASSPHRASE_TEXT}`, { mode: 0o600, flag: 'wx' });
}
