import type { ActorId } from '#shared/domain/ids';
import { idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';

/** A row of the log, as it is told. */
export type LoggedAct = {
  readonly atMs: number;
  readonly action: string;
  readonly objectRef: string;
};

/** What a hand took out of the vault, or made a copy of, the latest first. */
export const takenOutBy = (db: ReadableDb, actor: ActorId): readonly LoggedAct[] =>
  db
    .prepare<LoggedAct>(
      `SELECT ts_ms AS atMs, action, object_ref AS objectRef FROM audit
       WHERE actor = ? AND action IN ('export', 'extract', 'print', 'bundle', 'backup.make')
       ORDER BY seq DESC`,
    )
    .all(idToBytes(actor));

/** Actions written after an instant, and records they touched. */
export function workSince(
  db: ReadableDb,
  ms: number,
): { readonly actions: number; readonly records: number } {
  const found = db
    .prepare<{ actions: number; records: number }>(
      `SELECT count(DISTINCT a.key) AS actions, count(DISTINCT c.rec) AS records
       FROM action a LEFT JOIN change c ON c.action = a.key WHERE a.at > ?`,
    )
    .get(ms);
  return found ?? { actions: 0, records: 0 };
}

/** When a slot was last given to somebody; undefined where the log does not tell. */
export const slotGivenMs = (db: ReadableDb, slot: number): number | undefined =>
  db
    .prepare<{ atMs: number }>(
      `SELECT ts_ms AS atMs FROM audit
       WHERE action IN ('vault.create', 'slot.add') AND object_ref = ? ORDER BY seq DESC LIMIT 1`,
    )
    .get(`slot/${String(slot)}`)?.atMs;
