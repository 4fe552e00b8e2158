import { BLANK } from '#core/exports/docx/kit/paragraphs';
import type { BriefData } from '../data';
import { sharedTimeline, type Standing } from '../gather/custody';
import type { Fact } from '../gather/identity';
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
  table,
  type Block,
  type Cell,
} from './kit';

const facts = (list: readonly Fact[], width: number): Block[] => [factTable(list, width), gap()];

export const identityPart = (data: BriefData, say: Sentences, width: number): Block[] => [
  heading(say.section.identity),
  ...each(
    data.identity,
    (card) => card.name,
    (card) => facts(card.facts, width),
    BLANK,
  ),
  ...(data.identity.length === 0 ? [para(undefined)] : []),
];

/** Of more people than this the days are told together, so that what befell all is read once. */
const TOLD_APART = 4;

function sharedDays(standings: readonly Standing[], say: Sentences, width: number): Block[] {
  const rows = sharedTimeline(standings);
  if (rows.length === 0) return [];
  return [
    para([{ text: say.custody.shared, bold: true }], 'Normal', { keepNext: true }),
    table({
      shares: [23, 21, 34, 22],
      head: say.custody.sharedHead,
      width,
      rows: rows.map(({ row, names }): Cell[] => [
        row.when,
        names.length === standings.length ? say.custody.all(names.length) : names.join(', '),
        [{ text: row.what, bold: row.isBasis }],
        row.where,
      ]),
    }),
    gap(),
  ];
}

function custodyOf(
  standing: Standing,
  say: Sentences,
  { width, isApart }: { readonly width: number; readonly isApart: boolean },
): Block[] {
  const color = standing.isAlarm ? { color: INK.breached } : {};
  const since = standing.since === undefined ? '' : `; ${say.custody.since(standing.since)}`;
  const days: Cell = { lines: [standing.days, ...standing.count] };
  const blocks: Block[] = [
    factTable(
      [
        [say.glance.custody, [{ text: standing.status, bold: true, ...color }, since]],
        [say.custody.at, standing.place],
        [say.custody.days, days],
      ],
      width,
    ),
    gap(),
  ];
  if (!isApart || standing.timeline.length === 0) return blocks;
  return [
    ...blocks,
    table({
      shares: [29, 45, 26],
      head: say.custody.head,
      width,
      rows: standing.timeline.map((row): Cell[] => [
        row.when,
        [{ text: row.what, bold: row.isBasis }],
        row.where,
      ]),
    }),
    gap(),
  ];
}

function nextPart(data: BriefData, say: Sentences): Block[] {
  if (data.nextDates.length === 0) {
    const text = none(data, 'hearing', say.custody.noNext);
    return [para([{ text, bold: true, color: INK.due }])];
  }
  return data.nextDates.map((next) =>
    para([
      { text: `${say.custody.next}: ${next.on}`, bold: true },
      [next.court, next.purpose, ...next.more]
        .filter((text) => text !== undefined)
        .map((text) => `. ${text}`)
        .join(''),
    ]),
  );
}

export function custodyPart(data: BriefData, say: Sentences, width: number): Block[] {
  const isApart = data.standings.length <= TOLD_APART;
  return [
    heading(say.section.custody),
    ...nextPart(data, say),
    ...each(
      data.standings,
      (standing) => standing.name,
      (standing) => custodyOf(standing, say, { width, isApart }),
      BLANK,
    ),
    ...(isApart ? [] : sharedDays(data.standings, say, width)),
    ...(data.standings.some((one) => one.count.length > 0)
      ? [para(say.custody.method, 'Note')]
      : []),
  ];
}

export function healthPart(data: BriefData, say: Sentences, width: number): Block[] {
  if (data.health === undefined) return [];
  const isBlank = ({ facts: said }: { readonly facts: readonly Fact[] }): boolean =>
    said.every(([, value]) => value === undefined);
  const isMany = data.health.length > TOLD_APART;
  const blank = isMany ? data.health.filter(isBlank) : [];
  const told = data.health.filter((card) => !blank.includes(card));
  // Where one of many is left, what is said must not seem to be of all.
  const whose =
    isMany && told.length === 1
      ? [para([{ text: told[0]?.name, bold: true }], 'Normal', { keepNext: true })]
      : [];
  const parts = each(
    told,
    (card) => card.name,
    (card) => facts(card.facts, width),
    BLANK,
  );
  const names = blank.map((card) => card.name ?? BLANK).join(', ');
  return [
    heading(say.section.health),
    ...whose,
    ...(parts.length + blank.length === 0 ? [nothing(BLANK)] : parts),
    ...(blank.length === 0 ? [] : [para(say.health.nothing(names), 'Note')]),
  ];
}
