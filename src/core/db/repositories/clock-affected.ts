import type { RecordId } from '#shared/domain/ids';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { Touch } from '#core/changes/ports';
import type { ReadableDb, SqlValue } from '../driver';

type IdRow = { readonly id: Uint8Array | null };

type RecordAt = { readonly key: number; readonly kind: string };

/** Ways from a record to those that stand nearer to a person. */
function neighbours(db: ReadableDb) {
  const column = (table: string, name: string) =>
    db.prepare<IdRow>(`SELECT "${name}" AS id FROM "${table}" WHERE rec = ?`);
  // Where a record points, to what stands nearer to a person.
  const pointers: Readonly<Record<string, readonly ReturnType<typeof column>[]>> = {
    hold: [column('hold', 'person')],
    placement: [column('placement', 'person')],
    custodyEvent: [column('custody_event', 'person'), column('custody_event', 'hold')],
    accused: [column('accused', 'person')],
    charge: [column('charge', 'accused'), column('charge', 'case')],
    claim: [column('claim', 'about')],
    ruleOverride: [column('rule_override', 'subject')],
  };
  const byReference = (kind: string, field: string) =>
    db.prepare<IdRow>(
      `SELECT r.id FROM reference x JOIN record r ON r.key = x.rec
        WHERE x.target = ? AND x.field = (SELECT key FROM field WHERE kind = '${kind}' AND name = '${field}')`,
    );
  // Which records nearer to a person name this one.
  const namers: Readonly<Record<string, readonly ReturnType<typeof byReference>[]>> = {
    case: [byReference('hold', 'case'), byReference('accused', 'case')],
    order: [byReference('hold', 'order'), byReference('hold', 'liftedBy')],
  };
  return { pointers, namers };
}

/** The people whom a record is about: whose clocks and standing a change of it may move. */
export function affectedPersons(db: ReadableDb) {
  let last: { touched: readonly Touch[]; found: ReadonlySet<RecordId> } | undefined;
  const record = db.prepare<RecordAt>('SELECT key, kind FROM record WHERE id = ?');
  const { pointers, namers } = neighbours(db);
  const orderPersons = db.prepare<{ value: string }>(
    `SELECT e.value FROM element e WHERE e.rec = ?
      AND e.field = (SELECT key FROM field WHERE kind = 'order' AND name = 'persons')`,
  );

  const walk = (
    id: RecordId,
    found: Set<RecordId>,
    seen: Set<RecordId>,
    known?: RecordAt,
  ): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const row = known ?? record.get(idToBytes(id));
    if (row === undefined) {
      // Not held here: it may be a person that records in this vault name.
      found.add(id);
      return;
    }
    if (row.kind === 'person') found.add(id);
    const next = (statement: { all(value: SqlValue): IdRow[] }, value: SqlValue): void => {
      for (const { id: bytes } of statement.all(value))
        if (bytes !== null) walk(idFromBytes<RecordId>(bytes), found, seen);
    };
    for (const pointer of pointers[row.kind] ?? []) next(pointer, row.key);
    for (const namer of namers[row.kind] ?? []) next(namer, idToBytes(id));
    if (row.kind === 'order')
      for (const person of personsOf(orderPersons.all(row.key))) found.add(person);
  };

  /** Each person once. Someone who is only named, without a record here, is among them. */
  return function affected(touched: readonly Touch[]): ReadonlySet<RecordId> {
    // Two derivations ask for the same action, one after the other.
    if (last?.touched === touched) return last.found;
    const found = new Set<RecordId>();
    const seen = new Set<RecordId>();
    for (const { id, key, kind, formerRefs } of touched) {
      if (!MATTERS.has(kind)) continue;
      walk(id, found, seen, { key, kind });
      for (const former of formerRefs) walk(former, found, seen);
    }
    last = { touched, found };
    return found;
  };
}

const MATTERS = new Set<string>([
  'person',
  'case',
  'accused',
  'charge',
  'order',
  'hold',
  'placement',
  'custodyEvent',
  'claim',
  'ruleOverride',
]);

function personsOf(rows: readonly { readonly value: string }[]): readonly RecordId[] {
  return rows.flatMap(({ value }) => {
    const { person } = JSON.parse(value) as { readonly person?: RecordId };
    return person === undefined ? [] : [person];
  });
}
