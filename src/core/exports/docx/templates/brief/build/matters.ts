import { BLANK, steps } from '#core/exports/docx/kit/paragraphs';
import { proseCell } from '#core/exports/docx/kit/tables';
import type { BriefData, MatterPart } from '../data';
import type { ChargeRow } from '../gather/case-facts';
import type { HearingRow } from '../gather/hearings';
import type { Sentences } from '../sentences';
import {
  each,
  factTable,
  gap,
  heading,
  INK,
  none,
  nothing,
  para,
  prose,
  stateColor,
  table,
  type Block,
  type Cell,
} from './kit';

const lineOf = (matter: MatterPart): string | undefined => matter.summary.line;

/** A numbered part with what it says of each case. */
const part = (
  data: BriefData,
  title: string,
  blocksOf: (matter: MatterPart) => readonly Block[],
): Block[] => [
  heading(title),
  ...(data.matters.length === 0 ? [para(undefined)] : each(data.matters, lineOf, blocksOf, BLANK)),
];

export const summaryPart = (data: BriefData, say: Sentences, width: number): Block[] =>
  part(data, say.section.summary, ({ summary }) => [
    para(summary.sentences.join(' ')),
    ...(summary.hasAllegation ? prose(summary.allegation) : []),
    ...(summary.forums.length === 0
      ? []
      : [
          factTable(
            summary.forums.map((forum) => [forum.type ?? BLANK, forum.text] as const),
            width,
          ),
          gap(),
        ]),
  ]);

function chargeCells(row: ChargeRow, say: Sentences): Cell[] {
  const label: Cell = {
    lines: [
      ...(row.label === '' ? [] : [[row.label]]),
      ...row.notes.map((text) => [{ text, color: INK.quiet }]),
    ],
  };
  const flags = row.flags ?? say.regime.head.slice(2).map(() => undefined);
  return [[{ text: row.written, bold: true }], label, ...flags];
}

export const regimePart = (data: BriefData, say: Sentences, width: number): Block[] =>
  part(data, say.section.regime, ({ regime }) => [
    factTable(
      [
        [say.regime.regime, regime.regime],
        [say.regime.pack, regime.pack],
      ],
      width,
    ),
    gap(),
    ...(regime.charges.length === 0
      ? [nothing(none(data, 'charge', say.regime.none))]
      : [
          table({
            shares: [15, 26, 14, 11, 17, 17],
            head: say.regime.head,
            rows: regime.charges.map((row) => chargeCells(row, say)),
            width,
          }),
          gap(),
        ]),
    ...(regime.caveat === undefined ? [] : [para(regime.caveat, 'Note')]),
  ]);

/** Each clock with its reasoning as numbered lines, then on what it rests. */
export function clocksPart(data: BriefData, say: Sentences): Block[] {
  if (data.clocks.length === 0)
    return [heading(say.section.clocks), nothing(none(data, 'hold', say.clocks.none))];
  const blocks = data.clocks.flatMap((clock, index): Block[] => {
    const due = [clock.due, clock.distance].filter((text) => text !== undefined).join(', ');
    return [
      para(
        [
          { text: clock.stateWord, bold: true, color: stateColor(clock.state) },
          { text: `   ${clock.label}`, bold: true },
          due === '' ? '' : `; ${due}`,
        ],
        'Normal',
        { keepNext: true, spacing: { before: index === 0 ? 0 : 160, after: 40 } },
      ),
      ...(clock.names.length === 0
        ? []
        : [para(say.clocks.for(clock.names.join(', ')), 'Note', { keepNext: true })]),
      ...steps(clock.steps, index + 1),
      ...(clock.override === undefined ? [] : [para(clock.override, 'Note')]),
      para(clock.basis, 'Note'),
    ];
  });
  const caveats = [...new Set(data.matters.map((matter) => matter.regime.caveat))];
  return [
    heading(say.section.clocks),
    ...blocks,
    ...caveats.filter((text) => text !== undefined).map((text) => para(text, 'Note')),
  ];
}

export const partiesPart = (data: BriefData, say: Sentences, width: number): Block[] =>
  part(data, say.section.parties, ({ parties }) => [
    ...(parties.people.length === 0
      ? []
      : [
          table({
            shares: [24, 40, 36],
            head: say.parties.head,
            rows: parties.people.map((row) => [row.role, row.name, row.of]),
            width,
          }),
          gap(),
        ]),
    ...(parties.coAccused.length === 0
      ? []
      : [
          para([{ text: say.parties.coAccused, bold: true }], 'Normal', { keepNext: true }),
          table({
            shares: [9, 41, 50],
            head: say.parties.coHead,
            rows: parties.coAccused.map((row) => [row.serial, row.name, row.role]),
            width,
          }),
          gap(),
        ]),
  ]);

const hearingCells = (row: HearingRow): Cell[] => [
  row.on,
  { lines: [[{ text: row.purpose, bold: true }], [{ text: row.court, color: INK.quiet }]] },
  row.happened.length === 0 ? '' : { lines: row.happened },
  row.lost === undefined
    ? row.adjourned
    : { lines: [row.adjourned, [{ text: row.lost, color: INK.quiet }]] },
];

function delayTable(data: BriefData, matter: MatterPart, say: Sentences, width: number): Block[] {
  if (matter.delay.length === 0) return [nothing(none(data, 'hearing', say.hearings.noDelay))];
  const sum = (pick: (row: MatterPart['delay'][number]) => number): string =>
    String(matter.delay.reduce((total, row) => total + pick(row), 0));
  const bold = (text: string): Cell => [{ text, bold: true }];
  return [
    para([{ text: say.hearings.delay, bold: true }], 'Normal', { keepNext: true }),
    table({
      shares: [50, 25, 25],
      head: say.hearings.delayHead,
      rows: [
        ...matter.delay.map((row) => [row.by, String(row.count), String(row.days)]),
        [bold(say.hearings.total), bold(sum((row) => row.count)), bold(sum((row) => row.days))],
      ],
      width,
    }),
    para(say.hearings.method, 'Note'),
  ];
}

export const hearingsPart = (data: BriefData, say: Sentences, width: number): Block[] =>
  part(data, say.section.hearings, (matter) =>
    matter.hearings.length === 0
      ? [nothing(none(data, 'hearing', say.hearings.none))]
      : [
          table({
            shares: [17, 29, 30, 24],
            head: say.hearings.head,
            rows: matter.hearings.map(hearingCells),
            width,
          }),
          gap(),
          ...delayTable(data, matter, say, width),
        ],
  );

export function meritsPart(data: BriefData, say: Sentences, width: number): Block[] {
  if (!data.hasMerits) return [];
  return part(data, say.section.merits, (matter) => [
    factTable(
      [
        [say.merits.strengths, proseCell(matter.strengths)],
        [say.merits.gaps, proseCell(matter.gaps)],
      ],
      width,
    ),
    gap(),
  ]);
}
