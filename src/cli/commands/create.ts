import { join } from 'node:path';
import { Option } from 'commander';
import { lineSchema } from '#shared/domain/field';
import { AppError } from '#shared/errors/app-error';
import {
  createVault,
  deriveInProcess,
  markAsSample,
  readSamples,
  sodiumRandom,
  syncedFolderOf,
} from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer, Context } from '../context';
import { chooseNewPassphrase, FLOOR } from '../new-passphrase';

type CreateOptions = Pick<VaultOptions, 'vault' | 'json' | 'passphraseFile'> & {
  readonly name: string;
  readonly generate?: true;
  readonly sample?: true;
  readonly quickKey?: true;
};

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

/** A group as a person types it: any case, O for 0, I or L for 1. */
const plainGroup = (text: string): string =>
  text.trim().toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/gu, '1');

/** Two different places of the nine groups, counted from 1, in order. */
function twoPlaces(groups: number): readonly number[] {
  const [a = 0, b = 0] = sodiumRandom.bytes(2);
  const first = a % groups;
  const second = (first + 1 + (b % (groups - 1))) % groups;
  return [first + 1, second + 1].sort((x, y) => x - y);
}

/** Whoever must read two groups from the paper has written the paper. Asks until both are right. */
async function rehearse(context: Context, recoveryKey: string): Promise<void> {
  const groups = recoveryKey.split('-');
  context.err('\nNow type two groups of the recovery key from your paper (not shown).\n');
  for (const place of twoPlaces(groups.length)) {
    for (let isRight = false; !isRight;) {
      const typed = await context.askSecret(`Group ${String(place)} of ${String(groups.length)}: `);
      isRight = plainGroup(new TextDecoder().decode(typed)) === groups[place - 1];
      typed.fill(0);
      if (!isRight) context.err('That is not what was shown. Look at the paper again.\n');
    }
  }
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
    new Option(
      '--sample',
      'for the invented sample cases only: every day is counted as of the day they are told',
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
    const synced = syncedFolderOf(options.vault);
    if (synced !== undefined) {
      context.err(
        `Warning: "${synced}" looks like a folder that is copied to other computers.\n` +
          'Whoever runs them gets a copy of the vault, and copying may damage it. A folder of this machine is better.\n',
      );
    }
    const { bytes, words } = await chooseNewPassphrase(context, {
      ...(options.generate === undefined ? {} : { generate: options.generate }),
      ...(options.passphraseFile === undefined ? {} : { newFile: options.passphraseFile }),
    });
    try {
      const { vault, recoveryKey } = await createVault({
        dir: options.vault,
        passphrase: bytes,
        actorName: options.name,
        anchors: { dir: context.anchorsDir },
        clock: context.clock,
        deriveKey: deriveInProcess(context.kdfProgram),
        ...(options.quickKey === true ? { policy: FLOOR } : {}),
      });
      const { vaultId, slot } = vault;
      if (options.sample === true) {
        markAsSample(vault, readSamples(join(context.resourcesDir, 'samples')).referenceDay);
      }
      vault.close();
      const generated = words === undefined ? {} : { words };
      const answer = answerOf(options, { vaultId, slot, recoveryKey, ...generated });
      const isByHand = context.isTerminal && options.passphraseFile === undefined;
      if (options.json === true || !isByHand) return answer;
      context.out(answer.text);
      await rehearse(context, recoveryKey);
      return { ...answer, text: 'Right. Keep the paper away from this machine.\n' };
    } finally {
      bytes.fill(0);
    }
  },
});
