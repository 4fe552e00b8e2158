import type { Inline } from '#core/exports/docx/kit/paragraphs';
import { factTable, table, type Cell } from '#core/exports/docx/kit/tables';
import { BLANK, heading, para, prose } from '#core/exports/docx/kit/paragraphs';
import { INK } from '#core/exports/docx/kit/styles';
import type { Paragraph, Table } from 'docx';
import type { RecordKind } from '#shared/domain/kinds';
import type { BriefData } from '../data';
import type { ClockState } from '../ports';

export type Block = Paragraph | Table;

/** Colour of a clock's word; states without alarm are ink. */
export const stateColor = (state: ClockState): string => {
  switch (state) {
    case 'breached':
      return INK.breached;
    case 'due':
      return INK.due;
    case 'met':
      return INK.met;
    case 'unknown':
      return INK.unknown;
    default:
      return INK.text;
  }
};

/** Room after a table, which Word does not give by itself. */
export const gap = (): Paragraph => para('', 'Furniture', { spacing: { before: 0, after: 60 } });

/** A paragraph under a heading for each of several; one alone needs no heading of its own. */
export function each<T>(
  items: readonly T[],
  titleOf: (item: T) => string | undefined,
  blocksOf: (item: T) => readonly Block[],
  blankTitle: string,
): Block[] {
  if (items.length === 1) return items.flatMap(blocksOf);
  return items.flatMap((item) => [heading(titleOf(item) ?? blankTitle, 2), ...blocksOf(item)]);
}

/** A sentence that there is none, or a blank where some may stay back. */
export const none = (data: BriefData, kind: RecordKind, sentence: string): string =>
  [kind, 'case', 'person'].some((one) => data.partial.includes(one as RecordKind))
    ? BLANK
    : sentence;

/** A line of quiet text where a list has nothing to show. */
export const nothing = (text: string): Paragraph => para(text, 'Note');

export { factTable, heading, para, prose, table, INK };
export type { Cell, Inline };
