import type { RuleOf } from '#core/packs/model';
import { dayOf, daysBetween, joined, NO_BOUNDS, startOfDay, wallOf, writtenSaid } from './time';
import {
  choiceSteps,
  closedBy,
  dated,
  endOf,
  finding,
  isKnown,
  spansOf,
  step,
  type Span,
} from './spells';
import { limitsParams } from './sum-of-orders';
import type { Bounds, ClockFacts, Finding, MissingFact, Spell, Step } from './model';

type PerOrder = RuleOf<'perOrder'>;

function afterDays(rule: PerOrder, from: Bounds, days: number, zone: string): Bounds {
  const first = rule.firstDay === 'excluded' ? 1 : 0;
  const last = rule.firstDay === 'counts' ? 0 : 1;
  const at = (moment: number | undefined, more: number) =>
    moment === undefined ? undefined : startOfDay(dayOf(moment, zone), zone, days + more);
  return { earliest: at(from.earliest, first), latest: at(from.latest, last) };
}

const least = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

/** When the order lapses: at the day it names, after the days it grants, and never after the cap. */
function lapseOf(rule: PerOrder, span: Span, zone: string): Bounds {
  const from = span.from.bounds;
  const ends = [
    ...(isKnown(span.until) ? [span.until.bounds] : []),
    // Days granted from an unknown day give no date.
    ...(isKnown(span.from) ? span.spell.days.map((days) => afterDays(rule, from, days, zone)) : []),
  ];
  const own = ends.length === 0 ? NO_BOUNDS : joined(ends);
  const cap = isKnown(span.from) ? afterDays(rule, from, rule.cap.n, zone) : NO_BOUNDS;
  return {
    earliest: least(own.earliest, cap.earliest),
    latest: ends.length > 0 && own.latest === undefined ? undefined : least(own.latest, cap.latest),
  };
}

/** Days by which the order itself goes over the cap, in the reading kindest to it; 0 where it may not. */
function daysOverCap(rule: PerOrder, span: Span, zone: string): number {
  const lengths = [...span.spell.days];
  const from = span.from.bounds.latest;
  const until = span.until.bounds.earliest;
  if (from !== undefined && until !== undefined)
    lengths.push(daysBetween(dayOf(from, zone), dayOf(until, zone)));
  return lengths.length === 0 ? 0 : Math.max(0, Math.min(...lengths) - rule.cap.n);
}

/** The next basis of custody in this case: another order of this kind, or a hold of another. */
function nextOf(facts: ClockFacts, span: Span): Span | undefined {
  const { subject } = facts;
  const start = span.from.bounds.earliest ?? span.until.bounds.earliest ?? Infinity;
  return spansOf(facts.spells, facts.zone).find(
    ({ spell, from }) =>
      spell.id !== subject.id &&
      spell.id !== subject.other &&
      (spell.type !== subject.type || spell.isOrder === subject.isOrder) &&
      ((from.bounds.earliest ?? -Infinity) > start ||
        (from.bounds.earliest === start && spell.isOrder && spell.id > subject.id)),
  );
}

/** Custody under the order came to an end of its own: release, or the end of the hold it feeds. */
function custodyEnd(facts: ClockFacts, span: Span) {
  const holds = spansOf(
    facts.spells.filter(({ type, isOrder }) => type === facts.subject.type && !isOrder),
    facts.zone,
  );
  const isOpen = holds.some(({ until }) => !isKnown(until));
  const lastHold = isOpen ? undefined : holds.at(-1)?.until;
  const last = facts.subject.isOrder ? lastHold : span.until;
  return endOf(facts, last ?? dated([], facts.zone), span.from.bounds.earliest);
}

type Verdict = Pick<Finding, 'state' | 'endedAt'> & { readonly steps: readonly Step[] };

function renewal(next: Span, due: Bounds, zone: string): Verdict {
  const said = writtenSaid(next.from.said);
  const endedAt = next.from.bounds;
  const { earliest, latest } = endedAt;
  if ((latest ?? Infinity) <= endOfDay(due.latest, zone))
    return { state: 'met', endedAt, steps: [step('renewed', { said })] };
  if ((earliest ?? -Infinity) > (due.latest ?? Infinity)) {
    const days = daysBetween(dayOf(due.latest ?? 0, zone), dayOf(earliest ?? 0, zone));
    return { state: 'breached', endedAt, steps: [step('renewedLate', { said, days })] };
  }
  return { state: 'due', endedAt, steps: [step('renewedUnsure', { said })] };
}

// A day named as the end of an order is the day of production: an order of that day renews it.
function endOfDay(moment: number | undefined, zone: string): number {
  if (moment === undefined) return Infinity;
  const midnight = startOfDay(dayOf(moment, zone), zone);
  return midnight === moment ? moment : startOfDay(dayOf(moment, zone), zone, 1) - 1;
}

function verdict(rule: PerOrder, facts: ClockFacts, span: Span, due: Bounds): Verdict {
  const over = facts.subject.isOrder ? daysOverCap(rule, span, facts.zone) : 0;
  const next = nextOf(facts, span);
  const end = custodyEnd(facts, span);
  if (over > 0)
    return {
      state: 'breached',
      endedAt: next?.from.bounds ?? end.bounds,
      steps: [step('orderOverCap', { days: over, cap: rule.cap.n })],
    };
  if (next !== undefined) return renewal(next, due, facts.zone);
  if (!isKnown(end))
    return { state: 'running', endedAt: NO_BOUNDS, steps: [step('lapsesWithoutWarrant')] };
  const said = writtenSaid(end.said);
  if ((end.bounds.earliest ?? Infinity) <= endOfDay(due.latest, facts.zone))
    return { state: 'met', endedAt: end.bounds, steps: [step('endedInTime', { said })] };
  return { state: 'breached', endedAt: end.bounds, steps: [step('heldAfterLapse', { said })] };
}

/** A hold without recorded orders tells nothing of how long each order was. */
function withoutOrders(facts: ClockFacts, span: Span, due: Bounds): Finding {
  return finding(facts, {
    state: 'unknown',
    ...closedBy(custodyEnd(facts, span).bounds),
    startsAt: span.from.bounds,
    dueAt: due,
    missing: ['remandOrders'],
    steps: [
      step('missing', { fact: 'remandOrders' }),
      step('capFromStart', limitsParams(due, facts.zone)),
    ],
  });
}

const begunBy = ({ type }: Spell): string =>
  type === 'preventiveDetention' ? 'detainedUnder' : 'remanded';

/** At most so many days by each order, and no custody between two of them. */
export function evaluatePerOrder(rule: PerOrder, facts: ClockFacts): Finding {
  const { zone, subject } = facts;
  const span = spansOf([subject], zone)[0];
  if (span === undefined || !(isKnown(span.from) || isKnown(span.until)))
    return finding(facts, {
      missing: ['remandFrom'],
      steps: [step('missing', { fact: 'remandFrom' })],
    });
  const due = lapseOf(rule, span, zone);
  if (due.earliest === undefined)
    return finding(facts, {
      startsAt: span.from.bounds,
      dueAt: due,
      missing: ['remandFrom'],
      steps: [step('missing', { fact: 'remandFrom' })],
    });
  if (!subject.isOrder && !isShort(rule, span, zone)) return withoutOrders(facts, span, due);
  const hasLength = subject.days.length > 0 || isKnown(span.until);
  const missing: MissingFact[] = hasLength ? [] : ['orderUntil'];
  const result = verdict(rule, facts, span, due);
  const start = span.from.bounds.earliest;
  return finding(facts, {
    state: result.state,
    ...closedBy(result.endedAt),
    startsAt: span.from.bounds,
    dueAt: due,
    missing,
    steps: [
      ...(start === undefined ? [] : choiceSteps(begunBy(subject), span.from, wallOf(start, zone))),
      hasLength
        ? step('orderRuns', {
            from: writtenSaid(span.from.said),
            until: writtenSaid(span.until.said),
            days: [...new Set(subject.days)].join('|'),
            cap: rule.cap.n,
          })
        : step('orderWithoutLength', { from: writtenSaid(span.from.said), cap: rule.cap.n }),
      step(`firstDay.${rule.firstDay}`, limitsParams(due, zone)),
      ...result.steps,
    ],
  });
}

/** A closed hold no longer than one order may be can stand for that order. */
function isShort(rule: PerOrder, span: Span, zone: string): boolean {
  const from = span.from.bounds.earliest;
  const until = span.until.bounds.latest;
  if (from === undefined || until === undefined) return false;
  return daysBetween(dayOf(from, zone), dayOf(until, zone)) <= rule.cap.n;
}
