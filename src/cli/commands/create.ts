import { Option } from 'commander';
import { lineSchema } from '#shared/domain/field';
import { AppError } from '#shared/errors/app-error';
import {
  createVault,
  deriveInProcess,
  generatePassphrase,
  loadSodium,
  sodiumRandom,
} from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer, Context } from '../context';
import { readNewPassphrase } from '../secrets';

type CreateOptions = Pick<VaultOptions, 'vault' | 'json' | 'passphraseFile'> & {
  readonly name: string;
  readonly generate?: true;
  readonly quickKey?: true;
};

/** The least cost that opens at all; for tests, which make many vaults. */
const FLOOR = { mKib: 64 * 1024, t: 3 };

type Chosen = { readonly bytes: Uint8Array; readonly words?: string };

async function choosePassphrase(context: Context, options: CreateOptions): Promise<Chosen> {
  if (options.generate !== true) return { bytes: await readNewPassphrase(context, options) };
  if (options.passphraseFile !== undefined) {
    throw new AppError('usage', { reason: '--generate and --passphrase-file exclude each other' });
  }
  await loadSodium();
  const words = generatePassphrase(sodiumRandom);
  return { bytes: new TextEncoder().encode(words), words };
}

function answerOf(
  { vault, name }: CreateOptions,
  facts: { vaultId: string; slot: number; recoveryKey: string; words?: string },
): Answer {
  const { vaultId, slot, recoveryKey, words } = facts;
  const passphrase = words === undefined ? {} : { passphrase: words };
  const said =
    words === undefined
      ? ''
      : `Passphrase (shown once; learn it, keep no copy with the machine):\n\n    ${words}\n\n`;
  const text =
    `${said}Recovery key (shown once; it opens the vault without the passphrase):\n\n` +
    `    ${recoveryKey}\n\n` +
    'Write it down now, on paper, and keep it away from this machine.\n' +
    `Try it once, today: rihai info --vault ${vault} --recovery\n` +
    'Whoever has neither passphrase nor recovery key cannot open the vault. Nobody can help.\n\n' +
    `The vault is in ${vault}, slot ${String(slot)} is the hand of ${name}.\n`;
  return { json: { vault, vaultId, slot, ...passphrase, recoveryKey }, text };
}

export const create = defineCommand<CreateOptions>({
  name: 'create',
  summary: 'make a new vault in a folder that is new or empty',
  options: [
    new Option(
      '--name <person>',
      'the person whose hand slot 1 is; kept inside the vault only',
    ).makeOptionMandatory(),
    new Option('--generate', 'make a passphrase of six words and show it once'),
    new Option(
      '--passphrase-file <file>',
      'take your own passphrase from the first line of a file',
    ),
    new Option('--quick-key', 'least cost of the passphrase').hideHelp(),
  ],
  examples: [
    'rihai create --vault ./office --name "Sample Vakil" --generate',
    'rihai create --vault ./office --name "Sample Vakil"',
  ],
  opens: false,
  run: async (context, _words, options) => {
    if (!lineSchema.safeParse(options.name).success) {
      throw new AppError('usage', { reason: '--name must be one line of visible text' });
    }
    const { bytes, words } = await choosePassphrase(context, options);
    try {
      const { vault, recoveryKey } = await createVault({
        dir: options.vault,
        passphrase: bytes,
        actorName: options.name,
        clock: context.clock,
        deriveKey: deriveInProcess(context.kdfProgram),
        ...(options.quickKey === true ? { policy: FLOOR } : {}),
      });
      const { vaultId, slot } = vault;
      vault.close();
      const generated = words === undefined ? {} : { words };
      return answerOf(options, { vaultId, slot, recoveryKey, ...generated });
    } finally {
      bytes.fill(0);
    }
  },
});
