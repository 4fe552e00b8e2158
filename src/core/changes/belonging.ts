import type { FieldsOf } from '#shared/domain/registry';
import type { RecordKind } from '#shared/domain/kinds';

/**
 * Fields by which a record is part of the one it names: a hold of its person, a hearing of its
 * proceeding. Other references (a sample's document, who is to go) only point.
 */
const OWNERS: { readonly [K in RecordKind]?: readonly (keyof FieldsOf<K> & string)[] } = {
  link: ['from', 'to'],
  proceeding: ['case'],
  accused: ['case', 'person'],
  charge: ['accused', 'case'],
  hearing: ['proceeding'],
  appearance: ['hearing', 'accused'],
  order: ['case', 'proceeding', 'hearing', 'persons'],
  hold: ['person', 'case'],
  placement: ['person'],
  custodyEvent: ['person', 'hold', 'case'],
  claim: ['about'],
  document: ['about'],
  task: ['hearing', 'case', 'person'],
  ruleOverride: ['subject'],
};

/** The same as pairs of kind and field. */
export const OWNER_FIELDS: readonly (readonly [kind: string, field: string])[] = Object.entries(
  OWNERS,
).flatMap(([kind, fields]) => fields.map((field) => [kind, field] as const));

/** The fields that name what a record of this kind is part of, the nearest first. */
export const ownerFields = (kind: RecordKind): readonly string[] => OWNERS[kind] ?? [];
