import { Option } from 'commander';
import { fieldDef } from '#shared/domain/registry';
import { HERE, settledBy } from '#shared/domain/conflict-sources';
import { isRecordKind } from '#shared/domain/kinds';
import { AppError } from '#shared/errors/app-error';
import type { CaseFile } from '#core/app/index';
import { theOne } from '#core/kernel/the-one';
import { defineCommand, wholeNumber, type VaultOptions } from '../command';
import { count, minuteOf, showFor, table } from '../format';
import { withCaseFile } from '../session';
import { fieldOf, namingOf, valueText } from '../values';

type ConflictOptions = VaultOptions & {
  readonly record?: string;
  readonly field?: string;
  readonly take?: number;
  readonly value?: string;
  readonly all?: string;
};

type Conflict = ReturnType<CaseFile['conflicts']>[number];

/** The one conflict that the options name. */
function named(file: CaseFile, { record, field }: ConflictOptions): Conflict {
  const { id } = file.record(record ?? '');
  const found = file
    .conflicts()
    .filter((one) => one.record === id && (one.path === field || one.path.split('/')[0] === field));
  return theOne(found, `${record ?? ''} ${field ?? ''}`);
}

function jsonOf(text: string): Conflict['heads'][number]['value'] {
  try {
    return JSON.parse(text) as Conflict['heads'][number]['value'];
  } catch (cause) {
    throw new AppError(
      'usage',
      { reason: '--value is JSON: a text stands in quotation marks' },
      cause,
    );
  }
}

function settle(file: CaseFile, options: ConflictOptions) {
  const { take, value } = options;
  const conflict = named(file, options);
  const head = take === undefined ? undefined : conflict.heads[take - 1];
  if (take !== undefined && head === undefined)
    throw new AppError('usage', { reason: `there is no value ${String(take)}` });
  const chosen = head === undefined ? jsonOf(value ?? 'null') : head.value;
  const done = file.settle(conflict.record, conflict.path, chosen);
  return {
    json: { record: conflict.record, path: conflict.path, value: chosen, action: done.action },
    text: `Settled. The history keeps every value.\nTo undo this: rihai undo ${done.action}\n`,
  };
}

/** Settles every conflict to which one bundle, or this desk, gives just one value: one action. */
function settleAll(file: CaseFile, from: string) {
  const open = file.conflicts();
  const settled = settledBy(open, sourceNamed(open, from));
  if (settled.length === 0) throw new AppError('input/not-found', { id: from });
  const { action } = file.settleAll(settled);
  const left = open.length - settled.length;
  return {
    json: { settled, left, action },
    text: `Settled: ${count(settled.length, 'conflict')}. Still open: ${String(left)}. The history keeps every value.\nTo undo this: rihai undo ${action}\n`,
  };
}

/** `here`, or the id of the bundle that begins so, of those that left a conflict. */
function sourceNamed(open: readonly Conflict[], from: string): string {
  if (from === HERE) return HERE;
  const bundles = open.flatMap(({ heads }) =>
    heads.flatMap(({ origin }) => (origin.type === 'bundle' ? [origin.bundle] : [])),
  );
  const wanted = from.toLowerCase();
  return theOne(
    [...new Set(bundles)].filter((id) => id.startsWith(wanted)),
    from,
  );
}

function list(file: CaseFile, isTerminal: boolean) {
  const conflicts = file.conflicts();
  const naming = namingOf(file);
  const rows = conflicts.flatMap((conflict) =>
    conflict.heads.map((head, at) => ({ conflict, head, at })),
  );
  const wordsOf = ({ kind, path }: Conflict, value: unknown): string => {
    const def = isRecordKind(kind) ? fieldDef(kind, fieldOf(path)) : undefined;
    return value === null ? '(taken away)' : valueText(def, value, naming);
  };
  const text = table(
    rows,
    [
      { title: 'RECORD', of: ({ conflict, at }) => (at === 0 ? file.short(conflict.record) : '') },
      {
        title: '',
        of: ({ conflict, at }) => (at === 0 ? `${conflict.kind} ${conflict.label}` : ''),
        least: 14,
      },
      {
        title: 'FIELD',
        of: ({ conflict, at }) => (at === 0 ? fieldOf(conflict.path) : ''),
      },
      { title: 'N', of: ({ at }) => String(at + 1) },
      { title: 'VALUE', of: ({ conflict, head }) => wordsOf(conflict, head.value), least: 16 },
      { title: 'WHO', of: ({ head }) => head.actorName, least: 12 },
      { title: 'WHEN', of: ({ head }) => minuteOf(head.at) },
    ],
    showFor(isTerminal),
  );
  return { json: conflicts, text: conflicts.length === 0 ? 'No conflict is open.\n' : text };
}

export const conflicts = defineCommand<ConflictOptions>({
  name: 'conflicts',
  summary:
    'values on which two desks differ, with who wrote them; settles one of them, or many at once',
  options: [
    new Option('--record <id>', 'settle a conflict of this record'),
    new Option('--field <name>', 'in this field'),
    new Option('--take <n>', 'with the value of this number').argParser(wholeNumber(1, 1_000)),
    new Option('--value <json>', 'with another value'),
    new Option(
      '--all <source>',
      'settle all that have just one value from there: a bundle by its id, or "here" for what stood here',
    ).conflicts(['record', 'field', 'take', 'value']),
  ],
  examples: [
    'rihai conflicts --vault ./office',
    'rihai conflicts --all here --vault ./office',
    'rihai conflicts --record 0197d2a4 --field on --take 2 --vault ./office',
  ],
  opens: true,
  run: (context, _words, options) => {
    const { record, field, take, value, all } = options;
    const isSettling = record !== undefined || field !== undefined;
    const isWhole = record !== undefined && field !== undefined;
    if (isSettling && !(isWhole && (take === undefined) !== (value === undefined)))
      throw new AppError('usage', {
        reason: 'to settle give --record, --field and either --take or --value',
      });
    return withCaseFile(context, options, (file) => {
      if (!isSettling && all === undefined) return list(file, context.isTerminal);
      file.assertWritable();
      if (all !== undefined) return settleAll(file, all);
      return settle(file, options);
    });
  },
});
