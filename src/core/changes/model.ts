import {
  isId,
  type ActionId,
  type ActorId,
  type ChangeId,
  type DeviceId,
  type ElementId,
  type ImportId,
  type RecordId,
} from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import type { Level } from '#shared/domain/levels';

export type { JsonValue } from '#shared/domain/json';

/** Version of the meaning of kinds and fields written with an action. */
export const CHANGE_SCHEMA = 1;

/** Where the changes of an action came from. */
export type Origin =
  | { readonly type: 'typed' }
  | { readonly type: 'file'; readonly import?: ImportId; readonly row?: number }
  | { readonly type: 'bundle'; readonly bundle: string; readonly sender: string };

/** One thing a user did: one undo. */
export type Action = {
  readonly id: ActionId;
  /** What was done, in a word of the program: `import`, `attach`, `undo`, `edit`. */
  readonly what: string;
  readonly actor: ActorId;
  readonly device: DeviceId;
  /** Milliseconds; wall time that never runs backwards on a device. */
  readonly at: number;
  readonly origin: Origin;
  readonly schema: number;
};

/**
 * One value given to one path of one record. `path` is a field (`sex`), an
 * element of a many-valued field (`names/<element id>`), or one of the record's
 * own marks (`$level`, `$trash`). `kind` and path stay text, so that kinds and
 * fields of a later version are kept and passed on.
 */
export type Change = {
  readonly id: ChangeId;
  readonly action: ActionId;
  readonly record: RecordId;
  readonly kind: string;
  readonly path: string;
  /** `null` clears a field or removes an element. */
  readonly value: JsonValue;
  readonly level: Level;
  readonly claim?: RecordId;
  readonly at: number;
  /** Changes of the same record and path that this one replaces. */
  readonly prev: readonly ChangeId[];
  /** Only on a change that left its vault: what it replaces through changes that did not leave with it. */
  readonly covers?: readonly ChangeId[];
};

/** Paths that belong to the record itself. */
export const MARK = { level: '$level', trash: '$trash' } as const;

/** Value of `$trash`: the heads the deleter had seen. `null` takes the mark away. */
export type TrashMark = { readonly seen: readonly ChangeId[] };

/** What a caller asks to be written: ids, times and `prev` are filled in. */
export type Edit = {
  readonly record: RecordId;
  readonly kind: string;
  readonly path: string;
  readonly value: JsonValue;
  readonly level?: Level;
  readonly claim?: RecordId;
};

export type ChangeSet = {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
  /** Names of the actors, as the sender knows them. */
  readonly actors?: readonly { readonly id: ActorId; readonly name: string }[];
};

/** A path in its two parts; `element` is undefined for a single-valued field or a mark. */
export type PathParts = { readonly field: string; readonly element: ElementId | undefined };

/** Splits at the first `/` if an id follows it; any other text is a field of that whole name. */
export function splitPath(path: string): PathParts {
  const slash = path.indexOf('/');
  const rest = path.slice(slash + 1);
  return slash > 0 && isId(rest)
    ? { field: path.slice(0, slash), element: rest as ElementId }
    : { field: path, element: undefined };
}

export const joinPath = ({ field, element }: PathParts): string =>
  element === undefined ? field : `${field}/${element}`;
