import type { BriefData } from '../data';
import type { ClockBlock } from '../gather/running-clocks';
import type { Standing } from '../gather/custody';
import type { Sentences } from '../sentences';
import { factTable, INK, none, para, stateColor, type Block, type Cell, type Inline } from './kit';

/** Clocks that fit on page one beside the rest. */
const CLOCKS_AT_A_GLANCE = 6;
const DATES_AT_A_GLANCE = 3;
const FACTS_AT_A_GLANCE = 4;
/** More names than this are set as text. */
const LARGE_NAMES = 2;
/** Of more people than this the custody comes after the clocks, so that these stay on page one. */
const SHORT_LIST = 4;

function nextCell(data: BriefData, say: Sentences): Cell {
  const [first, ...others] = data.nextDates;
  if (first === undefined) {
    return {
      lines: [[{ text: none(data, 'hearing', say.glance.noNext), bold: true, color: INK.due }]],
    };
  }
  const rest = (one: BriefData['nextDates'][number]): string =>
    [one.purpose, one.court].filter((text) => text !== undefined).join('. ');
  return {
    lines: [
      [{ text: first.on, bold: true }, { text: `   ${rest(first)}` }],
      ...others
        .slice(0, DATES_AT_A_GLANCE - 1)
        .map((one): Inline[] => [`${one.on}   ${rest(one)}`]),
    ],
  };
}

function standingLines(standing: Standing, isSeveral: boolean, say: Sentences): Inline[][] {
  const detail = [
    standing.since === undefined ? undefined : say.custody.since(standing.since),
    standing.days,
    standing.place,
  ].filter((text) => text !== undefined);
  const status: Inline = {
    text: standing.status,
    bold: true,
    ...(standing.isAlarm ? { color: INK.breached } : {}),
  };
  return [
    [
      ...(isSeveral ? [{ text: standing.name, bold: true }, '   '] : []),
      isSeveral && !standing.isAlarm ? standing.status : status,
      detail.length === 0 ? '' : `; ${detail.join('; ')}`,
    ],
  ];
}

function clockLine(clock: ClockBlock): Inline[] {
  const due = [clock.due, clock.distance].filter((text) => text !== undefined).join(', ');
  const names = clock.names.length === 0 ? '' : ` (${clock.names.join(', ')})`;
  return [
    { text: clock.stateWord, bold: true, color: stateColor(clock.state) },
    `   ${clock.label}${due === '' ? '' : `; ${due}`}${names}`,
  ];
}

function clockCell(data: BriefData, say: Sentences): Cell {
  const open = data.clocks.filter((clock) =>
    ['breached', 'due', 'running', 'unknown'].includes(clock.state),
  );
  if (open.length === 0) return { lines: [none(data, 'hold', say.glance.noClock)] };
  const more = open.length - CLOCKS_AT_A_GLANCE;
  return {
    lines: [
      ...open.slice(0, CLOCKS_AT_A_GLANCE).map(clockLine),
      ...(more > 0 ? [[{ text: say.glance.more(more), color: INK.quiet }]] : []),
    ],
  };
}

/** Facts with more than one value, so that nobody takes the first for settled. */
function openFacts(data: BriefData, say: Sentences): (readonly [string, Cell])[] {
  const facts = (data.open ?? []).filter((question) => !question.isSettled);
  if (facts.length === 0) return [];
  const more = facts.length - FACTS_AT_A_GLANCE;
  const shown = facts.slice(0, FACTS_AT_A_GLANCE).map((question) => question.fact);
  const text = [...shown, ...(more > 0 ? [say.glance.moreOpen(more)] : [])].join('; ');
  return [[say.glance.open, [{ text, color: INK.conflict }]]];
}

/** Title, next date, how each stands and what runs out: what must be seen at once. */
export function pageOne(data: BriefData, say: Sentences, width: number): Block[] {
  const isSeveral = data.standings.length > 1;
  const lines = data.standings.flatMap((standing) => standingLines(standing, isSeveral, say));
  const custody = [say.glance.custody, lines.length === 0 ? undefined : { lines }] as const;
  const clocks = [say.glance.clocks, clockCell(data, say)] as const;
  return [
    para(say.title, 'Title'),
    para(data.subject, data.standings.length > LARGE_NAMES ? 'Normal' : 'Lead'),
    ...data.matters.map((matter) =>
      para(matter.summary.line, 'Subtitle', { spacing: { before: 0, after: 0 } }),
    ),
    para(data.asOf, 'Note', { spacing: { before: 60, after: 140 } }),
    factTable(
      [
        [say.glance.next, nextCell(data, say)],
        ...(lines.length > SHORT_LIST ? [clocks, custody] : [custody, clocks]),
        ...openFacts(data, say),
      ],
      width,
    ),
  ];
}
