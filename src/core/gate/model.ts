import type { RecordId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/levels';
import type { ChangeSet } from '#core/changes/model';
import type { HoldReason } from '#shared/domain/sharing';
import type { SharePurpose } from './purposes';

/** What somebody asks to let leave for another desk. Without persons and cases it is everything. */
export type ShareOrder = {
  readonly persons?: readonly RecordId[];
  readonly cases?: readonly RecordId[];
  readonly purpose: SharePurpose;
  /** The strictest level that leaves, where that is less than the purpose allows. */
  readonly level?: Level;
  /** All that was ever written, or values as they stand. */
  readonly history: 'full' | 'current';
  /** Attachments of which documents leave. */
  readonly files: 'all' | 'none' | readonly RecordId[];
  /** 32 bytes of the group the bundle is for: ids become names of this group alone, and texts stay. */
  readonly pseudonyms?: Uint8Array;
};

export type { HoldReason };

/** A value that leaves: what a receiver will see, and how many older ones go with it. */
export type LeavingField = {
  readonly path: string;
  readonly value: unknown;
  readonly past: number;
};

export type LeavingRecord = {
  readonly id: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly part: 'whole' | 'stub';
  readonly fields: readonly LeavingField[];
};

export type LeavingFile = {
  readonly document: RecordId;
  /** The attachment's name in the vault and in the bundle. */
  readonly blob: string;
  readonly label: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

export type HeldBackItem = {
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
  /** Undefined where the whole record stays. */
  readonly path?: string;
  readonly reason: HoldReason;
};

/** Exactly what leaves and what does not. The bundle is made of this and of nothing else. */
export type Leaving = {
  readonly order: ShareOrder;
  readonly records: readonly LeavingRecord[];
  readonly files: readonly LeavingFile[];
  readonly heldBack: readonly HeldBackItem[];
  readonly set: ChangeSet;
  /** The strictest level of anything that leaves. */
  readonly level: Level;
  /** Hex that stands for all of the above: made again over what was seen, it is the same. */
  readonly token: string;
};
