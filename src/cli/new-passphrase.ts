import { Option } from 'commander';
import { AppError } from '#shared/errors/app-error';
import { generatePassphrase, loadSodium, sodiumRandom } from '#core/app/index';
import type { Context } from './context';
import { readNewPassphrase } from './secrets';

/** The least cost that opens at all; for tests, which make many slots. */
export const FLOOR = { mKib: 64 * 1024, t: 3 };

export type NewPassphraseOptions = {
  readonly generate?: true;
  readonly newFile?: string;
  readonly quickKey?: true;
};

export const newPassphraseOptions = (): readonly Option[] => [
  new Option('--generate', 'make a passphrase of six words and show it once'),
  new Option('--new-file <file>', 'take the new passphrase from the first line of a file'),
  new Option('--quick-key', 'least cost of the passphrase').hideHelp(),
];

export type NewPassphrase = { readonly bytes: Uint8Array; readonly words?: string };

/** A new passphrase, generated, from a file, or asked for twice; the caller wipes it. */
export async function chooseNewPassphrase(
  context: Context,
  { generate, newFile }: NewPassphraseOptions,
): Promise<NewPassphrase> {
  if (generate !== true) {
    const from = newFile === undefined ? {} : { passphraseFile: newFile };
    return { bytes: await readNewPassphrase(context, from) };
  }
  if (newFile !== undefined) {
    throw new AppError('usage', { reason: 'two ways to a new passphrase exclude each other' });
  }
  await loadSodium();
  const words = generatePassphrase(sodiumRandom);
  return { bytes: new TextEncoder().encode(words), words };
}

/** The generated words, to be learnt. */
export const wordsText = ({ words }: NewPassphrase): string =>
  words === undefined
    ? ''
    : `Passphrase (shown once; learn it, keep no copy with the machine):\n\n    ${words}\n\n`;
