import type { RecordId } from '#shared/domain/ids';
import type { ClockRow, ClockStore } from '#core/clocks/ports';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { SqlValue, WritableDb } from '../driver';

/** Keeps what clocks found. Call inside the transaction that changed the facts. */
export function clockStore(db: WritableDb): ClockStore {
  const drop = db.prepare('DELETE FROM clock WHERE person = ?');
  const clear = db.prepare('DELETE FROM clock');
  const add = db.prepare(
    `INSERT INTO clock (person, rec, rule, matter, cause, state, is_open, due_lo, due_hi, result, pack)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const persons = db.prepare<{ id: Uint8Array }>(
    `SELECT id FROM record WHERE kind = 'person' AND is_trashed = 0
      UNION SELECT person FROM hold WHERE person IS NOT NULL
      UNION SELECT x.target FROM reference x JOIN field f ON f.key = x.field
        WHERE f.kind = 'order' AND f.name = 'persons'`,
  );
  const trashed = db.prepare<{ found: number }>(
    `SELECT 1 AS found FROM record WHERE id = ? AND (is_trashed = 1 OR kind <> 'person')`,
  );
  return {
    replace: (person, rows) => {
      drop.run(idToBytes(person));
      for (const row of rows) add.run(...clockCells(person, row));
    },
    clear: () => {
      clear.run();
    },
    persons: () => persons.all().map(({ id }) => idFromBytes<RecordId>(id)),
    isOut: (person) => trashed.get(idToBytes(person)) !== undefined,
  };
}

const whole = (minutes: number | undefined, round: (n: number) => number): number | null =>
  minutes === undefined ? null : round(minutes);

/** A row of the table, cell by cell. */
export function clockCells(person: RecordId, row: ClockRow): readonly SqlValue[] {
  const { startsAt, dueAt, endedAt, steps, missing, zone, override } = row.finding;
  return [
    idToBytes(person),
    row.key,
    row.rule,
    row.matter === undefined ? null : idToBytes(row.matter),
    idToBytes(row.cause),
    row.finding.state,
    row.finding.isOpen ? 1 : 0,
    whole(dueAt.earliest, Math.floor),
    whole(dueAt.latest, Math.ceil),
    JSON.stringify({ startsAt, dueAt, endedAt, steps, missing, zone, override }),
    row.pack,
  ];
}
