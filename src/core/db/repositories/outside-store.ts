import type { ActorId, OutsideId } from '#shared/domain/ids';
import type { OutsideClosed, OutsideSeen } from '#shared/domain/outside';
import type { Outside } from '#core/outside/model';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb, WritableDb } from '../driver';

type Row = Omit<Outside, 'id' | 'actor' | 'seen' | 'seenAt' | 'closed' | 'closedAt'> & {
  readonly id: Uint8Array;
  readonly actor: Uint8Array;
  readonly seen: OutsideSeen | null;
  readonly seenAt: number | null;
  readonly closed: OutsideClosed | null;
  readonly closedAt: number | null;
};

const COLUMNS = `id, kind, what, subject, place, machine, sha256, size_bytes AS sizeBytes, copies,
  note, actor, at, seen, seen_at AS seenAt, closed, closed_note AS closedNote,
  closed_at AS closedAt`;

const fromRow = ({ id, actor, seen, seenAt, closed, closedAt, ...row }: Row): Outside => ({
  ...row,
  id: idFromBytes<OutsideId>(id),
  actor: idFromBytes<ActorId>(actor),
  seen: seen ?? undefined,
  seenAt: seenAt ?? undefined,
  closed: closed ?? undefined,
  closedAt: closedAt ?? undefined,
});

/** Rows of what lies outside the vault. */
export const outsideStore = (db: WritableDb) => ({ ...reads(db), ...ids(db), ...writes(db) });

function writes(db: WritableDb) {
  return {
    add: (row: Outside): void => {
      db.prepare(
        `INSERT INTO outside (id, kind, what, subject, place, machine, sha256, size_bytes, copies,
           note, actor, at, closed_note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')`,
      ).run(
        idToBytes(row.id),
        row.kind,
        row.what,
        row.subject,
        row.place,
        row.machine,
        row.sha256,
        row.sizeBytes,
        row.copies,
        row.note,
        idToBytes(row.actor),
        row.at,
      );
    },
    setSubject: (id: OutsideId, subject: string): void => {
      db.prepare('UPDATE outside SET subject = ? WHERE id = ?').run(subject, idToBytes(id));
    },
    setSeen: (id: OutsideId, seen: OutsideSeen, at: number): void => {
      db.prepare('UPDATE outside SET seen = ?, seen_at = ? WHERE id = ?').run(
        seen,
        at,
        idToBytes(id),
      );
    },
    /** Undefined opens it again. */
    setClosed: (
      id: OutsideId,
      closed: OutsideClosed | undefined,
      note: string,
      at: number,
    ): void => {
      db.prepare('UPDATE outside SET closed = ?, closed_note = ?, closed_at = ? WHERE id = ?').run(
        closed ?? null,
        note,
        closed === undefined ? null : at,
        idToBytes(id),
      );
    },
  };
}

function reads(db: ReadableDb) {
  return {
    one: (id: OutsideId): Outside | undefined => {
      const row = db.prepare<Row>(`SELECT ${COLUMNS} FROM outside WHERE id = ?`).get(idToBytes(id));
      return row && fromRow(row);
    },
    /** Not closed, the longest there first. */
    open: (): readonly Outside[] =>
      db
        .prepare<Row>(`SELECT ${COLUMNS} FROM outside WHERE closed IS NULL ORDER BY at, id`)
        .all()
        .map(fromRow),
    /** Closed, the latest first. */
    closed: (limit: number, offset: number): readonly Outside[] =>
      db
        .prepare<Row>(
          `SELECT ${COLUMNS} FROM outside WHERE closed IS NOT NULL
           ORDER BY closed_at DESC, id DESC LIMIT ? OFFSET ?`,
        )
        .all(limit, offset)
        .map(fromRow),
    closedCount: (): number =>
      db
        .prepare<{ total: number }>(
          'SELECT count(*) AS total FROM outside WHERE closed IS NOT NULL',
        )
        .get()?.total ?? 0,
    /** How many are open, and how many of them since before an instant. */
    counts: (beforeMs: number): { readonly open: number; readonly due: number } =>
      db
        .prepare<{ open: number; due: number }>(
          `SELECT count(*) AS open, count(*) FILTER (WHERE at <= ?) AS due
           FROM outside WHERE closed IS NULL`,
        )
        .get(beforeMs) ?? { open: 0, due: 0 },
  };
}

function ids(db: ReadableDb) {
  return {
    /** Ids from `low` to `high`, at most `limit`. */
    between: (low: Uint8Array, high: Uint8Array, limit: number): readonly OutsideId[] =>
      db
        .prepare<{ id: Uint8Array }>(
          'SELECT id FROM outside WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?',
        )
        .all(low, high, limit)
        .map(({ id }) => idFromBytes<OutsideId>(id)),
    /** Its neighbours in the order of ids. */
    beside: (id: OutsideId): readonly OutsideId[] =>
      db
        .prepare<{ id: Uint8Array | null }>(
          `SELECT max(id) AS id FROM outside WHERE id < ?
           UNION ALL SELECT min(id) FROM outside WHERE id > ?`,
        )
        .all(idToBytes(id), idToBytes(id))
        .flatMap(({ id: found }) => (found === null ? [] : [idFromBytes<OutsideId>(found)])),
  };
}
