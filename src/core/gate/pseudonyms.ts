import { isRecordKind } from '#shared/domain/kinds';
import type { AnyId } from '#shared/domain/ids';
import { fieldDef } from '#shared/domain/registry';
import type { Action, Change, ChangeSet, JsonValue, TrashMark } from '#core/changes/model';
import { MARK, splitPath, joinPath } from '#core/changes/model';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import { hash } from '#core/vault/sodium';

/** Texts that are codes or places of law, and name nobody. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  case: ['pack', 'packVersion', 'region', 'regime', 'district', 'stage'],
  proceeding: ['type', 'court'],
  charge: ['section'],
  order: ['statute'],
  ruleOverride: ['rule'],
};

const PLAIN_TYPES = new Set(['choice', 'flag', 'integer', 'ref', 'date']);

/** Kinds that are somebody's words or somebody's papers. */
const NEVER = new Set(['contact', 'claim', 'document', 'link']);

export const hasNameless = (kind: string): boolean => isRecordKind(kind) && !NEVER.has(kind);

/** Whether a field may leave where nobody is to be named. */
export function isNameless(kind: string, field: string): boolean {
  if (field === MARK.level || field === MARK.trash) return true;
  if (!isRecordKind(kind) || !hasNameless(kind)) return false;
  if (kind === 'person' && field === 'names') return true;
  const type = fieldDef(kind, field)?.type;
  return (type !== undefined && PLAIN_TYPES.has(type)) || CODES[kind]?.includes(field) === true;
}

/** Ids that mean something to one group alone, and the same each time: H(key of the group; id). */
export function pseudonymiser(key: Uint8Array) {
  const known = new Map<string, AnyId>();
  const idOf = <Id extends AnyId>(id: Id): Id => {
    const before = known.get(id);
    if (before !== undefined) return before as Id;
    const made = idFromBytes<Id>(hash(idToBytes(id), key, 16));
    known.set(id, made);
    return made;
  };
  const nameOf = (change: Change): JsonValue => ({
    text: `P-${idOf(change.record).slice(0, 8).toUpperCase()}`,
    kind: 'alias',
  });
  const dateOf = (value: JsonValue): JsonValue => {
    const { edtf, zone } = value as { readonly edtf: string; readonly zone?: string };
    return zone === undefined ? { edtf } : { edtf, zone };
  };
  const valueOf = (change: Change): JsonValue => {
    const { value, kind, path } = change;
    if (value === null) return null;
    if (path === MARK.trash) return { seen: (value as TrashMark).seen.map(idOf) };
    const { field } = splitPath(path);
    if (kind === 'person' && field === 'names') return nameOf(change);
    const type = isRecordKind(kind) ? fieldDef(kind, field)?.type : undefined;
    if (type === 'ref') return idOf(value as AnyId);
    return type === 'date' ? dateOf(value) : value;
  };
  const changeOf = (change: Change): Change => {
    const { field, element } = splitPath(change.path);
    const { kind, level, at, covers } = change;
    return {
      ...{ kind, level, at },
      id: idOf(change.id),
      action: idOf(change.action),
      record: idOf(change.record),
      path: joinPath({ field, element: element && idOf(element) }),
      value: valueOf(change),
      prev: change.prev.map(idOf).sort(),
      ...(covers === undefined ? {} : { covers: covers.map(idOf).sort() }),
    };
  };
  const actionOf = (action: Action): Action => ({
    ...action,
    id: idOf(action.id),
    actor: idOf(action.actor),
    device: idOf(action.device),
    origin: { type: 'typed' },
  });
  return {
    /** The same set told of people without a name. Names of those who wrote it stay back too. */
    set: ({ actions, changes }: ChangeSet): ChangeSet => ({
      actions: actions.map(actionOf),
      changes: changes.map(changeOf),
    }),
    /** The value as it leaves, for the preview. */
    value: valueOf,
  };
}
