import type { Length, Penalty, Rule } from '#core/packs/model';
import type { DateValue } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import type { FieldsOf } from '#shared/domain/registry';

type Of<
  K extends 'person' | 'case' | 'hold' | 'custodyEvent' | 'ruleOverride',
  F extends string,
> = F extends keyof FieldsOf<K> ? NonNullable<FieldsOf<K>[F]> : never;

export type Sex = Of<'person', 'sex'>;
export type Regime = Of<'case', 'regime'>;
export type HoldType = Of<'hold', 'type'>;
export type CustodyEventType = Of<'custodyEvent', 'type'>;
export type OverrideEffect = Of<'ruleOverride', 'effect'>;

/**
 * Everything the file says of one fact: each head of a conflict and each rival
 * claim. Empty where nobody said anything; more than one where they differ.
 */
export type Said<V> = readonly V[];

/** One stretch of custody on one basis: a hold, or an order of remand for this person. */
export type Spell = {
  readonly id: RecordId;
  readonly type: HoldType;
  readonly isOrder: boolean;
  readonly case: RecordId | undefined;
  readonly from: Said<DateValue>;
  readonly until: Said<DateValue>;
  /** Days that the order grants. */
  readonly days: Said<number>;
  /** The order a hold rests on, or the hold that an order feeds. */
  readonly other: RecordId | undefined;
};

export type CustodyFact = {
  readonly id: RecordId;
  readonly type: CustodyEventType;
  readonly at: Said<DateValue>;
  readonly hold: RecordId | undefined;
  readonly case: RecordId | undefined;
  readonly travelMinutes: Said<number>;
};

export type OverrideFact = {
  readonly id: RecordId;
  readonly rule: string;
  readonly subject: RecordId;
  readonly effect: OverrideEffect;
  readonly dueAt: DateValue | undefined;
  readonly reason: string;
  readonly by: string;
};

export type ChargeFact = {
  /** Undefined where the section is not in the pack, or its penalty varies. */
  readonly penalty: Penalty | undefined;
  readonly isTerrorism: boolean;
};

/** What the file says of one case against one person. */
export type MatterFacts = {
  readonly case: RecordId | undefined;
  readonly accused: RecordId | undefined;
  readonly regime: Said<Regime>;
  /** Charges that stand; empty where none is recorded. */
  readonly charges: readonly ChargeFact[];
  readonly previousConvict: Said<boolean>;
  readonly delayByAccusedDays: Said<number>;
  readonly trialConcluded: Said<DateValue>;
};

/** What the file says of one person, as clocks need it. */
export type PersonFacts = {
  readonly person: RecordId;
  /** For dates that name no zone. */
  readonly zone: string;
  readonly sex: Said<Sex>;
  readonly born: Said<DateValue>;
  readonly spells: readonly Spell[];
  readonly events: readonly CustodyFact[];
  readonly matters: readonly MatterFacts[];
  readonly overrides: readonly OverrideFact[];
};

/** The facts of one clock: a person's, narrowed to one matter and one spell of custody. */
export type ClockFacts = Omit<PersonFacts, 'matters'> & {
  readonly subject: Spell;
  readonly matter: MatterFacts;
};

/** Minutes since 1970 UTC; undefined where there is no bound. */
export type Bounds = {
  readonly earliest: number | undefined;
  readonly latest: number | undefined;
};

/**
 * `due`: the limit has passed, or may have, and the file does not show that it
 * was kept. `breached`: the file shows that it was not. `unknown`: a fact is
 * missing (a bound may be given all the same; the limit is never "none").
 */
export const CLOCK_STATES = [
  'running',
  'due',
  'breached',
  'met',
  'notApplicable',
  'unknown',
  'off',
] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export type MissingFact =
  | 'arrestedAt'
  | 'arrestTime'
  | 'production'
  | 'grounds'
  | 'boardReport'
  | 'producedAt'
  | 'remandFrom'
  | 'remandLength'
  | 'remandOrders'
  | 'orderUntil'
  | 'detainedSince'
  | 'charges'
  | 'maxPenalty'
  | 'sex'
  | 'age'
  | 'regime'
  | 'threshold'
  | 'pack';

/** A line of the reasoning. Dates in `params` are EDTF of wall time; `renderStep` makes a sentence. */
export type Step = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export type AppliedOverride = Omit<OverrideFact, 'rule' | 'subject' | 'dueAt'> & {
  /** What the rule itself gave. */
  readonly original: { readonly state: ClockState; readonly dueAt: Bounds };
};

/** What evaluation finds; kept in the database with the pack it came from. */
export type Finding = {
  readonly state: ClockState;
  /** Something can still be done or is still to happen: Today looks at these only. */
  readonly isOpen: boolean;
  /**
   * What closed it: production, the next order, release. A closed clock counts to here and no
   * further, whatever the day it is looked at. No bounds where it is open, or never began to run.
   */
  readonly endedAt: Bounds;
  readonly startsAt: Bounds;
  readonly dueAt: Bounds;
  readonly steps: readonly Step[];
  readonly missing: readonly MissingFact[];
  readonly zone: string;
  readonly override?: AppliedOverride | undefined;
};

/** A finding with what the rule says of itself. */
export type ClockResult = Finding & {
  readonly rule: Rule['id'];
  readonly basis: string;
  readonly confidence: Rule['confidence'];
  readonly status: Rule['status'];
  readonly asOf: string;
};

export type { Length, Rule };
