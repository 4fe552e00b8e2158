import type { Today } from '#core/app/index';
import { dayOption, defineCommand, type VaultOptions } from '../command';
import { showFor, table, type Column, type Show } from '../format';
import { withCaseFile } from '../session';
import { momentText, STATE_WORDS } from '../words';

type TodayOptions = VaultOptions & { readonly date?: string };
type Rows<Part> = Part extends { readonly first: readonly (infer Row)[] } ? Row : never;
type Hearing = Rows<Today['hearings']>;
type Clock = Today['clocksNext'][number];
type Person = Rows<Today['insideWithoutBasis']>;

const MOST_CLOCKS = 15;

const hearingColumns = (today: Today): readonly Column<Hearing>[] => [
  { title: 'DAY', of: ({ on }) => (on.startsWith(today.today) ? 'today' : 'tomorrow') },
  { title: 'TIME', of: ({ on, isTimeKnown }) => (isTimeKnown ? on.slice(11) : '') },
  { title: 'COURT', of: ({ court }) => court, most: 36 },
  { title: 'ROOM', of: ({ courtRoom }) => courtRoom },
  { title: 'NO.', of: ({ listNumber }) => String(listNumber ?? '') },
  {
    title: 'MATTER',
    of: ({ matterLabel, proceedingLabel }) => matterLabel || proceedingLabel,
    most: 40,
  },
  { title: 'PURPOSE', of: ({ purpose }) => purpose, most: 32 },
  { title: 'GOES', of: ({ goes }) => goes, most: 24 },
  { title: 'ID', of: ({ id }) => id },
];

const clockColumns = (zone: string): readonly Column<Clock>[] => [
  { title: 'LIMIT', of: ({ due }) => momentText(due, zone) },
  { title: '', of: ({ state }) => STATE_WORDS[state as keyof typeof STATE_WORDS] },
  { title: 'RULE', of: ({ rule }) => rule },
  {
    title: 'WHO',
    of: ({ people, personLabel }) => (people === 1 ? personLabel : `${String(people)} people`),
    most: 32,
  },
  { title: 'IN', of: ({ causeLabel }) => causeLabel, most: 44 },
  { title: 'ID', of: ({ people, person, cause }) => (people === 1 ? person : cause) },
];

const personColumns = (zone: string, since: string): readonly Column<Person>[] => [
  { title: 'NAME', of: ({ label }) => label, most: 32 },
  { title: 'PLACE', of: ({ place }) => place, most: 40 },
  {
    title: since,
    of: (person) => (person.since === undefined ? '' : momentText(person.since, zone)),
  },
  { title: 'ID', of: ({ id }) => id },
];

type Section = { readonly title: string; readonly total: number; readonly text: string };

function section<Row>(
  title: string,
  { total, first }: { readonly total: number; readonly first: readonly Row[] },
  columns: readonly Column<Row>[],
  show: Show,
): Section {
  const more = total > first.length ? `… and ${String(total - first.length)} more\n` : '';
  return { title, total, text: `${table(first, columns, show)}${more}` };
}

function sections(today: Today, zone: string, show: Show): readonly Section[] {
  const next = { total: today.clocksNext.length, first: today.clocksNext.slice(0, MOST_CLOCKS) };
  return [
    section(
      'INSIDE WITHOUT ANY BASIS',
      today.insideWithoutBasis,
      personColumns(zone, 'LAST BASIS ENDED'),
      show,
    ),
    section('Hearings today and tomorrow', today.hearings, hearingColumns(today), show),
    section('Limits that passed', today.clocksPast, clockColumns(zone), show),
    section('Limits to come', next, clockColumns(zone), show),
    section(
      'Release ordered, not out yet',
      today.stalledReleases,
      [{ title: 'STEP', of: ({ step }) => step }, ...personColumns(zone, 'SINCE')],
      show,
    ),
    section(
      'Pending without a next date',
      today.withoutNextDate,
      [
        { title: 'LAST DATE', of: ({ lastOn }) => lastOn ?? '' },
        { title: 'PROCEEDING', of: ({ label }) => label, most: 36 },
        { title: 'CASE', of: ({ matterLabel }) => matterLabel, most: 44 },
        { title: 'ID', of: ({ id }) => id },
      ],
      show,
    ),
    section(
      'Tasks overdue',
      today.overdueTasks,
      [
        { title: 'DUE', of: ({ due }) => due.slice(0, 10) },
        { title: 'TASK', of: ({ label }) => label, most: 60 },
        { title: 'WHO', of: ({ assignee }) => assignee, most: 24 },
        { title: 'ID', of: ({ id }) => id },
      ],
      show,
    ),
    section(
      'Whereabouts not confirmed for 14 days',
      today.unconfirmed,
      personColumns(zone, 'LAST FACT'),
      show,
    ),
    section(
      'Two values for one field',
      today.conflicts,
      [
        { title: 'KIND', of: ({ kind }) => kind },
        { title: 'RECORD', of: ({ label }) => label },
        { title: 'FIELDS', of: ({ paths }) => String(paths) },
        { title: 'ID', of: ({ id }) => id },
      ],
      show,
    ),
  ];
}

function textOf(today: Today, zone: string, show: Show): string {
  const all = sections(today, zone, show);
  const said = all.filter(({ total }) => total > 0);
  const quiet = all.filter(({ total }) => total === 0).map(({ title }) => title.toLowerCase());
  const body = said.map(({ title, total, text }) => `${title} (${String(total)})\n${text}`);
  const rest = quiet.length === 0 ? '' : `\nNothing of: ${quiet.join('; ')}.\n`;
  return `${today.today}  (${zone})\n\n${body.join('\n')}${rest}`;
}

export const today = defineCommand<TodayOptions>({
  name: 'today',
  summary: 'say what cannot wait: hearings, limits, people inside without a basis, tasks',
  options: [dayOption('as it stands at noon of that day; now without it')],
  examples: ['rihai today --vault ./office', 'rihai today --vault ./office --date 2025-05-14'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, (file) => {
      const found = file.todayOf(options.date);
      const { zone } = file.packs.fallback().pack;
      return { json: found, text: textOf(found, zone, showFor(context.isTerminal)) };
    }),
});
