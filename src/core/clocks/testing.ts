import { join } from 'node:path';
import { loadPack } from '#core/packs/load';
import type { Rule } from '#core/packs/model';
import type { DateValue } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import type {
  ChargeFact,
  ClockFacts,
  ClockResult,
  CustodyEventType,
  CustodyFact,
  HoldType,
  MatterFacts,
  PersonFacts,
  Spell,
} from './model';
import { evaluate } from './evaluate';
import { renderStep } from './render';
import { scopesOf } from './scopes';
import { minutesOf, wallOf } from './time';

/** Invented facts for tests of clocks; people and cases are samples. */
export const samplePack = loadPack(join(process.cwd(), 'resources/packs/pk'));

export const sampleId = (n: number): RecordId =>
  `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as RecordId;

export const PERSON = sampleId(1);
export const CASE = sampleId(2);
export const ACCUSED = sampleId(3);

export function ruleOf(id: string): Rule {
  const rule = samplePack.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

/** Several values of one date, `a|b`: rival claims or heads. Blank: nothing was said. */
export const said = (text: string | undefined): readonly DateValue[] =>
  (text ?? '')
    .split('|')
    .filter(Boolean)
    .map((edtf) => ({ edtf }));

type SpellParts = { until?: string; days?: readonly number[]; case?: RecordId; other?: RecordId };

export const hold = (n: number, type: HoldType, from: string, more: SpellParts = {}): Spell => ({
  id: sampleId(n),
  type,
  isOrder: false,
  case: more.case ?? CASE,
  from: said(from),
  until: said(more.until),
  days: more.days ?? [],
  other: more.other,
});

export const order = (n: number, type: HoldType, from: string, more: SpellParts = {}): Spell => ({
  ...hold(n, type, from, more),
  isOrder: true,
});

export const event = (
  n: number,
  type: CustodyEventType,
  at: string,
  more: { hold?: RecordId; travel?: readonly number[] } = {},
): CustodyFact => ({
  id: sampleId(n),
  type,
  at: said(at),
  hold: more.hold,
  case: CASE,
  travelMinutes: more.travel ?? [],
});

export const years = (n: number): ChargeFact => ({ penalty: { years: n }, isTerrorism: false });
export const capital: ChargeFact = { penalty: { death: true, life: true }, isTerrorism: false };

export const matter = (more: Partial<MatterFacts> = {}): MatterFacts => ({
  case: CASE,
  accused: ACCUSED,
  regime: ['ordinary'],
  charges: [years(3)],
  previousConvict: [false],
  delayByAccusedDays: [],
  trialConcluded: [],
  ...more,
});

export const facts = (more: Partial<PersonFacts> = {}): PersonFacts => ({
  person: PERSON,
  zone: 'Asia/Karachi',
  sex: ['male'],
  born: [],
  spells: [],
  events: [],
  matters: [matter()],
  overrides: [],
  ...more,
});

/** The n-th clock that a rule runs for these facts. */
export function scope(rule: Rule, all: PersonFacts, n = 0): ClockFacts {
  const found = scopesOf(rule, all)[n];
  if (found === undefined) throw new Error('the rule runs no such clock');
  return found;
}

/** Evaluates the n-th clock of a rule, at a wall time of the facts' zone where one is given. */
export const run = (rule: Rule, all: PersonFacts, now?: string, n = 0): ClockResult =>
  evaluate(
    rule,
    scope(rule, all, n),
    now === undefined ? undefined : minutesOf(now, all.zone) * 60_000,
  );

export const wall = (minutes: number | undefined, zone = 'Asia/Karachi'): string | undefined =>
  minutes === undefined ? undefined : wallOf(minutes, zone);

/** Both bounds of the limit as wall time. */
export const due = ({ dueAt, zone }: ClockResult) => [
  wall(dueAt.earliest, zone),
  wall(dueAt.latest, zone),
];

export const lines = (result: ClockResult) => result.steps.map(renderStep);
