import type { Level } from '#shared/domain/levels';
import type { FolderWait } from '#shared/domain/sharing';
import type { ErrorCode } from '#shared/errors/codes';
import type { SharePurpose } from '#core/gate/purposes';

export type Waiting = {
  /** Name of the file. */
  readonly name: string;
  readonly reason: FolderWait;
  readonly code?: ErrorCode;
  /** Whose it is, as far as a signature says so. */
  readonly from?: string;
  readonly madeMs?: number;
};

/** Somebody who has not said yet that they took what was sent. */
export type Outstanding = {
  readonly name: string;
  readonly bundles: number;
  readonly sinceMs: number;
};

/** How a folder is to be used. */
export type FolderSettings = {
  /** Name of the group it is for. */
  readonly group: string;
  readonly purpose: SharePurpose;
  readonly level: Level;
  readonly history: 'full' | 'current';
  readonly files: 'all' | 'none';
  /** No file that we write there is longer; at least `LEAST_PART_BYTES`. */
  readonly partBytes: number;
};

export type KnownFolder = FolderSettings & {
  /** Hex, 32 digits. */
  readonly id: string;
  readonly place: string;
  readonly members: readonly { readonly name: string; readonly state: string }[];
  readonly syncedMs: number | undefined;
  /** As of the last time. */
  readonly waits: readonly Waiting[];
  readonly outstanding: readonly Outstanding[];
};

/** What one hand at the keyboard sees of a run. */
export type SyncStep = {
  readonly step: 'look' | 'take' | 'send';
  readonly done: number;
  readonly total: number;
};

/** What came from one desk. */
export type TakenFrom = {
  readonly from: string;
  readonly bundles: number;
  readonly changes: number;
  readonly files: number;
  /** Changes that a person has to decide. */
  readonly asking: number;
};

export type Synced = {
  readonly isCancelled: boolean;
  readonly taken: readonly TakenFrom[];
  readonly sent: {
    readonly bundles: number;
    readonly changes: number;
    readonly files: number;
    readonly sizeBytes: number;
  };
  /** Files of ours that everybody has and that are gone now. */
  readonly removed: number;
  readonly waits: readonly Waiting[];
  /** Members for whom nothing was made, and the state of their card. */
  readonly leftOut: readonly { readonly name: string; readonly state: string }[];
  readonly outstanding: readonly Outstanding[];
};

export const DAY_MS = 86_400_000;
/** Whoever lacks something for longer gets everything anew. */
export const BASE_AFTER_MS = 30 * DAY_MS;
export const LEAST_PART_BYTES = 65_536;
/** Just under what FAT32 holds in one file. */
export const MOST_PART_BYTES = 2 ** 32 - 65_536;
