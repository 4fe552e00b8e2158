import type { ActionId, ActorId, RecordId } from '#shared/domain/ids';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';

/** Something a hand did, with the records it touched. */
export type RecentAction = {
  readonly action: ActionId;
  readonly what: string;
  /** Milliseconds. */
  readonly at: number;
  readonly changes: number;
  /** The first of them, in the order of writing. */
  readonly records: readonly {
    readonly id: RecordId;
    readonly kind: string;
    readonly label: string;
  }[];
};

const MOST_RECORDS = 10;

export const RECENT_SQL = {
  actions: `SELECT a.key, a.id, a.what, a.at,
      (SELECT count(*) FROM change c WHERE c.action = a.key) AS changes
    FROM action a WHERE a.actor = ? ORDER BY a.key DESC LIMIT ?`,
  records: `SELECT r.id, r.kind, r.label FROM record r
    JOIN (SELECT rec, min(key) AS first FROM change WHERE action = ? GROUP BY rec
      ORDER BY first LIMIT ${String(MOST_RECORDS)}) AS c ON c.rec = r.key ORDER BY c.first`,
} as const;

type ActionRow = {
  readonly key: number;
  readonly id: Uint8Array;
  readonly what: string;
  readonly at: number;
  readonly changes: number;
};
type RecordRow = { readonly id: Uint8Array; readonly kind: string; readonly label: string };

/** What a hand did last in this vault, the latest first. */
export function recentActions(db: ReadableDb) {
  const actions = db.prepare<ActionRow>(RECENT_SQL.actions);
  const records = db.prepare<RecordRow>(RECENT_SQL.records);
  return (actor: ActorId, limit: number): readonly RecentAction[] =>
    actions.all(idToBytes(actor), limit).map(({ key, id, ...row }) => ({
      ...row,
      action: idFromBytes<ActionId>(id),
      records: records
        .all(key)
        .map((record) => ({ ...record, id: idFromBytes<RecordId>(record.id) })),
    }));
}
