import type { RecordReader } from '#core/changes/ports';
import { BLANK } from '#core/exports/docx/kit/paragraphs';
import { printDate, printDay } from '#core/exports/docx/kit/dates';
import { boundsOf } from '#shared/domain/edtf';
import type { DateValue } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import type { RecordView } from '#shared/domain/registry';
import { calledName } from '#shared/domain/records/common';
import type { BriefClocks, BriefPack } from '../ports';
import type { Profile } from '../profiles';
import type { Sentences } from '../sentences';
import type { Words } from '../words';

/** The day a brief speaks of, and the zone of the court. */
export type AsOf = { readonly on: string; readonly zone: string };

/** A person the brief is about, with their places as accused. */
export type Held = {
  readonly id: RecordId;
  readonly person: RecordView<'person'> | undefined;
  /** What the paper calls them; undefined where the name is blank or stays back. */
  readonly name: string | undefined;
  readonly accused: readonly RecordView<'accused'>[];
};

export type Matter = {
  readonly view: RecordView<'case'>;
  readonly accused: readonly RecordView<'accused'>[];
  readonly proceedings: readonly RecordView<'proceeding'>[];
  /** In order of date. */
  readonly hearings: readonly RecordView<'hearing'>[];
};

/** Everything the parts of a brief are gathered from. */
export type Context = {
  /** Gives only what the profile allows. */
  readonly reader: RecordReader;
  readonly clocks: BriefClocks;
  readonly pack: BriefPack;
  readonly profile: Profile;
  readonly asOf: AsOf;
  readonly words: Words;
  readonly say: Sentences;
  readonly people: readonly Held[];
  readonly matters: readonly Matter[];
  /** Whether records of this kind stay back from the paper: then it must not say that there are none. */
  readonly isPartial: (kind: RecordKind) => boolean;
};

export const orBlank = (text: string | undefined): string => text ?? BLANK;

export const dateText = (context: Context, value: DateValue | undefined): string | undefined =>
  printDate(value, context.words.dates, context.asOf.zone);

export const asOfText = (context: Context): string => printDay(context.asOf.on);

const FIRST = '0000';
const LAST = '9999';

/** Where a date stands in a list: by its earliest minute; a blank date comes last. */
export function earliestOf(value: DateValue | undefined): string {
  return value === undefined ? LAST : (boundsOf(value.edtf).earliest ?? FIRST);
}

/** The last minute a date may mean; an open or blank one never ends. */
export function latestOf(value: DateValue | undefined): string {
  return value === undefined ? LAST : (boundsOf(value.edtf).latest ?? LAST);
}

export const byDate =
  <T>(dateOf: (item: T) => DateValue | undefined) =>
  (a: T, b: T): number => {
    const [left, right] = [earliestOf(dateOf(a)), earliestOf(dateOf(b))];
    return left < right ? -1 : left > right ? 1 : 0;
  };

/** Whether a date may still lie ahead on the day of the brief. */
export const mayBeAhead = (context: Context, value: DateValue | undefined): boolean =>
  value !== undefined && latestOf(value) >= `${context.asOf.on}T00:00`;

/** Whether something that may begin and end has begun and not ended on the day of the paper. */
export const isGoingOn = (
  asOf: AsOf,
  from: DateValue | undefined,
  until: DateValue | undefined,
): boolean =>
  (from === undefined || earliestOf(from) <= `${asOf.on}T23:59`) &&
  latestOf(until) >= `${asOf.on}T00:00`;

/** A hold is open until its end, or until the day on which an order lifted it. */
export function isOpenHold(reader: RecordReader, hold: RecordView<'hold'>, asOf: AsOf): boolean {
  const { from, until, liftedBy } = hold.fields;
  if (!isGoingOn(asOf, from, until)) return false;
  if (liftedBy === undefined) return true;
  const liftedOn = reader.getOf('order', liftedBy)?.fields.on;
  return liftedOn !== undefined && earliestOf(liftedOn) > `${asOf.on}T23:59`;
}

/** Texts that are there, joined; undefined where none is. */
export function joined(parts: readonly (string | undefined)[], sign = ', '): string | undefined {
  const there = parts.filter((part) => part !== undefined && part !== '');
  return there.length === 0 ? undefined : there.join(sign);
}

/** Legal names in every script they are known in: `Karim Khayali · کریم خیالی`. */
export function namesIn(
  names: RecordView<'person'>['fields']['names'] | undefined,
): string | undefined {
  const legal = (names ?? []).filter((name) => name.value.kind === 'legal');
  const shown = legal.length > 0 ? legal.map((name) => name.value.text) : [calledName(names)];
  return joined([...new Set(shown)], ' · ');
}

/** Short name of someone the brief is about, where lists of several need it. */
export const nameOf = (context: Context, person: RecordId | undefined): string | undefined =>
  context.people.find((held) => held.id === person)?.name ??
  (person === undefined ? undefined : context.reader.getOf('person', person)?.label);

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `FIR No. 121/2025`, else the title: a case in few words. */
export function firLine(view: RecordView<'case'> | undefined): string | undefined {
  if (view?.fields.firNumber === undefined) return view?.fields.title;
  const { firNumber, firYear } = view.fields;
  return joined([`FIR No. ${firNumber}`, firYear === undefined ? undefined : String(firYear)], '/');
}

/** `State v. Misali, FIR No. 121/2025`: what a case is called in one line. */
export function caseLine(view: RecordView<'case'> | undefined): string | undefined {
  return joined([...new Set([view?.fields.title, firLine(view)])]);
}
