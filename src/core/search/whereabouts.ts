import { ownerFields } from '#core/changes/belonging';
import type { RecordReader } from '#core/changes/ports';
import type { DateValue } from '#shared/domain/field';
import { isId, type RecordId } from '#shared/domain/ids';
import { recordDef, type RecordView } from '#shared/domain/registry';

export type Whereabouts = {
  /** Label of the case or person that the record is part of. */
  readonly of?: string;
  /** Its day, in EDTF. */
  readonly on?: string;
};

/** A hearing is part of a proceeding, that of a case. */
const MOST_STEPS = 4;

const valueOf = (view: RecordView, field: string): unknown =>
  (view.fields as Readonly<Record<string, unknown>>)[field];

function ownerOf(view: RecordView, reader: Pick<RecordReader, 'get'>): RecordView | undefined {
  for (const field of ownerFields(view.kind)) {
    const value = valueOf(view, field);
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const owner =
      typeof first === 'string' && isId(first) ? reader.get(first as RecordId) : undefined;
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function dayOf(view: RecordView): string | undefined {
  for (const [field, { type }] of Object.entries(recordDef(view.kind).fields)) {
    const value = type === 'date' ? (valueOf(view, field) as DateValue | undefined) : undefined;
    if (value !== undefined) return value.edtf;
  }
  return undefined;
}

/**
 * What tells one "Bail after arrest" from another: the case or person a record is part of, and its
 * day. Nothing of a record that is part of no other.
 */
export function whereabouts(view: RecordView, reader: Pick<RecordReader, 'get'>): Whereabouts {
  let owner = ownerOf(view, reader);
  if (owner === undefined) return {};
  for (let step = 1; step < MOST_STEPS; step += 1) {
    if (owner.kind === 'case' || owner.kind === 'person') break;
    owner = ownerOf(owner, reader) ?? owner;
  }
  const on = dayOf(view);
  return {
    ...(owner.label === '' ? {} : { of: owner.label }),
    ...(on === undefined ? {} : { on }),
  };
}
