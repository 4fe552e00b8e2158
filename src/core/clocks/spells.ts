import type { DateValue } from '#shared/domain/field';
import { compareText } from './order';
import { joined, NO_BOUNDS, saidBounds, writtenSaid } from './time';
import type { Bounds, ClockFacts, CustodyFact, Finding, Said, Spell, Step } from './model';

/** A date with what was said of it and the moments it may mean. */
export type Dated = { readonly said: Said<DateValue>; readonly bounds: Bounds };

export type Span = { readonly spell: Spell; readonly from: Dated; readonly until: Dated };

export const dated = (said: Said<DateValue>, zone: string): Dated => ({
  said,
  bounds: saidBounds(said, zone),
});

export const isKnown = ({ bounds }: Dated): boolean =>
  bounds.earliest !== undefined || bounds.latest !== undefined;

/** Sorts what is dated, by the earliest moment; what has none comes last, equal ones by id. */
function byStart<T>(start: (item: T) => Bounds, id: (item: T) => string) {
  return (a: T, b: T): number => {
    const first = start(a).earliest ?? Number.POSITIVE_INFINITY;
    const second = start(b).earliest ?? Number.POSITIVE_INFINITY;
    return first === second ? compareText(id(a), id(b)) : first - second;
  };
}

export function spansOf(spells: readonly Spell[], zone: string): readonly Span[] {
  return spells
    .map((spell) => ({
      spell,
      from: dated(spell.from, zone),
      until: dated(spell.until, zone),
    }))
    .toSorted(
      byStart(
        (span) => span.from.bounds,
        (span) => span.spell.id,
      ),
    );
}

/** Whether something that names a hold or a case (or neither) is about this spell. */
export function isAbout(event: CustodyFact, spell: Spell): boolean {
  if (event.hold !== undefined) return event.hold === spell.id || event.hold === spell.other;
  return event.case === undefined || spell.case === undefined || event.case === spell.case;
}

export type DatedEvent = Dated & { readonly event: CustodyFact };

/** Events of some types about a spell, that may lie at or after a moment, earliest first. */
export function eventsAfter(
  facts: ClockFacts,
  types: readonly string[],
  after: number | undefined,
): readonly DatedEvent[] {
  return eventsOf(facts, types, (event) => isAbout(event, facts.subject), after);
}

function eventsOf(
  facts: ClockFacts,
  types: readonly string[],
  counts: (event: CustodyFact, facts: ClockFacts) => boolean,
  after: number | undefined,
): readonly DatedEvent[] {
  return facts.events
    .filter((event) => types.includes(event.type) && counts(event, facts))
    .map((event) => ({ ...dated(event.at, facts.zone), event }))
    .filter((one) => isKnown(one) && (one.bounds.latest ?? Infinity) >= (after ?? -Infinity))
    .toSorted(
      byStart(
        (one) => one.bounds,
        (one) => one.event.id,
      ),
    );
}

const within = (inner: Bounds, outer: Bounds): boolean =>
  (inner.earliest ?? -Infinity) >= (outer.earliest ?? -Infinity) &&
  (inner.latest ?? Infinity) <= (outer.latest ?? Infinity);

const isDisputed = ({ said }: Dated): boolean => new Set(said.map(({ edtf }) => edtf)).size > 1;

/**
 * One moment that two records tell of: the narrower where it lies within the
 * wider (a day, and an hour of that day); both where they disagree, or where
 * one of them is disputed already.
 */
export function agreed(first: Dated, second: Dated | undefined): Dated {
  if (second === undefined || !isKnown(second)) return first;
  if (!isKnown(first)) return second;
  if (!isDisputed(first) && !isDisputed(second)) {
    if (within(second.bounds, first.bounds)) return second;
    if (within(first.bounds, second.bounds)) return first;
  }
  return {
    said: [...first.said, ...second.said],
    bounds: joined([first.bounds, second.bounds]),
  };
}

const ENDS_CUSTODY = ['released', 'died'] as const;

/**
 * Whether a release or death ended custody on the basis at hand. One that names a later hold of
 * the same case did; one that names a new arrest in it tells nothing of what came before.
 */
function endsCustody(event: CustodyFact, { subject, spells }: ClockFacts): boolean {
  if (event.type === 'died' || isAbout(event, subject)) return true;
  if (event.hold === undefined) return false;
  const named = spells.find(({ id, other }) => id === event.hold || other === event.hold);
  return named !== undefined && named.type !== 'arrest';
}

/** When custody on this basis ended by release, death or its own end; unknown bounds where it goes on. */
export function endOf(facts: ClockFacts, until: Dated, after: number | undefined): Dated {
  const release = eventsOf(facts, ENDS_CUSTODY, endsCustody, after)[0];
  if (!isKnown(until)) return release ?? { said: [], bounds: NO_BOUNDS };
  if (release === undefined) return until;
  return (release.bounds.earliest ?? 0) < (until.bounds.earliest ?? 0) ? release : until;
}

/** When all custody in the case ended: every basis of it, or the person by release. */
export function custodyOver(facts: ClockFacts): Dated {
  const all = spansOf(facts.spells, facts.zone);
  const holds = all.filter(({ spell }) => !spell.isOrder);
  const isOver = holds.length > 0 && holds.every(({ until }) => isKnown(until));
  const last = holds
    .map(({ until }) => until)
    .toSorted((a, b) => late(a) - late(b))
    .at(-1);
  const after = all.findLast(({ from }) => from.bounds.earliest !== undefined);
  const own = isOver && last !== undefined ? last : dated([], facts.zone);
  return endOf(facts, own, after?.from.bounds.earliest);
}

const late = ({ bounds }: Dated): number => bounds.latest ?? Number.POSITIVE_INFINITY;

export const step = (code: string, params: Step['params'] = {}): Step => ({ code, params });

/** Lines that say which of several or of partial dates is used. */
export function choiceSteps(what: string, date: Dated, usedWall: string): readonly Step[] {
  const values = new Set(date.said.map(({ edtf }) => edtf));
  const params = { what, said: writtenSaid(date.said), used: usedWall };
  if (values.size > 1) return [step('rivals', params)];
  if (date.bounds.earliest !== date.bounds.latest) return [step('partial', params)];
  return [];
}

/** Open until something ended it. */
export const closedBy = (endedAt: Bounds): Pick<Finding, 'isOpen' | 'endedAt'> => ({
  isOpen: !isKnown({ said: [], bounds: endedAt }),
  endedAt,
});

export const finding = (facts: ClockFacts, part: Partial<Finding>): Finding => ({
  state: 'unknown',
  isOpen: true,
  endedAt: NO_BOUNDS,
  startsAt: NO_BOUNDS,
  dueAt: NO_BOUNDS,
  steps: [],
  missing: [],
  zone: facts.zone,
  ...part,
});
