import type { Length, RuleOf } from '#core/packs/model';
import { judge } from './elapsed';
import {
  choiceSteps,
  closedBy,
  dated,
  endOf,
  finding,
  isKnown,
  spansOf,
  step,
  type Dated,
  type Span,
} from './spells';
import { hasPenalty, isDeathOrLife, possibleLengths } from './thresholds';
import { addLength, dayOf, daysBetween, NO_BOUNDS, wallOf, writtenSaid } from './time';
import type { Bounds, ClockFacts, Finding, Step } from './model';

type Detention = RuleOf<'detention'>;

/** Spells that follow each other without a break, the last such run. */
function lastRun(rule: Detention, facts: ClockFacts): readonly Span[] {
  const { zone } = facts;
  const spans = spansOf(
    facts.spells.filter(({ type }) => rule.holds.includes(type)),
    zone,
  );
  const holds = spans.filter(({ spell }) => !spell.isOrder);
  let run: Span[] = [];
  let reach: number | undefined = -Infinity;
  for (const span of holds.length > 0 ? holds : spans) {
    const from = span.from.bounds.earliest;
    const until = span.until.bounds.latest;
    const isBroken: boolean =
      from !== undefined &&
      reach !== undefined &&
      reach !== -Infinity &&
      daysBetween(dayOf(reach, zone), dayOf(from, zone)) > rule.maxGapDays;
    if (isBroken) run = [];
    run.push(span);
    reach = isBroken || reach === -Infinity ? until : longest(reach, until);
  }
  return run;
}

const longest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : Math.max(a, b);

/** Why the right never arises here; undefined where nothing bars it for sure. */
function barredBy(rule: Detention, facts: ClockFacts): { bar?: string; steps: readonly Step[] } {
  const steps: Step[] = [];
  for (const { fact, effect } of rule.exclusions) {
    if (effect !== 'exclude') continue;
    const truth = fact === 'terrorism' ? terrorism(facts) : convict(facts, fact);
    if (truth === 'yes') return { bar: fact, steps: [step('barred', { fact })] };
    if (truth === 'maybe') steps.push(step('mayBeBarred', { fact }));
  }
  return { steps };
}

function convict(facts: ClockFacts, fact: string): 'yes' | 'no' | 'maybe' {
  if (fact !== 'previousConvict') return 'no';
  const said = facts.matter.previousConvict;
  if (said.length === 0) return 'maybe';
  return said.every(Boolean) ? 'yes' : said.some(Boolean) ? 'maybe' : 'no';
}

function terrorism(facts: ClockFacts): 'yes' | 'no' | 'maybe' {
  const charges = facts.matter.charges.filter(({ isTerrorism }) => isTerrorism);
  if (charges.length === 0) return 'no';
  return hasPenalty({ ...facts, matter: { ...facts.matter, charges } }, isDeathOrLife);
}

/** The end of the run: the trial's or the custody's, whichever may come first. */
function runEnd(
  facts: ClockFacts,
  run: readonly Span[],
  from: number,
): [string, Dated] | undefined {
  const trial = dated(facts.matter.trialConcluded, facts.zone);
  const isOver = run.every(({ until }) => isKnown(until));
  const lastUntil = isOver ? run.at(-1)?.until : undefined;
  const custody = endOf(
    facts,
    lastUntil ?? dated([], facts.zone),
    run.at(-1)?.from.bounds.earliest ?? from,
  );
  if (!isKnown(trial)) return isKnown(custody) ? ['custodyEnded', custody] : undefined;
  const isFirst = (trial.bounds.earliest ?? -Infinity) <= (custody.bounds.earliest ?? Infinity);
  return isFirst ? ['trialConcluded', trial] : ['custodyEnded', custody];
}

const boundsOf = (end: ReturnType<typeof runEnd>): Bounds => end?.[1].bounds ?? NO_BOUNDS;

const lengthText = ({ n, unit }: Length): string => `${String(n)} ${unit}`;

function dueOf(
  facts: ClockFacts,
  start: Bounds,
  lengths: readonly Length[],
  delay: number,
): Bounds {
  const ends = (from: number | undefined) =>
    from === undefined ? [] : lengths.map((length) => addLength(from, length, facts.zone));
  const early = ends(start.earliest);
  const late = ends(start.latest);
  return {
    earliest: early.length === 0 ? undefined : Math.min(...early),
    latest: late.length === 0 ? undefined : Math.max(...late) + delay * 1440,
  };
}

function reasonSteps(
  facts: ClockFacts,
  start: Dated,
  lengths: readonly Length[],
  due: Bounds,
): Step[] {
  const { zone } = facts;
  const from = wallOf(start.bounds.earliest ?? 0, zone);
  const texts = [...new Set(lengths.map(lengthText))];
  const shortest = lengths.toSorted((a, b) => addLength(0, a, 'UTC') - addLength(0, b, 'UTC'))[0];
  return [
    ...choiceSteps('detained', start, from),
    ...(texts.length > 1 ? [step('severalLengths', { lengths: texts.join('|') })] : []),
    step('detention', {
      start: from,
      n: shortest?.n ?? 0,
      unit: shortest?.unit ?? 'days',
      due: due.earliest === undefined ? '' : wallOf(due.earliest, zone),
    }),
    ...(due.latest !== undefined && due.latest !== due.earliest
      ? [step('latestReading', { due: wallOf(due.latest, zone) })]
      : []),
  ];
}

/** A right that arises after so long in custody for one case, while the trial goes on. */
export function evaluateDetention(rule: Detention, facts: ClockFacts): Finding {
  const run = lastRun(rule, facts);
  const start = run[0]?.from ?? dated([], facts.zone);
  const from = start.bounds.earliest;
  if (from === undefined)
    return finding(facts, {
      startsAt: start.bounds,
      missing: ['detainedSince'],
      steps: [step('missing', { fact: 'detainedSince' })],
    });
  const { bar, steps: bars } = barredBy(rule, facts);
  if (bar !== undefined)
    return finding(facts, {
      state: 'notApplicable',
      isOpen: false,
      startsAt: start.bounds,
      steps: bars,
    });
  const { lengths, missing } = possibleLengths(rule, facts, from);
  const delay = delayOf(rule, facts);
  const due = dueOf(facts, start.bounds, lengths, delay);
  const end = runEnd(facts, run, from);
  const isUnknown = missing.includes('threshold') || noneRead(facts);
  const state = end === undefined ? 'running' : judge(end[1].bounds, due);
  const steps = [
    ...missing.map((fact) => step('missing', { fact })),
    ...reasonSteps(facts, start, lengths, due),
    ...(delay > 0 ? [step('delayByAccused', { days: delay })] : []),
    ...bars,
    ...(end === undefined
      ? [step('trialGoesOn')]
      : [step(`ended.${state}`, { what: end[0], said: writtenSaid(end[1].said) })]),
  ];
  return finding(facts, {
    state: isUnknown && state !== 'met' ? 'unknown' : state,
    ...closedBy(boundsOf(end)),
    startsAt: start.bounds,
    dueAt: due,
    steps,
    missing,
  });
}

// No charge is recorded, or of none is the penalty known.
const noneRead = ({ matter }: ClockFacts): boolean =>
  matter.charges.every(({ penalty }) => penalty === undefined || penalty.follows === true);

/** Days put down to the accused, at most; 0 where the rule does not take them out. */
function delayOf(rule: Detention, { matter }: ClockFacts): number {
  const isTakenOut = rule.exclusions.some(({ effect }) => effect === 'extend');
  return isTakenOut ? Math.max(0, ...matter.delayByAccusedDays) : 0;
}
