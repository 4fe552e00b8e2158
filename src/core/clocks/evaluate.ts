import type { Rule } from '#core/packs/model';
import { evaluateDetention } from './detention';
import { evaluateElapsed, judge } from './elapsed';
import { evaluatePerOrder } from './per-order';
import { custodyOver, finding, isKnown, step } from './spells';
import { evaluateSumOfOrders } from './sum-of-orders';
import { dayOf, NO_BOUNDS, saidBounds, writtenSaid } from './time';
import type {
  AppliedOverride,
  ClockFacts,
  ClockResult,
  Finding,
  OverrideFact,
  Step,
} from './model';

function evaluateMethod(rule: Rule, facts: ClockFacts): Finding {
  switch (rule.method) {
    case 'elapsed':
      return evaluateElapsed(rule, facts);
    case 'sumOfOrders':
      return evaluateSumOfOrders(rule, facts);
    case 'perOrder':
      return evaluatePerOrder(rule, facts);
    case 'detention':
      return evaluateDetention(rule, facts);
  }
}

/** Whether the rule is one of this regime; it stays on where nobody said which regime it is. */
function regimeOf(rule: Rule, facts: ClockFacts): { applies: boolean; steps: readonly Step[] } {
  const { regimes, notRegimes } = rule.appliesIf;
  const said = facts.matter.regime;
  if (regimes === undefined && notRegimes === undefined) return { applies: true, steps: [] };
  if (said.length === 0) return { applies: true, steps: [step('regimeUnknown')] };
  const fits = said.filter(
    (regime) => (regimes?.includes(regime) ?? true) && notRegimes?.includes(regime) !== true,
  );
  if (fits.length === 0)
    return { applies: false, steps: [step('regimeExcluded', { regime: said.join('|') })] };
  const isDisputed = fits.length < said.length;
  return { applies: true, steps: isDisputed ? [step('regimeDisputed')] : [] };
}

/** The rule was not yet, or no longer, in force when this began, in every reading. */
function outsideValidity(rule: Rule, { startsAt, zone }: Finding): Step | undefined {
  const { earliest, latest } = startsAt;
  if (rule.validTo !== undefined && earliest !== undefined && dayOf(earliest, zone) > rule.validTo)
    return step('lapsed', { on: rule.validTo });
  if (rule.validFrom !== undefined && latest !== undefined && dayOf(latest, zone) < rule.validFrom)
    return step('notYetInForce', { on: rule.validFrom });
  return undefined;
}

function overrideFor(rule: Rule, facts: ClockFacts): OverrideFact | undefined {
  const { subject, matter, person } = facts;
  // From the nearest to the widest; of several for one subject the latest made.
  const reach = [subject.id, subject.other, matter.accused, matter.case, person];
  for (const id of reach) {
    const fitting = facts.overrides.filter(
      (override) => override.rule === rule.id && override.subject === id,
    );
    const last = fitting.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
    if (last !== undefined) return last;
  }
  return undefined;
}

function overridden(found: Finding, override: OverrideFact): Finding {
  const { id, effect, reason, by } = override;
  const applied: AppliedOverride = {
    id,
    effect,
    reason,
    by,
    original: { state: found.state, dueAt: found.dueAt },
  };
  const line = step(`override.${effect}`, {
    reason,
    by,
    due: override.dueAt?.edtf ?? '',
  });
  const base = { ...found, override: applied, steps: [...found.steps, line] };
  if (effect === 'off') return { ...base, state: 'off', isOpen: false };
  if (effect === 'met') return { ...base, state: 'met', isOpen: false };
  if (override.dueAt === undefined) return base;
  const dueAt = saidBounds([override.dueAt], found.zone);
  if (found.isOpen) return { ...base, dueAt, state: 'running' };
  const isJudged = found.state === 'breached' || found.state === 'due' || found.state === 'unknown';
  return { ...base, dueAt, state: isJudged ? judge(found.endedAt, dueAt) : found.state };
}

/** `running` turns to `due` once the earliest bound lies behind. `nowMs`: milliseconds since 1970 UTC. */
export function atTime<F extends Pick<Finding, 'state' | 'dueAt'>>(found: F, nowMs: number): F {
  const isPast = found.dueAt.earliest !== undefined && found.dueAt.earliest * 60_000 < nowMs;
  return found.state === 'running' && isPast ? { ...found, state: 'due' } : found;
}

/** A question is closed with the custody it asks about: it stays unanswered, but runs no longer. */
function closedWithCustody(found: Finding, facts: ClockFacts): Finding {
  if (found.state !== 'unknown' || !found.isOpen) return found;
  const over = custodyOver(facts);
  if (!isKnown(over)) return found;
  const line = step('custodyOver', { said: writtenSaid(over.said) });
  return { ...found, isOpen: false, endedAt: over.bounds, steps: [...found.steps, line] };
}

/** What stands in place of the clocks of a case that follows a pack which is not at hand. */
export const packMissing = (facts: ClockFacts, pack: string): Finding =>
  closedWithCustody(
    finding(facts, { missing: ['pack'], steps: [step('packMissing', { pack })] }),
    facts,
  );

/** What a rule finds in the facts; pure, and without the time, so that it can be kept. */
export function findingOf(rule: Rule, facts: ClockFacts): Finding {
  const regime = regimeOf(rule, facts);
  const found = regime.applies
    ? closedWithCustody(evaluateMethod(rule, facts), facts)
    : finding(facts, { state: 'notApplicable', isOpen: false });
  const outside = outsideValidity(rule, found);
  const inForce: Finding =
    outside === undefined
      ? { ...found, steps: [...regime.steps, ...found.steps] }
      : {
          ...found,
          state: 'notApplicable',
          isOpen: false,
          dueAt: NO_BOUNDS,
          endedAt: NO_BOUNDS,
          steps: [outside],
        };
  const override = overrideFor(rule, facts);
  return override === undefined ? inForce : overridden(inForce, override);
}

/** A finding with what its rule says of itself, as it is shown and printed. */
export const withRule = (
  rule: Pick<Rule, 'id' | 'basis' | 'confidence' | 'status' | 'asOf'>,
  found: Finding,
): ClockResult => ({
  ...found,
  rule: rule.id,
  basis: rule.basis,
  confidence: rule.confidence,
  status: rule.status,
  asOf: rule.asOf,
});

/**
 * Runs one rule over the facts of one clock. Without `nowMs` a limit not yet
 * decided is `running`, whatever the date. Bounds are minutes since 1970 UTC.
 */
export function evaluate(rule: Rule, facts: ClockFacts, nowMs?: number): ClockResult {
  const result = withRule(rule, findingOf(rule, facts));
  return nowMs === undefined ? result : atTime(result, nowMs);
}
