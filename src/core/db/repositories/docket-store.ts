import type { RecordId } from '#shared/domain/ids';
import type { Touch } from '#core/changes/ports';
import type { DocketStore } from '#core/hearings/ports';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { SqlValue, WritableDb } from '../driver';

type IdRow = { readonly id: Uint8Array | null };

const HEARING_REF = `(SELECT key FROM field WHERE kind = 'hearing' AND name = 'proceeding')`;
const CASE_REF = `(SELECT key FROM field WHERE kind = 'proceeding' AND name = 'case')`;
const APPEARANCE_REF = `(SELECT key FROM field WHERE kind = 'appearance' AND name = 'hearing')`;

/** Finds the proceedings whose dates a record may move. */
function proceedingsOf(db: WritableDb) {
  const record = db.prepare<{ key: number; kind: string }>(
    'SELECT key, kind FROM record WHERE id = ?',
  );
  const proceedingOf = db.prepare<IdRow>('SELECT proceeding AS id FROM hearing WHERE rec = ?');
  const hearingOf = db.prepare<IdRow>('SELECT hearing AS id FROM appearance WHERE rec = ?');
  const ofCase = db.prepare<IdRow>(
    `SELECT r.id FROM reference x JOIN record r ON r.key = x.rec
      WHERE x.target = ? AND x.field = ${CASE_REF}`,
  );
  return function walk(id: RecordId, found: Set<RecordId>): void {
    const row = record.get(idToBytes(id));
    if (row?.kind === 'proceeding') found.add(id);
    const on = (rows: readonly IdRow[]): void => {
      for (const next of rows) if (next.id !== null) walk(idFromBytes<RecordId>(next.id), found);
    };
    if (row?.kind === 'hearing') on(proceedingOf.all(row.key));
    if (row?.kind === 'appearance') on(hearingOf.all(row.key));
    if (row?.kind === 'case') on(ofCase.all(idToBytes(id)));
  };
}

/** Works out the row of one proceeding. */
function rowOf(db: WritableDb) {
  const pending = db.prepare<{ is_pending: number }>(
    `SELECT coalesce(p.status NOT IN ('decided', 'withdrawn'), 1)
        AND coalesce((SELECT k.status = 'open' OR k.status IS NULL
          FROM record c JOIN "case" k ON k.rec = c.key
          WHERE c.id = p."case" AND c.is_trashed = 0), 1) AS is_pending
      FROM proceeding p WHERE p.rec = ?`,
  );
  const lastHearing = db.prepare<{ rec: number; day: string }>(
    `SELECT h.rec, substr(h.on_lo, 1, 10) AS day FROM reference x
      JOIN record r ON r.key = x.rec AND r.is_trashed = 0
      JOIN hearing h ON h.rec = x.rec
      WHERE x.target = ? AND x.field = ${HEARING_REF}
        AND coalesce(h.status, 'fixed') <> 'cancelled' AND h.on_lo IS NOT NULL
      ORDER BY h.on_lo DESC, h.rec DESC LIMIT 1`,
  );
  // A day given to one accused alone also keeps the matter from being forgotten.
  const ownDay = db.prepare<{ day: string | null }>(
    `SELECT max(substr(a.next_on_lo, 1, 10)) AS day FROM reference x
      JOIN record h ON h.key = x.rec AND h.is_trashed = 0
      JOIN reference y ON y.target = h.id AND y.field = ${APPEARANCE_REF}
      JOIN record r ON r.key = y.rec AND r.is_trashed = 0
      JOIN appearance a ON a.rec = y.rec
      WHERE x.target = ? AND x.field = ${HEARING_REF}`,
  );
  return (id: Uint8Array, key: number): readonly SqlValue[] => {
    const last = lastHearing.get(id);
    const days = [last?.day, ownDay.get(id)?.day].filter((day) => typeof day === 'string');
    return [
      key,
      pending.get(key)?.is_pending ?? 1,
      days.toSorted().at(-1) ?? null,
      last?.rec ?? null,
    ];
  };
}

/** What the rows of the table should be. */
export function docketRows(db: WritableDb): readonly (readonly SqlValue[])[] {
  const row = rowOf(db);
  return db
    .prepare<{ id: Uint8Array; key: number }>(
      `SELECT id, key FROM record WHERE kind = 'proceeding' AND is_trashed = 0 ORDER BY key`,
    )
    .all()
    .map(({ id, key }) => row(id, key));
}

/** Keeps the latest day fixed in each proceeding. */
export function docketStore(db: WritableDb): DocketStore {
  const walk = proceedingsOf(db);
  const row = rowOf(db);
  const keyOf = db.prepare<{ key: number }>(
    `SELECT key FROM record WHERE id = ? AND kind = 'proceeding' AND is_trashed = 0`,
  );
  const put = db.prepare(
    'INSERT OR REPLACE INTO docket (rec, is_pending, last_fixed, last_hearing) VALUES (?, ?, ?, ?)',
  );
  const drop = db.prepare('DELETE FROM docket WHERE rec = ?');
  const clear = db.prepare('DELETE FROM docket');
  const all = db.prepare<{ id: Uint8Array }>(
    `SELECT id FROM record WHERE kind = 'proceeding' AND is_trashed = 0 ORDER BY key`,
  );
  return {
    affected: (touched: readonly Touch[]) => {
      const found = new Set<RecordId>();
      for (const { id, kind, formerRefs } of touched) {
        if (!MOVES.has(kind)) continue;
        walk(id, found);
        for (const former of formerRefs) walk(former, found);
      }
      return found;
    },
    refresh: (proceeding) => {
      const id = idToBytes(proceeding);
      const key = keyOf.get(id)?.key;
      if (key === undefined) return;
      put.run(...row(id, key));
    },
    drop: (key) => {
      drop.run(key);
    },
    clear: () => {
      clear.run();
    },
    proceedings: () => all.all().map(({ id }) => idFromBytes<RecordId>(id)),
  };
}

const MOVES = new Set(['proceeding', 'hearing', 'appearance', 'case']);
