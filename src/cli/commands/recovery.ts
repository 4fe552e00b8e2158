import { Option } from 'commander';
import { AppError } from '#shared/errors/app-error';
import {
  rehearseRecovery,
  removeRecovery,
  renewAsShares,
  renewRecovery,
  SHARE_SCHEMES,
  type RecoverySecret,
} from '#core/app/index';
import { defineCommand, wholeNumber, type VaultOptions } from '../command';
import type { Context } from '../context';
import { readRecoveryKey, readShares } from '../secrets';
import { withCaseFile } from '../session';

type NumberOptions = VaultOptions & { readonly number?: number };

const numberOption = (fallback: number): Option =>
  new Option('--number <n>', 'recovery slot, 1 or 2')
    .argParser(wholeNumber(1, 2))
    .default(fallback);

const schemeName = ({ needed, of }: (typeof SHARE_SCHEMES)[number]): string =>
  `${String(needed)}of${String(of)}`;

const OLDER_BACKUPS =
  'No backup of before opens with it: make a new one now (rihai backup make).\n';

/** A word beside a vault's own options: `rehearse` opens with one secret and tries another. */
type RehearseOptions = VaultOptions & {
  readonly tryFile?: string;
  readonly trySharesFile?: string;
  readonly tryShares?: true;
};

async function tried(context: Context, options: RehearseOptions): Promise<RecoverySecret> {
  const { tryFile, trySharesFile, tryShares } = options;
  const texts = await readShares(context, {
    ...(tryShares === undefined ? {} : { shares: tryShares }),
    ...(trySharesFile === undefined ? {} : { sharesFile: trySharesFile }),
  });
  if (texts !== undefined) return { type: 'shares', texts };
  const text = await readRecoveryKey(
    context,
    tryFile === undefined ? { recovery: true } : { recoveryFile: tryFile },
  );
  return { type: 'recovery', text: text ?? '' };
}

export const recoveryRenew = defineCommand<NumberOptions>({
  name: 'recovery renew',
  summary: 'make a new recovery key; the one it replaces opens only old copies',
  options: [numberOption(1)],
  examples: ['rihai recovery renew --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, ({ vault }) => {
      const number = options.number ?? 1;
      const recoveryKey = renewRecovery(vault, number);
      return {
        json: { number, recoveryKey },
        text:
          `Recovery key ${String(number)} (shown once):\n\n    ${recoveryKey}\n\n` +
          'Write it down now, on paper, and keep it away from this machine.\n' +
          OLDER_BACKUPS +
          `Then try it: rihai recovery rehearse --vault ${options.vault}\n`,
      };
    }),
});

export const recoveryShares = defineCommand<NumberOptions & { readonly scheme: string }>({
  name: 'recovery shares',
  summary: 'make a recovery key on several papers, of which some together open the vault',
  options: [
    new Option('--scheme <scheme>', 'how many papers of how many open it')
      .choices(SHARE_SCHEMES.map(schemeName))
      .default('2of3'),
    numberOption(2),
  ],
  examples: [
    'rihai recovery shares --vault ./office',
    'rihai recovery shares --scheme 3of5 --vault ./office',
  ],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, async ({ vault }) => {
      const scheme = SHARE_SCHEMES.find((one) => schemeName(one) === options.scheme);
      if (scheme === undefined) throw new AppError('usage', { reason: 'unknown --scheme' });
      const number = options.number ?? 2;
      const shares = await renewAsShares(vault, scheme, number);
      const papers = shares.map(
        (share, at) =>
          `Paper ${String(at + 1)} of ${String(scheme.of)}, any ${String(scheme.needed)} open the vault:\n\n    ${share}\n\n`,
      );
      return {
        json: { number, ...scheme, shares },
        text:
          `${papers.join('')}Shown once. Give each paper to another person, none of them with the machine.\n` +
          OLDER_BACKUPS +
          `Then try some: rihai recovery rehearse --try-shares --vault ${options.vault}\n`,
      };
    }),
});

export const recoveryRehearse = defineCommand<RehearseOptions>({
  name: 'recovery rehearse',
  summary: 'try the recovery key, or shares, on the open vault and note that they were right',
  options: [
    new Option('--try-file <file>', 'take the recovery key to try from a file'),
    new Option('--try-shares', 'try shares instead'),
    new Option('--try-shares-file <file>', 'take the shares to try from a file, one a line'),
  ],
  examples: [
    'rihai recovery rehearse --vault ./office',
    'rihai recovery rehearse --try-shares --vault ./office',
  ],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, async (file) => {
      file.assertWritable();
      const isRight = await rehearseRecovery(file.vault, await tried(context, options));
      if (!isRight) throw new AppError('vault/recovery-key', { reason: 'other' });
      return { json: { isRight }, text: 'Right: it opens this vault. That is noted.\n' };
    }),
});

export const recoveryRemove = defineCommand<NumberOptions>({
  name: 'recovery remove',
  summary: 'take one of two recovery keys away; the last one stays',
  options: [numberOption(2)],
  examples: ['rihai recovery remove --number 2 --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, ({ vault }) => {
      const number = options.number ?? 2;
      removeRecovery(vault, number);
      return {
        json: { number },
        text: `Recovery key ${String(number)} opens this vault no more. Old copies and backups still open with it.\n`,
      };
    }),
});
