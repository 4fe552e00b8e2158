import type { RuleOf } from '#core/packs/model';
import { addLength, wallOf, writtenSaid } from './time';
import { agreed, choiceSteps, dated, endOf, eventsAfter, finding, isKnown, step } from './spells';
import type { Bounds, ClockFacts, Finding, MissingFact, Said, Step } from './model';
import type { Dated } from './spells';

type Outcome = { readonly what: string; readonly at: Dated };

/** What ended the running time: production, remand taken for one, or the end of custody. */
function outcomeOf(rule: RuleOf<'elapsed'>, facts: ClockFacts, after: number): Outcome | undefined {
  const met = eventsAfter(facts, rule.metBy, after)[0];
  if (met !== undefined) return { what: met.event.type, at: met };
  // A remand shows a production, and nothing else.
  const remand = (rule.metBy.includes('produced') ? facts.spells : [])
    .filter(({ type }) => type === 'policeRemand' || type === 'judicialRemand')
    .map((spell) => dated(spell.from, facts.zone))
    .filter((from) => isKnown(from) && (from.bounds.latest ?? Infinity) >= after)
    .toSorted((a, b) => (a.bounds.earliest ?? 0) - (b.bounds.earliest ?? 0))[0];
  if (remand !== undefined && facts.subject.case !== undefined)
    return { what: 'remanded', at: remand };
  const end = endOf(facts, dated(facts.subject.until, facts.zone), after);
  return isKnown(end) ? { what: 'custodyEnded', at: end } : undefined;
}

function travelOf(rule: RuleOf<'elapsed'>, facts: ClockFacts, after: number): Said<number> {
  if (!rule.excludeTravel) return [0];
  const events = eventsAfter(facts, [...rule.startEvents, ...rule.metBy], after);
  const first = events.find(({ event }) => event.travelMinutes.length > 0);
  return first?.event.travelMinutes ?? [];
}

/** Compares an outcome with a limit, both perhaps spread: sure where every reading agrees. */
export function judge(at: Bounds, due: Bounds): 'met' | 'breached' | 'due' {
  if ((at.latest ?? Infinity) <= (due.earliest ?? -Infinity)) return 'met';
  if ((at.earliest ?? -Infinity) > (due.latest ?? Infinity)) return 'breached';
  return 'due';
}

function outcomeStep(
  needs: string | undefined,
  { what, at }: Outcome,
  state: string,
  due: Bounds,
): Step {
  const said = writtenSaid(at.said);
  const { earliest, latest } = at.bounds;
  if (state === 'met') return step('metBy', { what, said });
  const minutes = (earliest ?? 0) - (due.latest ?? 0);
  const most: Readonly<Record<string, number>> =
    latest === undefined ? {} : { most: latest - (due.earliest ?? 0) };
  if (what === 'custodyEnded')
    return step(`release.${state}`, { said, minutes, needs: needs ?? '', ...most });
  if (state === 'breached')
    return step(minutes === most['most'] ? 'breachedBy' : 'breachedByAtLeast', {
      what,
      said,
      minutes,
      ...most,
    });
  return step('unsure', { what, said, ...(earliest === undefined ? {} : most) });
}

/** The arrest, from the hold and from an event that tells of it. */
function startOf(rule: RuleOf<'elapsed'>, facts: ClockFacts): Dated {
  const own = dated(facts.subject.from, facts.zone);
  const isNear = ({ bounds }: Dated) =>
    Math.abs((bounds.earliest ?? Infinity) - (own.bounds.earliest ?? 0)) <= NEAR_MINUTES;
  const told = eventsAfter(facts, rule.startEvents, undefined).find(
    (one) => one.event.hold === facts.subject.id || !isKnown(own) || isNear(one),
  );
  return agreed(own, told);
}

// An arrest that names no hold is this hold's if it lies within a week of it.
const NEAR_MINUTES = 7 * 1440;

type Limit = { readonly due: Bounds; readonly steps: readonly Step[] };

function limitOf(
  rule: RuleOf<'elapsed'>,
  facts: ClockFacts,
  from: number,
  latest: number | undefined,
): Limit {
  const { zone } = facts;
  const travel = travelOf(rule, facts, from);
  const least = Math.min(...(travel.length === 0 ? [0] : travel));
  const most = Math.max(0, ...travel);
  const first = addLength(from, rule.length, zone) + least;
  const last = latest === undefined ? undefined : addLength(latest, rule.length, zone) + most;
  const steps: Step[] = [
    ...(rule.excludeTravel && travel.length === 0 ? [step('travelUnknown')] : []),
    ...(new Set(travel).size > 1 ? [step('travelRivals', { least, most })] : []),
    step('elapsed', {
      begun: begunBy(facts),
      start: wallOf(from, zone),
      n: rule.length.n,
      unit: rule.length.unit,
      travel: least,
      due: wallOf(first, zone),
    }),
  ];
  if (last !== undefined && last !== first)
    steps.push(step('latestReading', { due: wallOf(last, zone) }));
  return { due: { earliest: first, latest: last }, steps };
}

/** How the reasoning calls the start: an order of detention is no arrest. */
const begunBy = ({ subject }: ClockFacts): string =>
  subject.type === 'preventiveDetention' ? 'detainedUnder' : 'arrested';

/** What the file does not tell where custody ended and nothing met the limit. */
const UNRECORDED: Readonly<Record<string, MissingFact>> = {
  produced: 'production',
  groundsInformed: 'grounds',
  boardReported: 'boardReport',
};

/** So long after the start, the journey left out of the count; met by an event in time. */
export function evaluateElapsed(rule: RuleOf<'elapsed'>, facts: ClockFacts): Finding {
  const start = startOf(rule, facts);
  const from = start.bounds.earliest;
  if (from === undefined)
    return finding(facts, {
      startsAt: start.bounds,
      missing: ['arrestedAt'],
      steps: [step('missing', { fact: 'arrestedAt' })],
    });
  const { due, steps: limitSteps } = limitOf(rule, facts, from, start.bounds.latest);
  const steps = [...choiceSteps(begunBy(facts), start, wallOf(from, facts.zone)), ...limitSteps];
  const outcome = outcomeOf(rule, facts, from);
  const result = { startsAt: start.bounds, dueAt: due };
  if (outcome === undefined)
    return finding(facts, {
      ...result,
      state: 'running',
      steps: [...steps, step('notYet', { what: rule.metBy[0] ?? '' })],
    });
  const state = judge(outcome.at.bounds, due);
  if (outcome.what === 'remanded') steps.push(step('remandAsProduction'));
  return finding(facts, {
    ...result,
    state,
    isOpen: false,
    endedAt: outcome.at.bounds,
    missing: missingOf(rule, state, start, outcome),
    steps: [...steps, outcomeStep(rule.metBy[0], outcome, state, due)],
  });
}

function missingOf(
  rule: RuleOf<'elapsed'>,
  state: string,
  start: Dated,
  { what, at }: Outcome,
): Finding['missing'] {
  if (state === 'met') return [];
  const isWide = ({ bounds }: Dated) => bounds.earliest !== bounds.latest;
  return [
    ...(state === 'due' && isWide(start) ? (['arrestTime'] as const) : []),
    ...(what === 'custodyEnded' ? [UNRECORDED[rule.metBy[0] ?? 'produced'] ?? 'production'] : []),
    ...(state === 'due' && what !== 'custodyEnded' && isWide(at) ? (['producedAt'] as const) : []),
  ];
}
