import type { Rule } from '#core/packs/model';
import { spansOf } from './spells';
import type { ClockFacts, MatterFacts, PersonFacts, Spell } from './model';

const NO_MATTER: MatterFacts = {
  case: undefined,
  accused: undefined,
  regime: [],
  charges: [],
  previousConvict: [],
  delayByAccusedDays: [],
  trialConcluded: [],
};

/** A person's facts narrowed to one spell and its case. Spells of no known case stand alone. */
function narrowed(facts: PersonFacts, subject: Spell): ClockFacts {
  const isSame = (spell: Spell) =>
    subject.case === undefined ? spell.id === subject.id : spell.case === subject.case;
  return {
    ...facts,
    spells: facts.spells.filter(isSame),
    subject,
    matter: facts.matters.find(
      (matter) => matter.case === subject.case && matter.case !== undefined,
    ) ?? {
      ...NO_MATTER,
      case: subject.case,
    },
  };
}

function subjectsPerHold(rule: Rule, facts: PersonFacts): readonly Spell[] {
  return facts.spells.filter(({ type, isOrder }) => !isOrder && rule.holds.includes(type));
}

/** Orders where the case has any; else the holds. */
function subjectsPerOrder(rule: Rule, facts: PersonFacts): readonly Spell[] {
  const fitting = facts.spells.filter(({ type }) => rule.holds.includes(type));
  const withOrders = new Set(fitting.filter(({ isOrder }) => isOrder).map((spell) => spell.case));
  return fitting.filter((spell) => spell.isOrder || !withOrders.has(spell.case));
}

/** The first spell of each case: the clock counts over all of them. */
const subjectsPerCase = (rule: Rule, facts: PersonFacts): readonly Spell[] =>
  firstOfCases(
    facts.spells.filter(({ type }) => rule.holds.includes(type)),
    facts.zone,
  );

function firstOfCases(spells: readonly Spell[], zone: string): readonly Spell[] {
  const seen = new Set<string>();
  return spansOf(spells, zone).flatMap(({ spell }) => {
    const key = spell.case ?? spell.id;
    if (seen.has(key)) return [];
    seen.add(key);
    return [spell];
  });
}

/** Facts of each case in which the person was held, whatever the rules: for what concerns it whole. */
export const casesOf = (facts: PersonFacts): readonly ClockFacts[] =>
  firstOfCases(facts.spells, facts.zone).map((subject) => narrowed(facts, subject));

/** A rule of one law alone says nothing in cases that nobody put under it. */
const concerns = ({ appliesIf: { regimes } }: Rule, { matter }: ClockFacts): boolean =>
  regimes === undefined || matter.regime.some((regime) => regimes.includes(regime));

/** The clocks that a rule runs for a person: facts for each, in order of time for rules per case. */
export function scopesOf(rule: Rule, facts: PersonFacts): readonly ClockFacts[] {
  const subjects = {
    elapsed: subjectsPerHold,
    perOrder: subjectsPerOrder,
    sumOfOrders: subjectsPerCase,
    detention: subjectsPerCase,
  }[rule.method](rule, facts);
  return subjects
    .map((subject) => narrowed(facts, subject))
    .filter((scope) => concerns(rule, scope));
}
