import { Option } from 'commander';
import { DETAINEE_ORDERS, type DetaineeOrder } from '#shared/domain/detainee-orders';
import { isRecordKind, RECORD_KINDS } from '#shared/domain/kinds';
import { REGIMES } from '#shared/domain/records/matters';
import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import type { CaseFile, CaseRow, DetaineeRow } from '#core/app/index';
import { dayOption, defineCommand, wholeNumber, type VaultOptions } from '../command';
import type { Answer, Context } from '../context';
import { minuteOf, showFor, table, type Column } from '../format';
import { tellSample, withCaseFile } from '../session';
import { spaced } from '../words';

type ListOptions = VaultOptions & {
  readonly limit: number;
  readonly offset: number;
  readonly trash?: true;
  readonly inside?: true;
  readonly outside?: true;
  readonly regime?: string;
  readonly place?: string;
  readonly status?: string;
  readonly order?: DetaineeOrder;
  readonly date?: string;
};

/** Which options a list understands; another one is a slip, not to be passed over. */
const FILTERS: Readonly<Record<string, readonly (keyof ListOptions)[]>> = {
  detainees: ['inside', 'outside', 'regime', 'place', 'order', 'date'],
  cases: ['regime', 'status', 'date'],
  records: ['trash'],
};
const ALL_FILTERS = new Set(Object.values(FILTERS).flat());

const recordColumns = ({ short }: CaseFile): readonly Column<RecordView>[] => [
  { title: 'LABEL', of: ({ label }) => label, least: 24 },
  { title: 'LEVEL', of: (record) => record.level },
  { title: 'CHANGED', of: (record) => minuteOf(record.changedAt) },
  { title: '', of: (record) => (Object.keys(record.conflicts).length > 0 ? 'conflict' : '') },
  { title: 'ID', of: ({ id }) => short(id) },
];

const nextDate = ({ nextOn }: { readonly nextOn?: string | undefined }): string =>
  (nextOn ?? '').replace('T', ' ');

const detaineeColumns = ({ short }: CaseFile): readonly Column<DetaineeRow>[] => [
  { title: 'NAME', of: ({ label }) => label, least: 16 },
  {
    title: 'STATUS',
    of: ({ status, isInside, hasBasis }) =>
      `${spaced(status)}${isInside && !hasBasis ? ', NO BASIS' : ''}`,
    least: 12,
  },
  { title: 'PLACE', of: ({ place }) => place, least: 14 },
  { title: 'DAYS', of: ({ daysHeld }) => String(daysHeld ?? '') },
  { title: 'REGIME', of: ({ regime }) => spaced(regime ?? ''), least: 10 },
  { title: 'NEXT DATE', of: nextDate, least: 10 },
  { title: 'CONFIRMED', of: ({ confirmedOn }) => confirmedOn ?? '' },
  { title: 'ID', of: ({ id }) => short(id) },
];

const belowDetainee = ({ sections }: DetaineeRow): readonly string[] =>
  sections.length === 0 ? [] : [sections.join(' ')];

const caseColumns = ({ short }: CaseFile): readonly Column<CaseRow>[] => [
  { title: 'CASE', of: ({ label }) => label, least: 20 },
  { title: 'FIR', of: ({ fir, policeStation }) => `${fir} ${policeStation}`.trim(), least: 14 },
  { title: 'REGIME', of: ({ regime }) => spaced(regime ?? ''), least: 10 },
  { title: 'STAGE', of: ({ stage }) => spaced(stage ?? '') },
  { title: 'STATUS', of: ({ status }) => spaced(status ?? '') },
  { title: 'ACCUSED', of: ({ accused }) => String(accused) },
  { title: 'NEXT DATE', of: nextDate, least: 10 },
  { title: 'ID', of: ({ id }) => short(id) },
];

function assertUnderstood(what: string, options: ListOptions): void {
  const known = FILTERS[what] ?? FILTERS['records'] ?? [];
  for (const name of ALL_FILTERS) {
    if (options[name] !== undefined && !known.includes(name)) {
      throw new AppError('usage', { reason: `--${name} does not go with "list ${what}"` });
    }
  }
}

function pageText(total: number, shown: number, offset: number, rows: string): string {
  if (shown === 0) return 'Nothing here.\n';
  const isAll = offset === 0 && shown === total;
  return isAll
    ? rows
    : `${rows}\n${String(offset + 1)}–${String(offset + shown)} of ${String(total)}\n`;
}

function detainees(file: CaseFile, options: ListOptions, context: Context): Answer {
  const { limit, offset, regime, place, order } = options;
  const isInside = options.inside === true ? true : options.outside === true ? false : undefined;
  const page = file.detainees({
    on: options.date,
    limit,
    offset,
    ...(isInside === undefined ? {} : { isInside }),
    ...(regime === undefined ? {} : { regime }),
    ...(place === undefined ? {} : { place }),
    ...(order === undefined ? {} : { order }),
  });
  const rows = table(page.rows, detaineeColumns(file), showFor(context.isTerminal), {
    below: belowDetainee,
  });
  return {
    json: { total: page.total, detainees: page.rows },
    text: pageText(page.total, page.rows.length, offset, rows),
  };
}

function cases(file: CaseFile, options: ListOptions, context: Context): Answer {
  const { limit, offset, regime, status } = options;
  const page = file.cases({
    on: options.date,
    limit,
    offset,
    ...(regime === undefined ? {} : { regime }),
    ...(status === undefined ? {} : { status }),
  });
  const rows = table(page.rows, caseColumns(file), showFor(context.isTerminal));
  return {
    json: { total: page.total, cases: page.rows },
    text: pageText(page.total, page.rows.length, offset, rows),
  };
}

function records(file: CaseFile, kind: string, options: ListOptions, context: Context): Answer {
  if (!isRecordKind(kind)) {
    throw new AppError('usage', { reason: `there is nothing to list under "${kind}"` });
  }
  const { limit, offset } = options;
  const found = file.list({ kind, limit, offset, isTrashed: options.trash === true });
  const text = table(found, recordColumns(file), showFor(context.isTerminal));
  return { json: { kind, records: found }, text: found.length === 0 ? 'Nothing here.\n' : text };
}

export const list = defineCommand<ListOptions>({
  name: 'list',
  summary: 'list detainees, cases, or the records of one kind',
  words: [['<what>', `detainees, cases, or a kind: ${RECORD_KINDS.join(', ')}`]],
  options: [
    new Option('--inside', 'detainees: only those inside').conflicts('outside'),
    new Option('--outside', 'detainees: only those outside'),
    new Option('--place <name>', 'detainees: only those in this place'),
    new Option('--order <by>', 'detainees: in which order').choices(DETAINEE_ORDERS),
    new Option('--regime <name>', 'detainees, cases: only of this regime').choices(REGIMES),
    new Option('--status <name>', 'cases: only of this status'),
    dayOption('detainees, cases: as it stands at noon of that day'),
    new Option('--trash', 'a kind: what lies in the trash instead'),
    new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 100_000)).default(50),
    new Option('--offset <n>', 'pass over the first so many')
      .argParser(wholeNumber(0, 999_999_999))
      .default(0),
  ],
  examples: [
    'rihai list detainees --inside --order longestHeld --vault ./office',
    'rihai list hearing --vault ./office --limit 20',
  ],
  opens: true,
  run: async (context, [what], options) => {
    const asked = String(what);
    assertUnderstood(asked, options);
    return withCaseFile(context, options, (file) => {
      tellSample(context, file);
      if (asked === 'detainees') return detainees(file, options, context);
      if (asked === 'cases') return cases(file, options, context);
      return records(file, asked, options, context);
    });
  },
});
