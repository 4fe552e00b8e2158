import * as path from 'node:path';
import type { ErrorCode } from '#shared/errors/codes';
import { equalBytes } from '#core/kernel/bytes';
import { nodeTimer, type Timer } from '#core/kernel/ports';
import type { WritableDb } from '#core/db/driver';
import { toAppError } from '#core/db/errors';
import { auditStore } from '#core/db/repositories/audit-store';
import type { VaultStore } from '#core/db/repositories/vault-store';
import { ANCHOR_KIND, anchorName, readAnchor, writeAnchor, type Anchor } from './anchor';
import { makeFolders, readIfThere, replaceFile } from './durable';
import type { Header } from './header';
import type { Keyring } from './keyring';

/** Where this device remembers how far each vault had come; outside every vault. */
export type AnchorPlace = {
  /** A folder of the program's own, made when it is first needed. */
  readonly dir: string;
  readonly timer?: Timer;
};

/** What this device can say of a vault's age. */
export type VaultAge =
  /** No place to remember was given. */
  | { readonly state: 'unwatched' }
  /** Nothing is remembered of this vault here, or what is cannot be relied on. */
  | { readonly state: 'unknown'; readonly reason: 'first' | 'unreadable' }
  | { readonly state: 'current' }
  /** The vault had come further, or another way, when it was last used here. Times in ms since 1970. */
  | { readonly state: 'older'; readonly seenMs: number; readonly vaultMs: number }
  /** It could be told, but cannot be remembered for the next time. */
  | { readonly state: 'unkept'; readonly code: ErrorCode };

const EPOCH = 'anchor-epoch';
/** The anchor key before the last change of the vault key: other devices may still hold an anchor made with it. */
export const ANCHOR_KEY_BEFORE = 'anchor-key-before';
const COALESCE_MS = 5_000;

type Watched = {
  readonly db: WritableDb;
  readonly store: VaultStore;
  readonly keys: Pick<Keyring, 'anchor'>;
  /** The header may have been replaced since: ask each time. */
  readonly header: () => Header;
};

const epochOf = (store: VaultStore): number => Number(store.setting(EPOCH) ?? 0);

/** Where the anchor of a vault lies on this device. */
export const anchorFile = (place: AnchorPlace, vaultId: Uint8Array): string =>
  path.join(place.dir, anchorName(vaultId));

function readHere(place: AnchorPlace, { store, keys, header }: Watched) {
  const { vaultId } = header();
  const bytes = readIfThere(anchorFile(place, vaultId), ANCHOR_KIND.maxBytes);
  if (bytes === undefined) return undefined;
  const before = store.secret(ANCHOR_KEY_BEFORE);
  const read = readAnchor(bytes, before === undefined ? [keys.anchor] : [keys.anchor, before]);
  if (read === undefined || !equalBytes(read.anchor.vaultId, vaultId)) return 'unreadable';
  // A vault from before its key was changed cannot prove the anchor, but it is behind it.
  return read.isProven || read.anchor.gen > header().gen ? read.anchor : 'unreadable';
}

/** Whether the vault went on from where the anchor saw it. */
function isAhead(anchor: Anchor, { db, store, header }: Watched): boolean {
  const epoch = epochOf(store);
  // Somebody said on another device that a backup was restored: its log began anew there.
  if (epoch > anchor.epoch) return true;
  if (epoch < anchor.epoch || header().gen < anchor.gen) return false;
  const row = auditStore(db).at(anchor.auditSeq);
  return row !== undefined && equalBytes(row.hash, anchor.auditHash);
}

/** Compares a vault just opened with what this device remembers of it. Writes nothing. */
export function ageOf(place: AnchorPlace | undefined, watched: Watched): VaultAge {
  if (place === undefined) return { state: 'unwatched' };
  let anchor: ReturnType<typeof readHere>;
  try {
    anchor = readHere(place, watched);
  } catch {
    anchor = 'unreadable';
  }
  if (anchor === undefined) return { state: 'unknown', reason: 'first' };
  if (anchor === 'unreadable') return { state: 'unknown', reason: 'unreadable' };
  if (isAhead(anchor, watched)) return { state: 'current' };
  const vaultMs = auditStore(watched.db).last()?.tsMs ?? 0;
  return { state: 'older', seenMs: anchor.atMs, vaultMs };
}

/** From here on this copy counts, whatever the device saw before. */
function beginEpoch(place: AnchorPlace, watched: Watched): void {
  const anchor = readHere(place, watched);
  const seen = typeof anchor === 'object' ? anchor.epoch : 0;
  watched.store.setSetting(EPOCH, String(Math.max(seen, epochOf(watched.store)) + 1));
}

/** Writes down how far the vault has come. Throws what the disk throws. */
function writeAnchorOf(place: AnchorPlace, { db, store, keys, header }: Watched): void {
  const last = auditStore(db).last();
  if (last === undefined) return;
  const { vaultId, gen } = header();
  const anchor: Anchor = {
    ...{ vaultId, gen, epoch: epochOf(store) },
    ...{ auditSeq: last.seq, auditHash: last.hash, atMs: last.tsMs },
  };
  makeFolders(place.dir);
  replaceFile(anchorFile(place, vaultId), writeAnchor(anchor, keys.anchor));
}

export type AnchorKeeper = {
  /** Something was written: the anchor follows within five seconds. */
  touch(): void;
  /** Writes it now. Answers the code of what stood in the way. */
  flush(): ErrorCode | undefined;
  /** Begins a new epoch; call it inside the transaction that tells of it. */
  beginEpoch(): void;
  /** The keeper of the same vault under another key, or of its copy. */
  next(watched: Watched): AnchorKeeper;
};

/**
 * Keeps the anchor behind the vault, never ahead of it. A disk that refuses it does not
 * stop work: the next commit tries again, and an anchor that lags only watches less closely.
 */
export function anchorKeeper(place: AnchorPlace | undefined, watched: Watched): AnchorKeeper {
  if (place === undefined) {
    const nothing = (): undefined => undefined;
    const off: AnchorKeeper = {
      ...{ touch: nothing, flush: nothing, beginEpoch: nothing },
      next: () => off,
    };
    return off;
  }
  const timer = place.timer ?? nodeTimer;
  let cancel: (() => void) | undefined;
  const flush = (): ErrorCode | undefined => {
    cancel?.();
    cancel = undefined;
    try {
      writeAnchorOf(place, watched);
      return undefined;
    } catch (error) {
      return toAppError(error).code;
    }
  };
  return {
    touch: () => {
      cancel ??= timer.after(COALESCE_MS, flush);
    },
    flush,
    beginEpoch: () => {
      beginEpoch(place, watched);
    },
    next: (other) => anchorKeeper(place, other),
  };
}
