import { Option } from 'commander';
import { isRecordKind, RECORD_KINDS } from '#shared/domain/kinds';
import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import { defineCommand, wholeNumber, type VaultOptions } from '../command';
import { minuteOf, showFor, table, type Column } from '../format';
import { withCaseFile } from '../session';

type ListOptions = VaultOptions & {
  readonly limit: number;
  readonly offset: number;
  readonly trash?: true;
};

const COLUMNS: readonly Column<RecordView>[] = [
  { title: 'LABEL', of: (record) => record.label },
  { title: 'LEVEL', of: (record) => record.level },
  { title: 'CHANGED', of: (record) => minuteOf(record.changedAt) },
  { title: '', of: (record) => (Object.keys(record.conflicts).length > 0 ? 'conflict' : '') },
  { title: 'ID', of: (record) => record.id },
];

export const list = defineCommand<ListOptions>({
  name: 'list',
  summary: 'list the records of one kind',
  words: [['<kind>', `one of: ${RECORD_KINDS.join(', ')}`]],
  options: [
    new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 100_000)).default(50),
    new Option('--offset <n>', 'pass over the first so many')
      .argParser(wholeNumber(0, 999_999_999))
      .default(0),
    new Option('--trash', 'list what lies in the trash instead'),
  ],
  examples: ['rihai list hearing --vault ./office --limit 20'],
  opens: true,
  run: (context, [kind], options) =>
    withCaseFile(context, options, (file) => {
      if (typeof kind !== 'string' || !isRecordKind(kind)) {
        throw new AppError('usage', { reason: `there is no kind of record "${String(kind)}"` });
      }
      const { limit, offset } = options;
      const isTrashed = options.trash === true;
      const records = file.list({ kind, limit, offset, isTrashed });
      const text = table(records, COLUMNS, showFor(context.isTerminal));
      return { json: { kind, records }, text: records.length === 0 ? 'Nothing here.\n' : text };
    }),
});
