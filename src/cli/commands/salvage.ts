import { resolve } from 'node:path';
import { Option } from 'commander';
import { AppError } from '#shared/errors/app-error';
import {
  deriveInProcess,
  lostIn,
  readInProcess,
  salvageVault,
  type CaseFile,
  type ReadableExport,
} from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer, Context } from '../context';
import { count, pairs, showFor } from '../format';
import {
  chooseNewPassphrase,
  FLOOR,
  newPassphraseOptions,
  wordsText,
  type NewPassphraseOptions,
} from '../new-passphrase';
import { withCaseFile } from '../session';

type SalvageOptions = VaultOptions &
  NewPassphraseOptions & {
    readonly to?: string;
    readonly readable?: string;
    readonly yesReadable?: true;
  };

const lostText = (lines: readonly string[]): string =>
  lines.length === 0
    ? 'Everything could be read.\n'
    : `Could NOT be read:\n${lines.map((line) => `  ${line}\n`).join('')}`;

async function intoVault(
  context: Context,
  { vault }: CaseFile,
  dir: string,
  options: SalvageOptions,
): Promise<Answer> {
  const chosen = await chooseNewPassphrase(context, options);
  try {
    const { salvaged, recoveryKey } = await salvageVault(vault, {
      ...{ dir, passphrase: chosen.bytes, clock: context.clock },
      readDocument: readInProcess(context.readerProgram),
      ...{ resourcesDir: context.resourcesDir, anchors: { dir: context.anchorsDir } },
      deriveKey: deriveInProcess(context.kdfProgram),
      ...(options.quickKey === true ? { policy: FLOOR } : {}),
    });
    const { records, withoutHistory, attachments } = salvaged;
    const rows = [
      ['records', `${String(records)}, ${String(withoutHistory.length)} of them without history`],
      ['attachments', String(attachments)],
    ] as const;
    const words = chosen.words === undefined ? {} : { passphrase: chosen.words };
    return {
      json: { ...salvaged, ...words, recoveryKey },
      text:
        `${wordsText(chosen)}Recovery key of the new vault (shown once):\n\n    ${recoveryKey}\n\n` +
        `${pairs(rows, showFor(context.isTerminal))}${lostText(lostIn(salvaged))}` +
        `The new vault is in ${dir}, encrypted. The damaged one was left as it is; keep it.\n`,
    };
  } finally {
    chosen.bytes.fill(0);
  }
}

async function intoFolder(
  context: Context,
  { exportReadable }: CaseFile,
  dir: string,
  isMeant: boolean,
): Promise<Answer> {
  if (!isMeant) {
    const reason =
      '--readable writes everything so that whoever gets the folder can read it; say --yes-readable if that is meant, or take --to';
    throw new AppError('usage', { reason });
  }
  const done: ReadableExport = await exportReadable(resolve(dir));
  context.err(`Warning: what is in ${dir} is NOT encrypted. Move it into a vault and delete it.\n`);
  if (!done.isNoted)
    context.err('Note: the vault takes no more entries, so these files are not in its register.\n');
  return {
    json: done,
    text: `${count(done.records, 'record')} and ${count(done.documents, 'document')} written.\n${lostText(done.unreadable)}`,
  };
}

export const salvage = defineCommand<SalvageOptions>({
  name: 'salvage',
  summary: 'take everything that can still be read of a damaged vault into a new, encrypted one',
  options: [
    new Option('--to <dir>', 'folder of the new vault, new or empty'),
    ...newPassphraseOptions(),
    new Option('--readable <dir>', 'instead: write it NOT encrypted into a new folder'),
    new Option('--yes-readable', 'you mean that anybody who gets this folder can read it'),
  ],
  examples: ['rihai salvage --vault ./office --to ./office-new --generate'],
  opens: true,
  run: (context, _words, options) => {
    const { to, readable } = options;
    if ((to === undefined) === (readable === undefined))
      throw new AppError('usage', { reason: 'say either --to DIR or --readable DIR' });
    const isMeant = options.yesReadable === true;
    return withCaseFile(context, options, (file) =>
      to === undefined
        ? intoFolder(context, file, readable ?? '', isMeant)
        : intoVault(context, file, to, options),
    );
  },
});
