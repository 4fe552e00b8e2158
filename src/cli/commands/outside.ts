import { Option } from 'commander';
import { isId, type OutsideId, type RecordId } from '#shared/domain/ids';
import {
  needsNote,
  OUTSIDE_ENDS,
  type OutsideClosed,
  type OutsideEnd,
  type OutsideKind,
  type OutsideSeen,
  type OutsideWhat,
} from '#shared/domain/outside';
import { AppError } from '#shared/errors/app-error';
import type { CaseFile, Outside } from '#core/app/index';
import { defineCommand, wholeNumber, type VaultOptions } from '../command';
import type { Context } from '../context';
import { count, minuteOf, showFor, table } from '../format';
import { withCaseFile } from '../session';

type OutsideOptions = VaultOptions & {
  readonly check?: true;
  readonly close?: readonly string[];
  readonly as?: OutsideEnd;
  readonly note?: string;
  readonly delete?: readonly string[];
  readonly reopen?: readonly string[];
  readonly closed?: true;
  readonly days?: number;
};

const MOST_CLOSED = 500;

const KINDS: Readonly<Record<OutsideKind, string>> = {
  original: 'original',
  export: 'export',
  print: 'printed',
};

const WHATS: Readonly<Record<OutsideWhat, string>> = {
  document: 'document',
  records: 'file of records that was imported',
  paper: 'court paper',
  log: 'activity log',
  day: "a day's list",
  recovery: 'RECOVERY PAPER',
  bundle: 'encrypted bundle',
};

const SEEN: Readonly<Record<OutsideSeen, string>> = {
  there: 'still there',
  changed: 'changed since',
  gone: 'not there any more',
  unreachable: 'cannot be reached',
  elsewhere: 'on another machine',
};

const CLOSED: Readonly<Record<OutsideClosed, string>> = {
  gone: 'gone',
  destroyed: 'destroyed',
  given: 'given to',
  kept: 'stays on purpose',
  deleted: 'deleted by Rihai',
  replaced: 'another file took its place',
};

function whatOf(file: CaseFile, { what, subject, note, copies }: Outside): string {
  const label = isId(subject) ? (file.records.get(subject as RecordId)?.label ?? '') : '';
  return [
    WHATS[what],
    ...(label === '' ? [] : [label]),
    ...(note === '' ? [] : [`for ${note}`]),
    ...(copies === 1 ? [] : [`${String(copies)} copies`]),
  ].join(', ');
}

function stateOf({ closed, closedNote, closedAt, seen, seenAt }: Outside): string {
  if (closed !== undefined)
    return `${CLOSED[closed]}${closedNote === '' ? '' : ` ${closedNote}`} (${minuteOf(closedAt ?? 0)})`;
  return seen === undefined ? '' : `${SEEN[seen]} (${minuteOf(seenAt ?? 0)})`;
}

function listOf(file: CaseFile, rows: readonly Outside[], { isTerminal }: Context): string {
  const { short, machine } = file.outside;
  return table(
    rows,
    [
      { title: 'ID', of: ({ id }) => short(id) },
      { title: 'SINCE', of: ({ at }) => minuteOf(at) },
      { title: 'KIND', of: ({ kind }) => KINDS[kind] },
      { title: 'WHAT', of: (row) => whatOf(file, row), least: 16 },
      { title: 'STATE', of: stateOf, least: 14 },
    ],
    showFor(isTerminal),
    {
      below: ({ place, machine: other, kind }) => [
        other === machine || kind === 'print' ? place : `${place} (machine ${other})`,
      ],
    },
  );
}

/** What is asked besides the list, in the order it is done. */
async function act(context: Context, file: CaseFile, options: OutsideOptions): Promise<void> {
  const { outside } = file;
  const each = (prefixes: readonly string[] = []): readonly OutsideId[] =>
    prefixes.map((prefix) => outside.byPrefix(prefix));
  // Every id is found before anything is done.
  const [closing, deleting, reopening] = [
    each(options.close),
    each(options.delete),
    each(options.reopen),
  ];
  if (options.days !== undefined) outside.setDays(options.days);
  for (const id of reopening) outside.reopen(id);
  for (const id of closing) outside.close(id, options.as ?? 'gone', options.note ?? '');
  for (const id of deleting) {
    const { hasOtherName } = await outside.remove(id);
    if (hasOtherName)
      context.err('Warning: the file has another name on its disk; its bytes are still there.\n');
  }
  if (options.check === true) for (const { id } of outside.open()) await outside.check(id);
}

const isActing = (options: OutsideOptions): boolean =>
  [options.check, options.close, options.delete, options.reopen, options.days].some(
    (asked) => asked !== undefined,
  );

/** A slip in the options costs nothing. */
function sensible(options: OutsideOptions): OutsideOptions {
  const { as, note, close } = options;
  if (close === undefined && (as !== undefined || note !== undefined))
    throw new AppError('usage', { reason: '--as and --note go with --close' });
  if (as !== undefined && needsNote(as) && note === undefined)
    throw new AppError('usage', { reason: `--as ${as} needs --note: to whom, or where and why` });
  return options;
}

const REMNANTS =
  'Deleted. The disk may keep the bytes for a long time, an SSD and a stick most of all.\n';

export const outside = defineCommand<OutsideOptions>({
  name: 'outside',
  summary: 'what lies outside the vault, readable: originals, exports, printed copies',
  options: [
    new Option('--check', 'look for every file and hold it against its hash'),
    new Option('--close <ids...>', 'say what became of entries, by id or its first characters'),
    new Option('--as <how>', 'what became of them; gone without it').choices(OUTSIDE_ENDS),
    new Option('--note <text>', 'to whom it was given, or where and why it stays'),
    new Option('--delete <ids...>', "delete the files themselves, while the vault's copy is whole"),
    new Option('--reopen <ids...>', 'entries that were closed by mistake'),
    new Option('--closed', 'list the closed ones too'),
    new Option('--days <n>', 'remind of what is open for longer').argParser(wholeNumber(1, 90)),
  ],
  examples: [
    'rihai outside --check --vault ./office',
    'rihai outside --close 0197d2a4 --as given --note "Registrar, with receipt" --vault ./office',
  ],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, sensible(options), async (file) => {
      if (isActing(options)) file.assertWritable();
      await act(context, file, options);
      const { outside: register } = file;
      const { days, due } = register.summary();
      const open = register.open();
      const closed = options.closed === true ? register.closed(MOST_CLOSED, 0) : [];
      const rows = [...open, ...closed];
      const head =
        open.length === 0
          ? 'Nothing readable is known to lie outside the vault.\n'
          : `${count(open.length, 'thing')} outside the vault, ${String(due)} for ${count(days, 'day')} or longer.\n`;
      const list = rows.length === 0 ? '' : `\n${listOf(file, rows, context)}`;
      return {
        json: { days, due, open, closed },
        text: `${options.delete === undefined ? '' : REMNANTS}${head}${list}`,
      };
    }),
});
