import { Option } from 'commander';
import { AppError } from '#shared/errors/app-error';
import type { CaseFile, LogAsked } from '#core/app/index';
import { assertFree, writeWholeFile } from '#core/app/whole-file';
import { dayOption, defineCommand, wholeNumber, type VaultOptions } from '../command';
import type { Answer, Context } from '../context';
import { minuteOf, showFor, table, type Column } from '../format';
import { withCaseFile } from '../session';

type LogOptions = VaultOptions & {
  readonly since?: string;
  readonly until?: string;
  readonly by?: string;
  readonly action?: string;
  readonly object?: string;
  readonly limit: number;
  readonly offset: number;
  readonly csv?: string;
};

type Row = ReturnType<CaseFile['log']['page']>['rows'][number];

const columns = ({ short, records }: CaseFile): readonly Column<Row>[] => [
  { title: 'ROW', of: ({ seq }) => String(seq) },
  {
    title: 'WHEN',
    of: ({ atMs, isClockBehind }) => `${minuteOf(atMs)}${isClockBehind ? ' (clock set back)' : ''}`,
    least: 20,
  },
  { title: 'WHO', of: ({ name }) => (name === '' ? 'recovery key' : name), least: 12 },
  { title: 'ACTION', of: ({ action, what }) => what ?? action, least: 8 },
  {
    title: 'RECORD',
    of: ({ record }) => (record === undefined ? '' : (records.get(record)?.label ?? '')),
    least: 16,
  },
  { title: 'ID', of: ({ record }) => (record === undefined ? '' : short(record)) },
];

/** The one person of the log whose name this is, whole or in part. */
function actorOf(file: CaseFile, wanted: string): LogAsked['actor'] {
  const { people } = file.log.facets();
  const found =
    people.find(({ name }) => name === wanted) ??
    people.find(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
  if (found !== undefined) return found.actor;
  const known = people.map(({ name }) => (name === '' ? 'recovery key' : name)).join(', ');
  throw new AppError('usage', { reason: `nobody of that name is in the log; it knows ${known}` });
}

const askedOf = (file: CaseFile, options: LogOptions): LogAsked => ({
  actor: options.by === undefined ? undefined : actorOf(file, options.by),
  action: options.action,
  record: options.object === undefined ? undefined : file.record(options.object).id,
  from: options.since,
  to: options.until,
});

async function* bytesOf(parts: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part);
}

async function asCsv(file: CaseFile, asked: LogAsked, path: string): Promise<Answer> {
  assertFree(path, false);
  const { sizeBytes } = await writeWholeFile(path, bytesOf(file.log.csv(asked)), {
    force: false,
    beforeNaming: (written) => {
      file.noteExport({ act: 'export', what: 'log', file: written });
    },
  });
  return {
    json: { path, sizeBytes },
    text: `Written to ${path}, not encrypted: whoever gets the file can read it. The log notes it.\n`,
  };
}

function asTable(context: Context, file: CaseFile, asked: LogAsked, options: LogOptions): Answer {
  const { limit, offset } = options;
  const { total, rows } = file.log.page(asked, limit, offset);
  const shown = table(rows, columns(file), showFor(context.isTerminal));
  const isAll = offset === 0 && rows.length === total;
  const rest = `\n${String(offset + 1)}–${String(offset + rows.length)} of ${String(total)}\n`;
  return {
    json: { total, rows },
    text: rows.length === 0 ? 'No row of the log says that.\n' : `${shown}${isAll ? '' : rest}`,
  };
}

export const log = defineCommand<LogOptions>({
  name: 'log',
  summary: 'say who did what in this vault and when, the latest first',
  options: [
    dayOption('from this day on, at the courts', 'since'),
    dayOption('up to this day, counted in', 'until'),
    new Option('--by <name>', 'of one person, by name or a part of it'),
    new Option('--action <word>', 'of one kind, as the log names it: vault.unlock, commit, export'),
    new Option('--object <id>', 'about one record, by its id or its first characters'),
    new Option('--limit <n>', 'rows at the most').argParser(wholeNumber(1, 10_000)).default(50),
    new Option('--offset <n>', 'rows passed over')
      .argParser(wholeNumber(0, 999_999_999))
      .default(0),
    new Option(
      '--csv <file>',
      'write all these rows into a new file, with names as they are today',
    ),
  ],
  examples: [
    'rihai log --vault ./office --since 2025-05-01 --action export',
    'rihai log --vault ./office --object 0197d2a4 --csv activity.csv',
  ],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, (file) => {
      const asked = askedOf(file, options);
      return options.csv === undefined
        ? asTable(context, file, asked, options)
        : asCsv(file, asked, options.csv);
    }),
});
