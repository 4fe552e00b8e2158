import { Option } from 'commander';
import type { RecordKind } from '#shared/domain/kinds';
import { fieldDef } from '#shared/domain/registry';
import type { CaseFile, HistoryEntry } from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import { minuteOf, showFor, table, type Column } from '../format';
import { withCaseFile } from '../session';
import { fieldOf, namingOf, valueText } from '../values';

type FileOrigin = Extract<HistoryEntry['origin'], { readonly type: 'file' }>;

type HistoryOptions = VaultOptions & { readonly field?: string };

function fileText(file: CaseFile, { row, import: id }: FileOrigin): string {
  const place = row === undefined ? 'file' : `file, line ${String(row)}`;
  return id === undefined ? place : `${place}, import ${file.shortImport(id)}`;
}

function originText(file: CaseFile, { origin }: HistoryEntry): string {
  switch (origin.type) {
    case 'typed':
      return 'typed';
    case 'file':
      return fileText(file, origin);
    case 'bundle':
      return 'received';
  }
}

function columns(file: CaseFile, kind: RecordKind): readonly Column<HistoryEntry>[] {
  const naming = namingOf(file);
  const defOf = (path: string) => fieldDef(kind, fieldOf(path));
  return [
    { title: 'WHEN', of: (entry) => minuteOf(entry.at) },
    { title: 'WHO', of: (entry) => entry.actorName, least: 10 },
    { title: 'HOW', of: (entry) => `${entry.what} (${originText(file, entry)})`, least: 14 },
    { title: 'FIELD', of: (entry) => fieldOf(entry.path) },
    {
      title: 'VALUE',
      of: (entry) =>
        entry.value === null ? '(taken away)' : valueText(defOf(entry.path), entry.value, naming),
      least: 20,
    },
    { title: '', of: (entry) => (entry.isHead ? 'stands' : '') },
    { title: '', of: (entry) => (entry.isFarAhead ? 'clock ahead' : '') },
    { title: 'ACTION', of: (entry) => file.shortAction(entry.action) },
  ];
}

export const history = defineCommand<HistoryOptions>({
  name: 'history',
  summary: 'say who wrote what of a record, and when',
  words: [['<id>', 'id of the record, or its first characters']],
  options: [new Option('--field <name>', 'of one field only')],
  examples: ['rihai history 0197d2a4 --vault ./office --field sex'],
  opens: true,
  run: (context, [id], options) =>
    withCaseFile(context, options, (file) => {
      const record = file.record(String(id));
      const entries = file.history(record.id, options.field);
      const text = table(entries, columns(file, record.kind), showFor(context.isTerminal));
      return {
        json: { record: record.id, entries },
        text: entries.length === 0 ? 'Nothing was ever written there.\n' : text,
      };
    }),
});
