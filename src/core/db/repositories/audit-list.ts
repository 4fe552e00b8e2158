import type { ActionId, ActorId, RecordId } from '#shared/domain/ids';
import { isId } from '#shared/domain/ids';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb, SqlValue } from '../driver';

/** Rows of the log asked for; what is absent narrows nothing. */
export type LogFilter = {
  readonly actor?: ActorId | undefined;
  readonly action?: string | undefined;
  /** Rows that tell of this record, or of an action that wrote to it. */
  readonly record?: RecordId | undefined;
  /** Ms since 1970, from this one on. */
  readonly fromMs?: number | undefined;
  /** Ms since 1970, before this one. */
  readonly beforeMs?: number | undefined;
};

/** A row of the log as it is read. */
export type LogRow = {
  readonly seq: number;
  readonly atMs: number;
  readonly isClockBehind: boolean;
  readonly actor: ActorId;
  readonly name: string;
  readonly action: string;
  readonly objectRef: string;
  /** What was written, for rows of actions: `edit`, `create`, `import`. */
  readonly what: string | undefined;
  /** The record it tells of, or the first that an action wrote to. */
  readonly record: RecordId | undefined;
};

type Row = {
  readonly seq: number;
  readonly atMs: number;
  readonly behind: number;
  readonly actor: Uint8Array;
  readonly name: string | null;
  readonly action: string;
  readonly objectRef: string;
  readonly what: string | null;
};

const WHERE = `(? IS NULL OR l.actor = ?) AND (? IS NULL OR l.action = ?)
  AND (? IS NULL OR l.ts_ms >= ?) AND (? IS NULL OR l.ts_ms < ?)
  AND (? IS NULL OR unhex(l.object_ref, '-') IN (SELECT ? UNION SELECT a.id FROM record r
    JOIN change c ON c.rec = r.key JOIN action a ON a.key = c.action WHERE r.id = ?))`;

const SQL = {
  page: `SELECT l.seq, l.ts_ms AS atMs, l.clock_regressed AS behind, l.actor, a.name, l.action,
      l.object_ref AS objectRef, l.details ->> '$.what' AS what
    FROM audit l LEFT JOIN actor a ON a.id = l.actor WHERE ${WHERE}
    ORDER BY l.seq DESC LIMIT ? OFFSET ?`,
  total: `SELECT count(*) AS total FROM audit l WHERE ${WHERE}`,
  people: `SELECT l.actor, a.name, count(*) AS count FROM audit l
    LEFT JOIN actor a ON a.id = l.actor GROUP BY l.actor ORDER BY count DESC`,
  actions: 'SELECT action, count(*) AS count FROM audit GROUP BY action ORDER BY count DESC',
  written: `SELECT r.id FROM action a JOIN change c ON c.action = a.key
    JOIN record r ON r.key = c.rec WHERE a.id = ? ORDER BY c.key LIMIT 1`,
  record: 'SELECT id FROM record WHERE id = ?',
} as const;

const idOrNull = (id: ActorId | RecordId | undefined): Uint8Array | null =>
  id === undefined ? null : idToBytes(id);

const bound = ({ actor, action, fromMs, beforeMs, record }: LogFilter): readonly SqlValue[] =>
  [idOrNull(actor), action ?? null, fromMs ?? null, beforeMs ?? null, idOrNull(record)]
    // Each stands twice: once to ask whether it narrows at all.
    .flatMap((value) => [value, value])
    .concat(idOrNull(record));

/** Reads the log of the vault, the latest row first. Whether it is whole only its chain can tell. */
export function auditList(db: ReadableDb) {
  const recordOf = (ref: string): RecordId | undefined => {
    if (!isId(ref)) return undefined;
    const key = idToBytes(ref as RecordId | ActionId);
    const found =
      db.prepare<{ id: Uint8Array }>(SQL.record).get(key) ??
      db.prepare<{ id: Uint8Array }>(SQL.written).get(key);
    return found === undefined ? undefined : idFromBytes<RecordId>(found.id);
  };
  return {
    page: (filter: LogFilter, limit: number, offset: number): readonly LogRow[] =>
      db
        .prepare<Row>(SQL.page)
        .all(...bound(filter), limit, offset)
        .map(({ behind, actor, name, what, ...row }) => ({
          ...row,
          isClockBehind: behind === 1,
          actor: idFromBytes<ActorId>(actor),
          name: name ?? '',
          what: what ?? undefined,
          record: recordOf(row.objectRef),
        })),
    total: (filter: LogFilter): number =>
      db.prepare<{ total: number }>(SQL.total).get(...bound(filter))?.total ?? 0,
    people: () =>
      db
        .prepare<{ actor: Uint8Array; name: string | null; count: number }>(SQL.people)
        .all()
        .map(({ actor, name, count }) => ({
          ...{ actor: idFromBytes<ActorId>(actor), name: name ?? '', count },
        })),
    actions: () => db.prepare<{ action: string; count: number }>(SQL.actions).all(),
  };
}
