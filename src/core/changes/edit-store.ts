import type { ActionId, ActorId, ChangeId, DeviceId, RecordId } from '#shared/domain/ids';
import { isRecordKind } from '#shared/domain/kinds';
import type { Level } from '#shared/domain/levels';
import { fieldDef } from '#shared/domain/registry';
import type { WritableDb } from '#core/db/driver';
import { changeQueries, type ChangeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { changeStore, type ChangeStore } from '#core/db/repositories/change-store';
import type { IdMaker } from '#core/kernel/ids';
import type { Clock } from '#core/kernel/ports';
import type { AuditLog } from '#core/vault/ports';
import { CHANGE_SCHEMA, MARK, splitPath, type Action, type Edit, type Origin } from './model';
import type { Committed, Derivation } from './ports';
import { projector } from './projector';
import { byPath, strictest } from './standing';
import { canonicalJson } from './value';

/** What writing needs: the open vault, whose hand it is, and what is kept true beside the facts. */
export type WriterParts = {
  readonly db: WritableDb;
  readonly ids: IdMaker;
  readonly clock: Clock;
  readonly actor: ActorId;
  readonly device: DeviceId;
  readonly audit: AuditLog;
  readonly derivations: readonly Derivation[];
};

/** An edit that says itself what it replaces, where that is not every head of its path. */
export type StoredEdit = Edit & { readonly prev?: readonly ChangeId[] };

export type StoredInput = {
  readonly what: string;
  readonly origin: Origin;
  readonly edits: readonly StoredEdit[];
};

/** Fields changed, by `record.key`. */
export type Touched = Map<number, Set<string>>;

export function touch(touched: Touched, rec: number, field: string): void {
  const known = touched.get(rec);
  if (known === undefined) touched.set(rec, new Set([field]));
  else known.add(field);
}

function levelOf(edit: Edit, field: string, heads: readonly HeldChange[]): Level {
  const start = isRecordKind(edit.kind) ? fieldDef(edit.kind, field)?.level : undefined;
  return edit.level ?? strictest(heads) ?? start ?? 'team';
}

/** The edit says what the one head says already, or takes away what nobody gave. */
function isIdle(edit: Edit, level: Level, value: string, heads: readonly HeldChange[]): boolean {
  const [head] = heads;
  if (head === undefined) return edit.value === null;
  return (
    heads.length === 1 &&
    canonicalJson(head.value) === value &&
    head.level === level &&
    (edit.claim ?? head.claim) === head.claim
  );
}

type Known = {
  readonly key: number;
  readonly heads: ReadonlyMap<string, readonly HeldChange[]>;
};

/** Remembers keys of fields until the transaction ends, and no longer: it may be rolled back. */
function fieldKeys(store: ChangeStore) {
  const keys = new Map<string, number>();
  return (kind: string, name: string): number => {
    const text = `${kind} ${name}`;
    const key = keys.get(text) ?? store.field(kind, name);
    keys.set(text, key);
    return key;
  };
}

/** Records as they stood before an action. */
function recordsBefore(store: ChangeStore, log: ChangeQueries) {
  const known = new Map<RecordId, Known>();
  return {
    recall: (id: RecordId): Known | undefined => {
      const found = known.get(id);
      if (found !== undefined) return found;
      const record = store.record(id);
      if (record === undefined) return undefined;
      const fresh = { key: record.key, heads: byPath(log.headsOfRecord(record.key)) };
      known.set(id, fresh);
      return fresh;
    },
    made: (id: RecordId, key: number): void => {
      known.set(id, { key, heads: new Map() });
    },
  };
}

function storePairs(
  store: ChangeStore,
  edit: StoredEdit,
  heads: readonly HeldChange[],
  key: number,
): void {
  const prev = edit.prev ?? heads.map((head) => head.id);
  for (const id of prev) store.addPair(id, key, true);
  // A deletion is kept with what it had seen, so that later edits elsewhere stand out.
  if (edit.path === MARK.trash) for (const id of seenIn(edit.value)) store.addPair(id, key, false);
}

/** Stores actions and their changes without checking them; shared by commands, undo and merging. */
export function editStore(parts: Pick<WriterParts, 'db' | 'ids' | 'clock' | 'actor' | 'device'>) {
  const { db, ids, clock, actor, device } = parts;
  const store = changeStore(db);
  const log = changeQueries(db);

  // A clock that was set back must not put new changes before old ones of this device.
  const nextAt = (): number => Math.max(clock.nowMs(), store.lastAt(device));

  /** Begins an action; each call of `write` adds edits of records that no call before had. */
  const open = ({ what, origin }: Omit<StoredInput, 'edits'>, fieldKey = fieldKeys(store)) => {
    const id = ids.next<ActionId>();
    const at = nextAt();
    const action: Action = { id, what, actor, device, at, origin, schema: CHANGE_SCHEMA };
    let actionKey: number | undefined;
    const write = (edits: readonly StoredEdit[], touched: Touched): number => {
      const before = recordsBefore(store, log);
      let changes = 0;
      for (const edit of edits) {
        const { field, element } = splitPath(edit.path);
        const record = before.recall(edit.record);
        const heads = record?.heads.get(edit.path) ?? [];
        const level = levelOf(edit, field, heads);
        const value = canonicalJson(edit.value);
        if (edit.prev === undefined && isIdle(edit, level, value, heads)) continue;
        const rec = record?.key ?? store.addRecord(edit.record, edit.kind, at);
        if (record === undefined) before.made(edit.record, rec);
        const key = store.addChange({
          id: ids.next<ChangeId>(),
          action: (actionKey ??= store.addAction(action)),
          rec,
          field: fieldKey(edit.kind, field),
          element,
          value,
          level,
          claim: edit.claim,
          at,
        });
        storePairs(store, edit, heads, key);
        touch(touched, rec, field);
        changes += 1;
      }
      return changes;
    };
    return { id, write };
  };

  const batch = (touched: Touched) => {
    const fieldKey = fieldKeys(store);
    return ({ edits, ...input }: StoredInput): Committed => {
      const { id, write } = open(input, fieldKey);
      const changes = write(edits, touched);
      return { action: id, records: [...new Set(edits.map((edit) => edit.record))], changes };
    };
  };

  return { open, batch };
}

/** Ids in the value of a `$trash` mark; none where the mark is taken away. */
export function seenIn(value: Edit['value']): readonly ChangeId[] {
  const seen = value !== null && typeof value === 'object' && 'seen' in value ? value['seen'] : [];
  return Array.isArray(seen) ? (seen as readonly ChangeId[]) : [];
}

/** Ends a writing transaction: tables, then everything derived from them. */
export function finisher({ db, derivations }: Pick<WriterParts, 'db' | 'derivations'>) {
  const { project } = projector(db);
  return (touched: Touched): void => {
    if (touched.size === 0) return;
    const touches = project(touched);
    for (const derivation of derivations) derivation.refresh(touches);
  };
}

/**
 * Writes one action that needs no check, because the program made it: undo, trash, restore.
 * One transaction, one audit row that names the action and the object it is about.
 */
export function editRunner(parts: WriterParts) {
  const { batch } = editStore(parts);
  const finish = finisher(parts);
  return (input: StoredInput, objectRef: string): Committed =>
    parts.db.transaction(() => {
      const touched: Touched = new Map();
      const done = batch(touched)(input);
      finish(touched);
      if (done.changes > 0)
        parts.audit.append(input.what, objectRef, { action: done.action, changes: done.changes });
      return done;
    });
}
