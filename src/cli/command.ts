import { InvalidArgumentError, Option } from 'commander';
import { parseEdtf } from '#shared/domain/edtf';
import type { Answer, Context } from './context';

export type Values = Readonly<Record<string, unknown>>;

/** One command: how it is written, what it is for, and what it does. */
export type CommandSpec<Options = Values> = {
  readonly name: string;
  readonly summary: string;
  /** Positional words, as commander writes them: `<id>`, `[kind]`, `<files...>`. */
  readonly words?: readonly (readonly [form: string, meaning: string])[];
  readonly options?: readonly Option[];
  readonly examples: readonly string[];
  /** Is about a folder of backups alone: takes no `--vault`. */
  readonly isOutside?: true;
  /** Opens a vault: gets the options for its secret. */
  readonly opens: boolean;
  /** Answers, or has printed everything itself and answers nothing. */
  readonly run: (
    context: Context,
    words: readonly unknown[],
    options: Options,
  ) => Promise<Answer | undefined>;
};

/** Options of every command that opens a vault. */
export type VaultOptions = {
  readonly vault: string;
  readonly json?: true;
  readonly slot?: number;
  readonly passphraseFile?: string;
  readonly recovery?: true;
  readonly recoveryFile?: string;
  readonly shares?: true;
  readonly sharesFile?: string;
  readonly readOnly?: true;
  readonly restored?: true;
};

/** Reads a whole number of an option. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = /^\d{1,9}$/u.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from ${String(least)} to ${String(most)}.`);
  };

/** A day as `YYYY-MM-DD`, one that exists. */
function day(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(text) && parseEdtf(text) !== undefined;
  if (isDay) return text;
  throw new InvalidArgumentError('Give a day that exists, such as 2025-05-14.');
}

export const dayOption = (meaning: string, name = 'date'): Option =>
  new Option(`--${name} <day>`, meaning).argParser(day);

export const folderOption = (): Option =>
  new Option(
    '--folder <dir>',
    'folder of the backups, on a stick or another disk',
  ).makeOptionMandatory();

export const vaultOption = (): Option =>
  new Option('--vault <dir>', 'folder of the vault').makeOptionMandatory();

export const secretOptions = (): readonly Option[] => [
  new Option('--slot <n>', 'your passphrase slot, where the vault has several').argParser(
    wholeNumber(1, 8),
  ),
  new Option('--passphrase-file <file>', 'take the passphrase from the first line of a file'),
  new Option('--recovery', 'open with the recovery key instead'),
  new Option('--recovery-file <file>', 'take the recovery key from the first line of a file'),
  new Option('--shares', 'open with shares of the recovery key instead'),
  new Option('--shares-file <file>', 'take the shares from a file, one a line'),
  new Option('--read-only', 'change nothing in the vault'),
  new Option('--restored', 'you put a backup in its place: accept that this copy is older'),
];

/** Gives a command the types of its options; commander fills them in as its options say. */
export const defineCommand = <Options>(spec: CommandSpec<Options>): CommandSpec =>
  spec as unknown as CommandSpec;
