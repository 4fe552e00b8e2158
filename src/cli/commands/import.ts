import { createReadStream, statSync } from 'node:fs';
import { Option } from 'commander';
import { AppError } from '#shared/errors/app-error';
import { EXIT } from '#shared/errors/codes';
import { errorText } from '#shared/errors/texts';
import type { ImportCheck, ImportSource } from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer, Context } from '../context';
import { count, showFor } from '../format';
import { withCaseFile } from '../session';

type ImportOptions = VaultOptions & { readonly namespace?: string; readonly check?: true };

const STDIN = '-';
const MOST_STDIN_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;

/** Standard input comes once but is read twice, so it is kept in memory up to a limit. */
async function standardInput(): Promise<ImportSource> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_STDIN_BYTES) throw new AppError('input/too-large', { limit: '64 MiB' });
    chunks.push(chunk);
  }
  return {
    name: STDIN,
    async *open() {
      await Promise.resolve();
      yield* chunks;
    },
  };
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new AppError('input/file', { file }, cause);
  }
}

function fileSource(file: string): ImportSource {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw new AppError('input/file', { file });
  return { name: file, sizeBytes: found.size, open: () => bytesOf(file) };
}

async function sourcesOf(files: readonly string[]): Promise<readonly ImportSource[]> {
  if (new Set(files).size !== files.length) {
    throw new AppError('usage', { reason: 'a file is named twice' });
  }
  const sources: ImportSource[] = [];
  for (const file of files) {
    sources.push(file === STDIN ? await standardInput() : fileSource(file));
  }
  return sources;
}

/** The answer to an import that was refused: every fault with its place, for people and for programs. */
function refused(context: Context, { faults, isCut }: ImportCheck, asJson: boolean): Answer {
  const show = showFor(context.isTerminal);
  const total = count(faults.length, 'fault');
  const params = { faults: isCut ? `the first ${total}` : total };
  const words = errorText('input/rejected', params);
  const lines = faults.map(({ file, line, field, text }) =>
    show(`${file}:${String(line)}: ${field ?? 'the line'} ${text}`),
  );
  const error = { code: 'input/rejected', exit: EXIT.input, ...words, params };
  if (!asJson) context.err(`${lines.join('\n')}\n\n${words.what}\n${words.safe} ${words.next}\n`);
  return { json: { error, faults, isCut }, text: '', exit: EXIT.input };
}

const namespaceOf = ({ namespace }: ImportOptions): { namespace?: string } => {
  if (namespace === undefined) return {};
  if (/^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]{0,63}$/u.test(namespace)) return { namespace };
  throw new AppError('usage', { reason: 'a namespace has letters, digits and . _ - only' });
};

export const importRecords = defineCommand<ImportOptions>({
  name: 'import',
  summary: 'take records in from files of JSON Lines; all or nothing is checked first',
  words: [['<files...>', 'files to take in, in this order; - is standard input']],
  options: [
    new Option('--namespace <name>', 'let a key mean the same record in every file and run'),
    new Option('--check', 'only check; write nothing'),
  ],
  examples: [
    'rihai import people.jsonl --vault ./office',
    'rihai import week-*.jsonl --vault ./office --namespace office-register',
  ],
  opens: true,
  run: async (context, [files], options) => {
    const namespace = namespaceOf(options);
    const sources = await sourcesOf(files as readonly string[]);
    return withCaseFile(context, options, async (file) => {
      if (options.check !== true) file.assertWritable();
      const checked = await file.imports.check(sources, namespace.namespace);
      if (checked.faults.length > 0) return refused(context, checked, options.json === true);
      if (options.check === true) {
        const text = `${count(checked.records, 'record')} without a fault. Nothing was written.\n`;
        return { json: { records: checked.records, faults: [] }, text };
      }
      const done = await file.imports.run(checked, {
        onCommitted: (ids, id) => {
          context.out(`${JSON.stringify({ committed: ids.length, ids, import: id })}\n`);
        },
      });
      const { committed, unchanged } = done;
      if (options.json === true) return { json: { total: { committed, unchanged } }, text: '' };
      context.err(
        `${count(committed, 'record')} written, ${count(unchanged, 'record')} as they were.\n`,
      );
      if (committed > 0) context.err(`To take it all back: rihai undo --import ${done.id}\n`);
      return undefined;
    });
  },
});
