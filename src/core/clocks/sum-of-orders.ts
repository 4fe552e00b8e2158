import type { RuleOf } from '#core/packs/model';
import { dayOf, daysBetween, NO_BOUNDS, startOfDay, wallOf, writtenSaid } from './time';
import {
  agreed,
  choiceSteps,
  endOf,
  eventsAfter,
  finding,
  isKnown,
  spansOf,
  step,
  type Dated,
  type Span,
} from './spells';
import type { Bounds, ClockFacts, Finding, Step } from './model';

type Days = { readonly least: number; readonly most: number };

/** Days of one spell: what orders grant, or the nights between its dates. Undefined where neither is known. */
export function daysOf(span: Span, zone: string): Days | undefined {
  const { from, until, spell } = span;
  const ends = until.bounds;
  const starts = from.bounds;
  const all = [...spell.days];
  if (starts.earliest !== undefined && ends.latest !== undefined)
    all.push(daysBetween(dayOf(starts.earliest, zone), dayOf(ends.latest, zone)));
  if (starts.latest !== undefined && ends.earliest !== undefined)
    all.push(Math.max(0, daysBetween(dayOf(starts.latest, zone), dayOf(ends.earliest, zone))));
  return all.length === 0 ? undefined : { least: Math.min(...all), most: Math.max(...all) };
}

/** Days of all spells together. Days that overlap are surely one day each, and perhaps two orders. */
function totalOf(spans: readonly Span[], zone: string): Days {
  let least = 0;
  let most = 0;
  let reach = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    const days = daysOf(span, zone) ?? { least: 0, most: 0 };
    most += days.most;
    const { earliest, latest } = span.from.bounds;
    if (earliest === undefined || latest === undefined) continue;
    const first = daysBetween('1970-01-01', dayOf(earliest, zone));
    const isOneDay = dayOf(earliest, zone) === dayOf(latest, zone);
    const overlap = isOneDay ? Math.max(0, Math.min(days.least, reach - first)) : 0;
    least += days.least - overlap;
    reach = Math.max(reach, first + days.least);
  }
  return { least, most };
}

/** The moment at which the days of all spells together reach the cap, the first day counted. */
function sumReached(spans: readonly Span[], cap: number, zone: string): number | undefined {
  let left = cap;
  let reached: number | undefined;
  for (const span of spans) {
    const from = span.from.bounds.earliest;
    if (from === undefined) continue;
    const days = daysOf(span, zone)?.most ?? 0;
    reached = startOfDay(dayOf(from, zone), zone, left);
    if (days > left) return reached;
    left -= days;
  }
  return reached;
}

/** When police custody under these spells ended: by its own end, by another basis after it, or by release. */
function endedAt(facts: ClockFacts, spans: readonly Span[]): Dated | undefined {
  const lastStart = spans.at(-1)?.from.bounds.earliest;
  const holds = spans.filter(({ spell }) => !spell.isOrder);
  const types = new Set(spans.map(({ spell }) => spell.type));
  const next = spansOf(facts.spells, facts.zone).find(
    ({ spell, from }) =>
      !types.has(spell.type) &&
      spell.type !== 'arrest' &&
      (from.bounds.earliest ?? -Infinity) >= (lastStart ?? Infinity),
  );
  const lastHold = holds.at(-1);
  const until = lastHold?.until ?? { said: [], bounds: NO_BOUNDS };
  const end = endOf(facts, until, lastStart);
  if (isKnown(end)) return end;
  return next?.from;
}

function countSteps(spans: readonly Span[], total: Days, cap: number, zone: string): Step[] {
  const lines = spans.map((span) => {
    const days = daysOf(span, zone);
    return step(days === undefined ? 'spellOpen' : 'spell', {
      type: span.spell.type,
      from: writtenSaid(span.from.said),
      days: days === undefined ? '' : spread(days),
    });
  });
  return [...lines, step('sum', { total: spread(total), cap })];
}

const spread = ({ least, most }: Days): string =>
  least === most ? String(least) : `${String(least)}-${String(most)}`;

function limits(
  rule: RuleOf<'sumOfOrders'>,
  start: Bounds,
  spans: readonly Span[],
  zone: string,
): Bounds {
  const cap = rule.cap.n;
  const first = rule.firstDay === 'excluded' ? 1 : 0;
  const last = rule.firstDay === 'counts' ? 0 : 1;
  const at = (moment: number | undefined, days: number) =>
    moment === undefined ? undefined : startOfDay(dayOf(moment, zone), zone, days);
  const reached = sumReached(spans, cap, zone);
  const late = [at(start.latest, cap + last), at(reached, last)].filter(isNumber);
  return {
    // Days in a row can never be more than days given, so this reading is always the earlier.
    earliest: at(start.earliest, cap + first),
    latest: start.latest === undefined || late.length === 0 ? undefined : Math.max(...late),
  };
}

const isNumber = (value: number | undefined): value is number => value !== undefined;

function stateOf(total: Days, cap: number, due: Bounds, end: Dated | undefined) {
  if (total.least > cap) return { state: 'breached', isOpen: end === undefined } as const;
  if (total.most > cap) return { state: 'due', isOpen: end === undefined } as const;
  if (end === undefined) return { state: 'running', isOpen: true } as const;
  const isInTime = (end.bounds.earliest ?? Infinity) <= (due.earliest ?? -Infinity);
  return { state: isInTime ? 'met' : 'due', isOpen: false } as const;
}

/** The first production: the first spell, and the event that tells of it where that is not later. */
function startOf(rule: RuleOf<'sumOfOrders'>, facts: ClockFacts, spans: readonly Span[]): Dated {
  const first = spans[0]?.from ?? { said: [], bounds: NO_BOUNDS };
  const produced = eventsAfter(facts, rule.startEvents, undefined)[0];
  const isNotLater = (produced?.bounds.earliest ?? Infinity) <= (first.bounds.latest ?? Infinity);
  return agreed(first, isNotLater ? produced : undefined);
}

/** Days by the orders, or by the holds where they show more. */
function mostOf(a: Days, b: Days): Days {
  return { least: Math.max(a.least, b.least), most: Math.max(a.most, b.most) };
}

/**
 * At most so many days by all orders of a case. Two readings are kept: days in
 * a row from the first production, which gives the earlier date and is warned
 * on, and days in fact given.
 */
export function evaluateSumOfOrders(rule: RuleOf<'sumOfOrders'>, facts: ClockFacts): Finding {
  const { zone } = facts;
  const all = spansOf(
    facts.spells.filter(({ type }) => rule.holds.includes(type)),
    zone,
  );
  const orders = all.filter(({ spell }) => spell.isOrder);
  const holds = all.filter(({ spell }) => !spell.isOrder);
  const counted = orders.length > 0 ? orders : holds;
  const start = startOf(rule, facts, counted);
  const from = start.bounds.earliest;
  if (from === undefined)
    return finding(facts, {
      startsAt: start.bounds,
      missing: ['remandFrom'],
      steps: [step('missing', { fact: 'remandFrom' })],
    });
  const total = mostOf(totalOf(orders, zone), totalOf(holds, zone));
  const due = limits(rule, start.bounds, counted, zone);
  const end = endedAt(facts, all);
  const { state, isOpen } = stateOf(total, rule.cap.n, due, end);
  const isUnmeasured = isOpen && counted.some((span) => daysOf(span, zone) === undefined);
  const isUnsure = state === 'due' && total.most > rule.cap.n;
  return finding(facts, {
    state,
    isOpen,
    endedAt: isOpen ? NO_BOUNDS : (end?.bounds ?? NO_BOUNDS),
    startsAt: start.bounds,
    dueAt: due,
    missing: isUnmeasured || isUnsure ? ['remandLength'] : [],
    steps: [
      ...choiceSteps('firstProduction', start, wallOf(from, zone)),
      ...countSteps(counted, total, rule.cap.n, zone),
      step(`firstDay.${rule.firstDay}`, limitsParams(due, zone)),
      ...(state === 'breached' ? [step('overCap', { days: total.least - rule.cap.n })] : []),
      ...(end === undefined ? [] : [step('policeCustodyEnded', { said: writtenSaid(end.said) })]),
    ],
  });
}

/** The two dates that a way of counting the first day gives. */
export const limitsParams = (due: Bounds, zone: string): Step['params'] => ({
  earliest: due.earliest === undefined ? '' : wallOf(due.earliest, zone),
  latest: due.latest === undefined ? '' : wallOf(due.latest, zone),
});
