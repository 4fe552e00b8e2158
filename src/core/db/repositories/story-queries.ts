import type { ActionId } from '#shared/domain/ids';
import { OWNER_FIELDS } from '#core/changes/belonging';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';
import {
  CHANGE_COLUMNS,
  CHANGE_JOINS,
  changeFromRow,
  IS_HEAD,
  type ChangeRow,
  type HeldChange,
} from './change-rows';

/** Lists of keys come in as JSON: their number changes from call to call. */
export const STORY_SQL = {
  /** A record and all that belongs to it, at any depth, also what lies in the trash. */
  parts: `WITH RECURSIVE part (rec) AS (
      SELECT ?
      UNION
      SELECT x.rec FROM part p
        JOIN record r ON r.key = p.rec
        JOIN reference x ON x.target = r.id
      WHERE x.field IN (
        SELECT f.key FROM json_each(?) j
          CROSS JOIN field f ON f.kind = j.value ->> 0 AND f.name = j.value ->> 1)
    )
    SELECT p.rec FROM part p`,
  actions: `SELECT a.key, a.id FROM action a
    WHERE a.key IN (SELECT c.action FROM json_each(?) j CROSS JOIN change c ON c.rec = j.value)
      AND (? IS NULL OR (a.at, a.key) < (SELECT b.at, b.key FROM action b WHERE b.id = ?))
    ORDER BY a.at DESC, a.key DESC LIMIT ?`,
  changes: `SELECT ${CHANGE_COLUMNS}, ${IS_HEAD} AS is_head FROM change c ${CHANGE_JOINS}
    WHERE c.action = ? AND c.rec IN (SELECT j.value FROM json_each(?) j) ORDER BY c.key`,
} as const;

export type StoryAction = {
  readonly id: ActionId;
  /** In the order they were written. */
  readonly changes: readonly { readonly change: HeldChange; readonly isHead: boolean }[];
};

export type StoryPage = { readonly before?: ActionId | undefined; readonly limit: number };

/** Reads the actions that wrote to a record or to what belongs to it, the latest first. */
export function storyQueries(db: ReadableDb) {
  const owners = JSON.stringify(OWNER_FIELDS);
  const parts = db.prepare<{ rec: number }>(STORY_SQL.parts);
  const actions = db.prepare<{ key: number; id: Uint8Array }>(STORY_SQL.actions);
  const changes = db.prepare<ChangeRow & { is_head: number }>(STORY_SQL.changes);
  return (rec: number, { before, limit }: StoryPage): readonly StoryAction[] => {
    const own = JSON.stringify(parts.all(rec, owners).map((part) => part.rec));
    const from = before === undefined ? null : idToBytes(before);
    return actions.all(own, from, from, limit).map(({ key, id }) => ({
      id: idFromBytes<ActionId>(id),
      changes: changes.all(key, own).map((row) => ({
        change: changeFromRow(row),
        isHead: row.is_head === 1,
      })),
    }));
  };
}
