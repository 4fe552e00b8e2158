import type { FieldsOf, RecordView } from '#shared/domain/registry';
import type { ActionId, ActorId, ChangeId, RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import type { Level } from '#shared/domain/levels';
import type { Edit, JsonValue, Origin } from './model';

/** Reads records as they stand. Every part of the product that shows or prints a case reads through this. */
export type RecordReader = {
  /** A record of any kind; undefined where the vault holds none with this id (it may still be referred to). */
  get(id: RecordId): RecordView | undefined;
  /** The same, only if it is of this kind. */
  getOf<K extends RecordKind>(kind: K, id: RecordId | undefined): RecordView<K> | undefined;
  /** Records of a kind that name `target` in a field, not trashed, in order of creation. */
  referring<K extends RecordKind>(
    kind: K,
    field: keyof FieldsOf<K> & string,
    target: RecordId,
  ): readonly RecordView<K>[];
  /** Every record of a kind, not trashed, in order of creation; for small kinds and for samples. */
  all<K extends RecordKind>(kind: K): readonly RecordView<K>[];
};

/** One line of a record's or a field's history. */
export type HistoryEntry = {
  readonly change: ChangeId;
  readonly action: ActionId;
  readonly what: string;
  readonly actor: ActorId;
  /** Name of the actor; `A, says B` where another vault says so; '' where unknown. */
  readonly actorName: string;
  readonly at: number;
  readonly origin: Origin;
  readonly path: string;
  readonly value: JsonValue;
  readonly level: Level;
  readonly isHead: boolean;
  /** Its time lies more than a day ahead of this machine's clock. */
  readonly isFarAhead: boolean;
};

export type Committed = {
  readonly action: ActionId;
  readonly records: readonly RecordId[];
  readonly changes: number;
};

/** Writes one action: changes, tables, search, clocks and audit row in one transaction. */
export type ActionWriter = {
  commit(what: string, origin: Origin, edits: readonly Edit[]): Committed;
};

/** A record that an action has just changed, as derivations need to know it. */
export type Touch = {
  readonly id: RecordId;
  /** `record.key` in the database. */
  readonly key: number;
  readonly kind: string;
  readonly fields: ReadonlySet<string>;
  /** Records it named before the action and no longer names. */
  readonly formerRefs: readonly RecordId[];
};

/** Keeps something derived from the facts (search index, clocks, standing) true. Runs inside the transaction. */
export type Derivation = {
  refresh(touched: readonly Touch[]): void;
  /** Makes it anew from all records: `verify` compares, migrations rebuild. */
  rebuild(): void;
};
