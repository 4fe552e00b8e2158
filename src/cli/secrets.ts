import { readFileSync, statSync } from 'node:fs';
import { AppError, isAppError } from '#shared/errors/app-error';
import { errorText } from '#shared/errors/texts';
import { loadSodium, missingShares } from '#core/app/index';
import type { Context } from './context';

export type SecretOptions = {
  readonly passphraseFile?: string;
  readonly recovery?: true;
  readonly recoveryFile?: string;
  readonly shares?: true;
  readonly sharesFile?: string;
};

const NEWLINE = 0x0a;
const RETURN = 0x0d;

function readOwn(context: Context, file: string): Buffer {
  try {
    const { mode } = statSync(file);
    if ((mode & 0o077) !== 0 && process.platform !== 'win32') {
      context.err(`Warning: ${file} can be read by others; set it to mode 0600.\n`);
    }
    return readFileSync(file);
  } catch (cause) {
    throw new AppError('input/file', { file }, cause);
  }
}

/** First line of a file, as bytes; the rest is overwritten. */
export function readFirstLine(context: Context, file: string): Uint8Array {
  const bytes = readOwn(context, file);
  const newline = bytes.indexOf(NEWLINE);
  const end = newline === -1 ? bytes.length : newline;
  const line = new Uint8Array(
    bytes.subarray(0, end > 0 && bytes[end - 1] === RETURN ? end - 1 : end),
  );
  bytes.fill(0);
  return line;
}

/** The passphrase that opens a slot: from a file, or asked. The caller wipes it. */
export async function readPassphrase(
  context: Context,
  options: SecretOptions,
): Promise<Uint8Array> {
  return options.passphraseFile === undefined
    ? context.askSecret('Passphrase: ')
    : readFirstLine(context, options.passphraseFile);
}

/** A new passphrase: asked twice, because nobody sees what was typed. */
export async function readNewPassphrase(
  context: Context,
  options: SecretOptions,
): Promise<Uint8Array> {
  if (options.passphraseFile !== undefined) return readFirstLine(context, options.passphraseFile);
  const first = await context.askSecret('New passphrase: ');
  const second = await context.askSecret('The same once more: ');
  const isSame = Buffer.compare(first, second) === 0;
  second.fill(0);
  if (isSame) return first;
  first.fill(0);
  throw new AppError('usage', { reason: 'the two passphrases differ' });
}

/** The recovery key as it was typed or stands in a file. */
export async function readRecoveryKey(
  context: Context,
  options: SecretOptions,
): Promise<string | undefined> {
  if (options.recoveryFile === undefined && options.recovery !== true) return undefined;
  const bytes =
    options.recoveryFile === undefined
      ? await context.askSecret('Recovery key: ')
      : readFirstLine(context, options.recoveryFile);
  const text = new TextDecoder().decode(bytes);
  bytes.fill(0);
  return text;
}

/** Shares as they stand in a file, one a line, or asked for until there are enough. */
export async function readShares(
  context: Context,
  { shares, sharesFile }: Pick<SecretOptions, 'shares' | 'sharesFile'>,
): Promise<readonly string[] | undefined> {
  if (sharesFile !== undefined) {
    const bytes = readOwn(context, sharesFile);
    const lines = new TextDecoder().decode(bytes).split(/\r?\n/u);
    bytes.fill(0);
    return lines.filter((line) => line.trim() !== '');
  }
  if (shares !== true) return undefined;
  await loadSodium();
  const texts: string[] = [];
  for (let missing = 1; missing > 0;) {
    const typed = await context.askSecret(`Share ${String(texts.length + 1)}: `);
    const text = new TextDecoder().decode(typed);
    typed.fill(0);
    try {
      missing = missingShares([...texts, text]);
      texts.push(text);
    } catch (error) {
      if (!isAppError(error)) throw error;
      context.err(`${errorText(error.code, error.params).what} Once more.\n`);
    }
  }
  return texts;
}
