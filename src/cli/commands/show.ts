import type { RecordView } from '#shared/domain/registry';
import type { CaseFile } from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer } from '../context';
import { minuteOf, pairs, showFor, type Show } from '../format';
import { withCaseFile } from '../session';
import { fieldRows, namingOf } from '../values';

function textOf(file: CaseFile, record: RecordView, show: Show): string {
  const conflicts = Object.keys(record.conflicts);
  const head = pairs(
    [
      ['kind', record.kind],
      ['id', record.id],
      ['level', record.level],
      ['since', minuteOf(record.createdAt)],
      ['changed', minuteOf(record.changedAt)],
      ...(record.isTrashed ? [['trash', 'this record is in the trash'] as const] : []),
      ...(conflicts.length > 0 ? [['conflict', conflicts.join(', ')] as const] : []),
    ],
    show,
  );
  const title = record.label === '' ? '' : `${show(record.label)}\n\n`;
  return `${title}${head}\n${pairs(fieldRows(record.kind, record.fields, namingOf(file)), show)}`;
}

export const show = defineCommand<VaultOptions>({
  name: 'show',
  summary: 'show one record with all that is said of it',
  words: [['<id>', 'id of the record, or its first characters']],
  examples: ['rihai show 0197d2a4 --vault ./office'],
  opens: true,
  run: (context, [id], options) =>
    withCaseFile(context, options, (file): Answer => {
      const record = file.record(String(id));
      return { json: record, text: textOf(file, record, showFor(context.isTerminal)) };
    }),
});
