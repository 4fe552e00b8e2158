import type { RecordId } from '#shared/domain/ids';
import type { CaseFile, Today } from '#core/app/index';
import { dayOption, defineCommand, type VaultOptions } from '../command';
import { broken, showFor, table, type Column, type Show } from '../format';
import { tellSample, withCaseFile } from '../session';
import { momentText, reasonOf, spaced, STATE_WORDS } from '../words';

type TodayOptions = VaultOptions & { readonly date?: string };
type Rows<Part> = Part extends { readonly first: readonly (infer Row)[] } ? Row : never;
type Hearing = Rows<Today['hearings']>;
type Clock = Today['clocksNext'][number];
type Person = Rows<Today['insideWithoutBasis']>;

const MOST_CLOCKS = 15;
const TEXT_WIDTH = 96;

type Reading = {
  readonly file: CaseFile;
  readonly day: string | undefined;
  readonly zone: string;
  readonly show: Show;
};

const idColumn = ({ file }: Reading): Column<{ readonly id: RecordId }> => ({
  title: 'ID',
  of: ({ id }) => file.short(id),
});

const hearingColumns = (reading: Reading): readonly Column<Hearing>[] => [
  { title: 'TIME', of: ({ on, isTimeKnown }) => (isTimeKnown ? on.slice(11) : '?') },
  { title: 'NO.', of: ({ listNumber }) => String(listNumber ?? '') },
  {
    title: 'COURT',
    of: ({ court, courtRoom }) => (courtRoom === '' ? court : `${court}, room ${courtRoom}`),
    least: 20,
  },
  {
    title: 'MATTER',
    of: ({ matterLabel, proceedingLabel }) => matterLabel || proceedingLabel,
    least: 20,
  },
  { title: 'PURPOSE', of: ({ purpose }) => purpose, least: 16 },
  { title: 'GOES', of: ({ goes }) => goes || 'nobody yet', least: 12 },
  idColumn(reading),
];

function belowHearing({ bring, lastOrder, status }: Hearing): readonly string[] {
  return [
    ...(status === undefined || status === 'fixed' ? [] : [`status: ${status}`]),
    ...(bring === '' ? [] : [`bring: ${bring}`]),
    ...(lastOrder === '' ? [] : [`last order: ${lastOrder}`]),
  ];
}

const clockColumns = ({ file, zone }: Reading): readonly Column<Clock>[] => [
  { title: 'LIMIT', of: ({ due }) => momentText(due, zone) },
  { title: 'STATE', of: ({ state }) => STATE_WORDS[state as keyof typeof STATE_WORDS] },
  {
    title: 'WHO',
    of: ({ people, personLabel }) => (people === 1 ? personLabel : `${String(people)} people`),
    least: 16,
  },
  { title: 'IN', of: ({ causeLabel }) => causeLabel, least: 24 },
  { title: 'ID', of: ({ people, person, cause }) => file.short(people === 1 ? person : cause) },
];

/** Which rule it is and why it says so: the last line of its reasoning. */
function belowClock({ file, day, zone }: Reading, clock: Clock): readonly string[] {
  const found = file
    .clocks({ about: clock.person, on: day })
    .find(({ rule, dueAt, subject, matter }) => {
      const isSameDue = Math.floor(dueAt.earliest ?? Number.NaN) === clock.due;
      return rule === clock.rule && isSameDue && [subject, matter].includes(clock.cause);
    });
  if (found === undefined) return [clock.rule];
  const { earliest, latest } = found.dueAt;
  const reason = reasonOf(found);
  return [
    `${found.label} (${found.rule})${reason === '' ? '' : `: ${reason}`}`,
    ...(latest === undefined || latest === earliest
      ? []
      : [`at the latest reading the limit is ${momentText(latest, zone)}`]),
  ];
}

const personColumns = (reading: Reading, since: string): readonly Column<Person>[] => [
  { title: 'NAME', of: ({ label }) => label, least: 20 },
  { title: 'PLACE', of: ({ place }) => place, least: 20 },
  {
    title: since,
    of: (person) => (person.since === undefined ? '' : momentText(person.since, reading.zone)),
  },
  idColumn(reading),
];

type Section = { readonly title: string; readonly total: number; readonly text: string };

function section<Row>(
  title: string,
  { total, first }: { readonly total: number; readonly first: readonly Row[] },
  columns: readonly Column<Row>[],
  { show, below }: { readonly show: Show; readonly below?: (row: Row) => readonly string[] },
): Section {
  const more = total > first.length ? `… and ${String(total - first.length)} more\n` : '';
  const options = below === undefined ? {} : { below };
  return { title, total, text: `${table(first, columns, show, options)}${more}` };
}

function hearingSections(today: Today, reading: Reading): readonly Section[] {
  const { total, first } = today.hearings;
  const isToday = ({ on }: Hearing): boolean => on.startsWith(today.today);
  const now = first.filter(isToday);
  const next = first.filter((hearing) => !isToday(hearing));
  const options = { show: reading.show, below: belowHearing };
  const columns = hearingColumns(reading);
  // Where not all are given, those left out come last.
  const unseen = total - first.length;
  return [
    section(`Hearings today`, { total: now.length, first: now }, columns, options),
    section(
      `Hearings tomorrow, ${today.tomorrow}`,
      { total: next.length + unseen, first: next },
      columns,
      options,
    ),
  ];
}

function clockSections(today: Today, reading: Reading): readonly Section[] {
  const { clocksNext, clocksPast } = today;
  const options = { show: reading.show, below: (clock: Clock) => belowClock(reading, clock) };
  const columns = clockColumns(reading);
  const next = { total: clocksNext.length, first: clocksNext.slice(0, MOST_CLOCKS) };
  // Each row stands for all people of one cause; the total counts every clock.
  const shown = clocksPast.first.reduce((sum, { people }) => sum + people, 0);
  const past = clocksPast.first.slice(0, MOST_CLOCKS);
  const rows = past.length === clocksPast.first.length && shown === clocksPast.total;
  return [
    section(
      'Limits that passed',
      { total: rows ? past.length : clocksPast.total, first: past },
      columns,
      options,
    ),
    section('Limits to come', next, columns, options),
  ];
}

function matterSections(today: Today, reading: Reading): readonly Section[] {
  const { show } = reading;
  return [
    section(
      'Release ordered, not out yet',
      today.stalledReleases,
      [{ title: 'LAST STEP', of: ({ step }) => spaced(step) }, ...personColumns(reading, 'SINCE')],
      { show },
    ),
    section(
      'Pending without a next date',
      today.withoutNextDate,
      [
        { title: 'LAST DATE', of: ({ lastOn }) => lastOn ?? 'never' },
        { title: 'PROCEEDING', of: ({ label }) => label, least: 20 },
        { title: 'CASE', of: ({ matterLabel }) => matterLabel, least: 20 },
        idColumn(reading),
      ],
      { show },
    ),
    section(
      'Tasks overdue',
      today.overdueTasks,
      [
        { title: 'DUE', of: ({ due }) => due.slice(0, 10) },
        { title: 'TASK', of: ({ label }) => label, least: 24 },
        { title: 'WHO', of: ({ assignee }) => assignee || 'nobody yet', least: 12 },
        idColumn(reading),
      ],
      { show },
    ),
  ];
}

function sections(today: Today, reading: Reading): readonly Section[] {
  const { show } = reading;
  return [
    section(
      'INSIDE WITHOUT ANY BASIS',
      today.insideWithoutBasis,
      personColumns(reading, 'LAST BASIS ENDED'),
      { show },
    ),
    ...hearingSections(today, reading),
    ...clockSections(today, reading),
    ...matterSections(today, reading),
    section(
      'Whereabouts not confirmed for 14 days',
      today.unconfirmed,
      personColumns(reading, 'LAST FACT'),
      { show },
    ),
    section(
      'Two values for one field',
      today.conflicts,
      [
        { title: 'KIND', of: ({ kind }) => kind },
        { title: 'RECORD', of: ({ label }) => label, least: 24 },
        { title: 'FIELDS', of: ({ paths }) => String(paths) },
        idColumn(reading),
      ],
      { show },
    ),
  ];
}

function textOf(today: Today, reading: Reading): string {
  const all = sections(today, reading);
  const said = all.filter(({ total }) => total > 0);
  const quiet = all.filter(({ total }) => total === 0).map(({ title }) => title.toLowerCase());
  const body = said.map(({ title, total, text }) => `${title} (${String(total)})\n${text}`);
  const none = broken(`Nothing of: ${quiet.join('; ')}.`, TEXT_WIDTH).join('\n');
  const rest = quiet.length === 0 ? '' : `\n${none}\n`;
  const more =
    today.clocksNext.length + today.clocksPast.total === 0
      ? ''
      : '\nThe whole reasoning of a limit: rihai clocks --about ID\n';
  return `${today.today}  (${reading.zone})\n\n${body.join('\n')}${rest}${more}`;
}

export const today = defineCommand<TodayOptions>({
  name: 'today',
  summary: 'say what cannot wait: hearings, limits, people inside without a basis, tasks',
  options: [dayOption('as it stands at noon of that day; now without it')],
  examples: ['rihai today --vault ./office', 'rihai today --vault ./office --date 2025-05-14'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, (file) => {
      tellSample(context, file);
      const found = file.todayOf(options.date);
      const { zone } = file.packs.fallback().pack;
      return {
        json: found,
        text: textOf(found, {
          file,
          day: options.date,
          zone,
          show: showFor(context.isTerminal),
        }),
      };
    }),
});
