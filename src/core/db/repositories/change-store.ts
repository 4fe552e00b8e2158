import type { ActionId, ChangeId, DeviceId, ElementId, RecordId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/levels';
import type { Action } from '#core/changes/model';
import { idToBytes } from '#core/kernel/ids';
import type { WritableDb } from '../driver';
import { elementToRow, levelToRow } from './change-rows';

/** What one row of `change` is made of; keys stand for what was stored before it. */
export type NewChange = {
  readonly id: ChangeId;
  readonly action: number;
  readonly rec: number;
  readonly field: number;
  readonly element: ElementId | undefined;
  /** Canonical JSON. */
  readonly value: string;
  readonly level: Level;
  readonly claim: RecordId | undefined;
  readonly at: number;
};

type Key = { readonly key: number };

export const LAST_AT = 'SELECT max(at) AS at FROM action WHERE device = ?';

/** Writes the change log. Everything here runs inside the caller's transaction. */
export function changeStore(db: WritableDb) {
  const recordKey = db.prepare<Key & { kind: string }>('SELECT key, kind FROM record WHERE id = ?');
  const addRecord = db.prepare(
    `INSERT INTO record (id, kind, level, label, is_trashed, created_at, changed_at)
     VALUES (?, ?, 1, '', 0, ?, ?)`,
  );
  const fieldKey = db.prepare<Key>('SELECT key FROM field WHERE kind = ? AND name = ?');
  const addField = db.prepare('INSERT INTO field (kind, name) VALUES (?, ?)');
  const actionKey = db.prepare<Key>('SELECT key FROM action WHERE id = ?');
  const addAction = db.prepare(
    `INSERT INTO action (id, what, actor, device, at, origin, schema) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const addChange = db.prepare(
    `INSERT INTO change (id, action, rec, field, element, value, level, claim, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addPair = db.prepare('INSERT OR IGNORE INTO replaced (id, by, is_prev) VALUES (?, ?, ?)');
  const lastAt = db.prepare<{ at: number | null }>(LAST_AT);
  return {
    /** Key and kind of a record held here. */
    record: (id: RecordId) => recordKey.get(idToBytes(id)),
    addRecord: (id: RecordId, kind: string, at: number): number =>
      addRecord.run(idToBytes(id), kind, at, at).lastRowid,
    field: (kind: string, name: string): number =>
      fieldKey.get(kind, name)?.key ?? addField.run(kind, name).lastRowid,
    action: (id: ActionId): number | undefined => actionKey.get(idToBytes(id))?.key,
    addAction: (action: Action): number =>
      addAction.run(
        idToBytes(action.id),
        action.what,
        idToBytes(action.actor),
        idToBytes(action.device),
        action.at,
        JSON.stringify(action.origin),
        action.schema,
      ).lastRowid,
    addChange: (change: NewChange): number =>
      addChange.run(
        idToBytes(change.id),
        change.action,
        change.rec,
        change.field,
        elementToRow(change.element),
        change.value,
        levelToRow(change.level),
        change.claim === undefined ? null : idToBytes(change.claim),
        change.at,
      ).lastRowid,
    /** Stores that `by` replaces `id`; `isPrev` where the change itself says so. */
    addPair: (id: ChangeId, by: number, isPrev: boolean): void => {
      addPair.run(idToBytes(id), by, isPrev ? 1 : 0);
    },
    /** Time of the latest action of a device, in milliseconds; 0 before its first. */
    lastAt: (device: DeviceId): number => lastAt.get(idToBytes(device))?.at ?? 0,
  };
}

export type ChangeStore = ReturnType<typeof changeStore>;
