import { termYears } from '#core/packs/lookup';
import type { Length, Penalty, RuleOf } from '#core/packs/model';
import { Temporal } from 'temporal-polyfill';
import { saidBounds, wallOf } from './time';
import type { ClockFacts, MissingFact, Said } from './model';

type When = RuleOf<'detention'>['thresholds'][number]['when'];
type Truth = 'yes' | 'no' | 'maybe';

/** The lengths that may be the right one, and what is missing to tell which. */
export type Possible = {
  readonly lengths: readonly Length[];
  readonly missing: readonly MissingFact[];
};

const all = (parts: readonly Truth[]): Truth =>
  parts.includes('no') ? 'no' : parts.includes('maybe') ? 'maybe' : 'yes';

function isOneOf<V>(said: Said<V>, holds: (value: V) => boolean): Truth {
  if (said.length === 0) return 'maybe';
  const fits = said.map(holds);
  return fits.every(Boolean) ? 'yes' : fits.some(Boolean) ? 'maybe' : 'no';
}

/** Whether any charge that stands carries such a penalty. Charges that follow the main offence add nothing. */
export function hasPenalty(facts: ClockFacts, fits: (penalty: Penalty) => boolean): Truth {
  const charges = facts.matter.charges.filter(({ penalty }) => penalty?.follows !== true);
  if (charges.some(({ penalty }) => penalty !== undefined && fits(penalty))) return 'yes';
  return charges.length === 0 || charges.some(({ penalty }) => penalty === undefined)
    ? 'maybe'
    : 'no';
}

export const isCapital = (penalty: Penalty): boolean => penalty.death === true;
export const isDeathOrLife = (penalty: Penalty): boolean =>
  penalty.death === true || penalty.life === true;

function isUnder(facts: ClockFacts, years: number, at: number): Truth {
  const born = saidBounds(facts.born, facts.zone);
  if (born.earliest === undefined || born.latest === undefined) return 'maybe';
  const reaches = (moment: number) =>
    Temporal.PlainDateTime.from(wallOf(moment, facts.zone)).add({ years }).toString();
  const then = Temporal.PlainDateTime.from(wallOf(at, facts.zone)).toString();
  const young = [reaches(born.earliest) > then, reaches(born.latest) > then];
  return young.every(Boolean) ? 'yes' : young.some(Boolean) ? 'maybe' : 'no';
}

function holds(when: When, facts: ClockFacts, at: number): { truth: Truth; unsure: MissingFact[] } {
  const parts: (readonly [Truth, MissingFact])[] = [];
  if (when.sex !== undefined) parts.push([isOneOf(facts.sex, (sex) => sex === when.sex), 'sex']);
  if (when.regime !== undefined)
    parts.push([isOneOf(facts.matter.regime, (regime) => regime === when.regime), 'regime']);
  if (when.ageUnder !== undefined) parts.push([isUnder(facts, when.ageUnder, at), 'age']);
  const fits = when.penalty === 'death' ? isCapital : isDeathOrLife;
  const noCharges = facts.matter.charges.length === 0;
  const least = when.minYears;
  const missing = noCharges ? 'charges' : 'maxPenalty';
  if (when.penalty !== undefined) parts.push([hasPenalty(facts, fits), missing]);
  if (least !== undefined)
    parts.push([
      hasPenalty(facts, (p) => isDeathOrLife(p) || (termYears(p) ?? 0) >= least),
      missing,
    ]);
  return {
    truth: all(parts.map(([truth]) => truth)),
    unsure: parts.filter(([truth]) => truth === 'maybe').map(([, fact]) => fact),
  };
}

/** Walks the thresholds in order: each that may hold is kept, and the first that surely does ends the walk. */
export function possibleLengths(
  rule: RuleOf<'detention'>,
  facts: ClockFacts,
  at: number,
): Possible {
  const lengths: Length[] = [];
  const missing = new Set<MissingFact>();
  for (const { when, length } of rule.thresholds) {
    const { truth, unsure } = holds(when, facts, at);
    if (truth === 'no') continue;
    lengths.push(length);
    if (truth === 'yes') return { lengths, missing: [...missing] };
    for (const fact of unsure) missing.add(fact);
  }
  return { lengths, missing: [...missing, 'threshold'] };
}
