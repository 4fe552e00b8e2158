import { isRecordKind } from '#shared/domain/kinds';
import type { WritableDb } from '#core/db/driver';
import { changeQueries } from '#core/db/repositories/change-queries';
import { changeStore } from '#core/db/repositories/change-store';
import { projectionStore } from '#core/db/repositories/projection-store';
import { fieldsFromRow } from '#core/db/repositories/record-columns';
import { recordQueries, type RecordRow } from '#core/db/repositories/record-view';
import { joinPath } from './model';
import type { Touch } from './ports';
import {
  placed,
  refsIn,
  standingOf,
  type Place,
  type PlacedLevel,
  type PlacedRef,
  type PlacedValue,
  type Standing,
} from './standing';
import { canonicalJson } from './value';

/** What the tables say of a record now. */
type Stored = Pick<Standing, 'fields' | 'elements' | 'conflicts' | 'ownLevels' | 'refs'>;

const NOTHING: Stored = {
  fields: new Map(),
  elements: [],
  conflicts: [],
  ownLevels: [],
  refs: [],
};

/** Ways to tell rows of the view apart. */
const ROW = {
  path: (row: Place): string => joinPath(row),
  value: (row: PlacedValue): string => `${joinPath(row)} ${canonicalJson(row.value)}`,
  level: (row: PlacedLevel): string => `${joinPath(row)} ${row.level}`,
  ref: (row: PlacedRef): string => `${joinPath(row)} ${row.target}`,
} as const;

/** Rows of `a` that `b` has not. */
function without<Row>(a: readonly Row[], b: readonly Row[], name: (row: Row) => string) {
  if (a.length === 0) return [];
  const known = new Set(b.map(name));
  return a.filter((row) => !known.has(name(row)));
}

/** Writes only the rows that differ: an action touches few paths of a record. */
function differenceWriter(db: WritableDb) {
  const tables = projectionStore(db);
  const keys = changeStore(db);
  return (row: RecordRow, before: Stored, after: Stored): void => {
    const { key, kind } = row;
    const field = (place: Place) => keys.field(kind, place.field);
    if (isRecordKind(kind)) tables.putKindRow(kind, key, after.fields);
    for (const gone of without(before.elements, after.elements, ROW.path))
      tables.dropElement(key, field(gone), gone);
    for (const fresh of without(after.elements, before.elements, ROW.value))
      tables.putElement(key, field(fresh), fresh, fresh.value);
    for (const gone of without(before.conflicts, after.conflicts, ROW.path))
      tables.dropConflict(key, field(gone), gone);
    for (const fresh of without(after.conflicts, before.conflicts, ROW.path))
      tables.putConflict(key, field(fresh), fresh);
    for (const gone of without(before.ownLevels, after.ownLevels, ROW.path))
      tables.dropOwnLevel(key, field(gone), gone);
    for (const fresh of without(after.ownLevels, before.ownLevels, ROW.level))
      tables.putOwnLevel(key, field(fresh), fresh, fresh.level);
    for (const gone of without(before.refs, after.refs, ROW.ref))
      tables.dropReference(gone.target, field(gone), key, gone);
    for (const fresh of without(after.refs, before.refs, ROW.ref))
      tables.putReference(fresh.target, field(fresh), key, fresh);
  };
}

/** Brings the tables of the current view to what the log says of the records given. */
export function projector(db: WritableDb) {
  const log = changeQueries(db);
  const view = recordQueries(db);
  const tables = projectionStore(db);
  const write = differenceWriter(db);

  const stored = (row: RecordRow): Stored => {
    const { key, kind } = row;
    if (!isRecordKind(kind)) return NOTHING;
    const kindRow = view.kindRow(kind, key);
    // Every record of a known kind has its row from its first change on.
    if (kindRow === undefined) return NOTHING;
    const fields = fieldsFromRow(kind, kindRow);
    const elements = view.elements(key);
    const refs = refsIn(kind, placed(fields, elements));
    const [conflicts, ownLevels] = [view.conflicts(key), view.ownLevels(key)];
    return { fields, elements, conflicts, ownLevels, refs };
  };

  const projectOne = (key: number, fields: ReadonlySet<string>): Touch | undefined => {
    const row = view.byKey(key);
    if (row === undefined) return undefined;
    const before = stored(row);
    const span = log.span(key);
    const after = span === undefined ? undefined : standingOf(row.kind, log.headsOfRecord(key));
    write(row, before, after ?? NOTHING);
    if (span === undefined || after === undefined) {
      if (isRecordKind(row.kind)) tables.dropKindRow(row.kind, key);
      tables.dropRecord(key);
    } else {
      tables.setRecord({ key, ...after, createdAt: span.first, changedAt: span.last });
    }
    const still = new Set(after?.refs.map((ref) => ref.target));
    const formerRefs = [...new Set(before.refs.map((ref) => ref.target))].filter(
      (target) => !still.has(target),
    );
    return { id: row.id, key, kind: row.kind, fields, formerRefs };
  };

  return {
    /**
     * Writes each record anew from its heads; one without changes left is taken out of every table.
     * `touched` gives the names of the fields changed, by `record.key`.
     */
    project: (touched: ReadonlyMap<number, ReadonlySet<string>>): readonly Touch[] =>
      [...touched].flatMap(([key, fields]) => projectOne(key, fields) ?? []),
  };
}
