import type { FieldDef, FieldValues, RecordDef } from './field';
import type { RecordId } from './ids';
import type { RecordKind } from './kinds';
import type { Level } from './levels';
import { appearance, hearing, ruleOverride, task } from './records/court-days';
import { custodyEvent, hold, placement } from './records/custody';
import { claim, document } from './records/evidence';
import { accused, caseRecord, charge, order, proceeding } from './records/matters';
import { contact, incident, link, person } from './records/people';

/** Every kind of record with its fields: the one list that checks, tables, search and papers are built from. */
export const RECORDS = {
  person,
  contact,
  incident,
  link,
  case: caseRecord,
  proceeding,
  accused,
  charge,
  hearing,
  appearance,
  order,
  hold,
  placement,
  custodyEvent,
  claim,
  document,
  task,
  ruleOverride,
} as const satisfies Record<RecordKind, unknown>;

export type FieldsOf<K extends RecordKind> = FieldValues<(typeof RECORDS)[K]['fields']>;

/** The definition of a kind, with the types of its fields forgotten. */
export const recordDef = (kind: RecordKind): RecordDef<Readonly<Record<string, FieldDef>>> =>
  RECORDS[kind];

export const fieldDef = (kind: RecordKind, field: string): FieldDef | undefined =>
  Object.hasOwn(recordDef(kind).fields, field) ? recordDef(kind).fields[field] : undefined;

/** One record as it stands: values shown, and which paths have more than one head. */
export type RecordView<K extends RecordKind = RecordKind> = {
  readonly id: RecordId;
  readonly kind: K;
  readonly level: Level;
  readonly label: string;
  readonly isTrashed: boolean;
  /** Milliseconds; of the first and the latest change held. */
  readonly createdAt: number;
  readonly changedAt: number;
  readonly fields: FieldsOf<K>;
  /** Paths in conflict, each with all its values, the one shown first. */
  readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
  /** Paths whose shown value carries a level of its own; the rest go by the record's and the field's. */
  readonly levels?: Readonly<Record<string, Level>>;
};
