import * as fs from 'node:fs';
import * as path from 'node:path';
import { AppError, isAppError } from '#shared/errors/app-error';
import type { ActorId } from '#shared/domain/ids';
import { equalBytes, toHex } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import { secondText } from '#core/kernel/instants';
import type { Clock } from '#core/kernel/ports';
import { toAppError, withAppErrors, withAppErrorsAsync } from '#core/db/errors';
import { openDatabase, type OpenDatabase } from '#core/db/open';
import { vaultStore, type VaultStore } from '#core/db/repositories/vault-store';
import { ageOf, anchorKeeper, type AnchorPlace, type VaultAge } from './anchor-watch';
import { blobFiles, makeBlobFolders } from './blob-files';
import { sweepBlobs } from './blob-sweep';
import type { Header } from './header';
import { HEADER_NAME, readHeaderPair, saveHeader, TWIN_NAME, type HeaderPair } from './header-file';
import { settleIdentity } from './own-identity';
import type { DeriveKey } from './kdf';
import type { Keyring } from './keyring';
import type { OpenVault } from './ports';
import { loadSodium, sodiumRandom } from './sodium';
import { unlock, type Secret, type Unlocked } from './unlock';
import { noteRehearsed } from './rehearse';
import { clearNoted } from './remnants';
import { keepSlotKey, pruneSlotKeys, slotKeyOf } from './slot-keys';
import {
  keepBefore,
  needsUpgrade,
  removeSuperseded,
  removeUnfinished,
  upgradeOnCopy,
} from './upgrade';
import { RECOVERY_ACTOR, vaultHandle } from './vault-handle';
import { replaceHeader, type VaultState } from './vault-state';

export type OpenVaultOptions = {
  readonly dir: string;
  /** Number of the passphrase slot; may be left out where there is only one, or for a recovery key. */
  readonly slot?: number;
  readonly secret: Secret;
  /** Asks for reading only; a medium that cannot be written is opened so anyway. */
  readonly readOnly?: boolean;
  /** Where this device remembers how far vaults had come; nothing is compared without it. */
  readonly anchors?: AnchorPlace | undefined;
  /** Somebody says that a backup was put in place: an older copy is taken as it is, and that is logged. */
  readonly isRestored?: boolean;
  readonly clock: Clock;
  readonly deriveKey: DeriveKey;
};

/**
 * Opens a vault that is there; makes nothing where something is missing.
 * Throws `vault/missing`, `vault/newer`, `vault/header-damaged`,
 * `vault/header-forged`, `vault/slot`, `vault/passphrase`, `vault/recovery-key`,
 * `vault/in-use`, `kdf/…`, `db/…` and `disk/…`; and `vault/rollback` where this device
 * has seen the vault further on, unless it is opened for reading or as restored.
 */
export async function openVault(options: OpenVaultOptions): Promise<OpenVault> {
  await loadSodium();
  return withAppErrorsAsync(async () => {
    const { dir, secret, slot, deriveKey } = options;
    const pair = readHeaderPair(dir);
    const unlocked = await unlock(pair, secret, slot, deriveKey);
    try {
      return openAsItIs(options, pair, unlocked);
    } catch (error) {
      unlocked.keys.wipe();
      throw error;
    }
  });
}

/** A database with damage that stands in the way of writing may still be read; what cannot be helped is thrown. */
function openAsItIs(options: OpenVaultOptions, pair: HeaderPair, unlocked: Unlocked): OpenVault {
  try {
    return openUnlocked(options, pair, unlocked, false);
  } catch (error) {
    const { readOnly = false } = options;
    if (readOnly || !isAppError(toAppError(error), 'db/damaged')) throw error;
    try {
      return openUnlocked({ ...options, readOnly: true }, pair, unlocked, true);
    } catch {
      throw error;
    }
  }
}

function openUnlocked(
  options: OpenVaultOptions,
  pair: HeaderPair,
  unlocked: Unlocked,
  isDamaged: boolean,
): OpenVault {
  const { dir, readOnly = false, clock, deriveKey } = options;
  const { keys, slot } = unlocked;
  const { header } = unlocked.read;
  const file = path.join(dir, header.db);
  const databaseKeys = { key: keys.database, salt: keys.databaseSalt };
  const isReadOnly = readOnly || !isWritable(dir, file);
  let database = openDatabase(file, databaseKeys, { readOnly: isReadOnly });
  try {
    const age = acceptedAge(options, database, header, keys);
    if (!isReadOnly) holdHeader(dir, pair, unlocked);
    const state = { ...{ header, keys, database }, deriveKey, identityKey: unlocked.identityKey };
    if (needsUpgrade(database)) {
      database = upgrade(dir, state, databaseKeys);
    }
    const live = liveState({ ...state, database, age }, isReadOnly ? undefined : options.anchors);
    const actor = actorOf(live.store, unlocked.actor);
    const device = live.store.device();
    if (device === undefined) throw new AppError('db/damaged', { reason: 'device' });
    const facts = { dir, slot, actor, device, clock, random: sodiumRandom, isDamaged };
    const vault = vaultHandle(live, facts);
    live.logFault = faultOfLog(vault);
    if (!isReadOnly) afterUnlock(vault, live, unlocked, options);
    return vault;
  } catch (error) {
    closeQuietly(database);
    throw error;
  }
}

/** Throws `vault/rollback` for a copy that is older than the one last seen here, where nobody takes it so. */
function acceptedAge(
  { anchors, readOnly = false, isRestored = false }: OpenVaultOptions,
  { db }: OpenDatabase,
  header: Header,
  keys: Keyring,
): VaultAge {
  const age = ageOf(anchors, { db, store: vaultStore(db), keys, header: () => header });
  if (age.state === 'older' && !readOnly && !isRestored) {
    const [seen, held] = [age.seenMs, age.vaultMs].map(secondText);
    throw new AppError('vault/rollback', { seen: seen ?? '', held: held ?? '' });
  }
  return age;
}

function liveState(
  parts: Omit<VaultState, 'store' | 'anchor' | 'logFault'>,
  anchors: AnchorPlace | undefined,
): VaultState {
  const { db } = parts.database;
  const store = vaultStore(db);
  const state: VaultState = {
    ...parts,
    store,
    logFault: undefined,
    anchor: anchorKeeper(anchors, { db, store, keys: parts.keys, header: () => state.header }),
  };
  return state;
}

/** A log that was altered, or cannot be read, does not keep anybody out: it is told, and not signed again. */
function faultOfLog(vault: OpenVault): AppError | undefined {
  try {
    vault.audit.proveSinceCheckpoint();
    return undefined;
  } catch (error) {
    if (isAppError(error, 'audit/broken') || isAppError(error, 'db/damaged')) return error;
    throw error;
  }
}

/** What every unlock of a vault that can be written sets right, and the row that tells of it. */
function afterUnlock(
  vault: OpenVault,
  state: VaultState,
  { opened }: Unlocked,
  { isRestored = false }: OpenVaultOptions,
): void {
  keepBefore(vault.dir, state.store);
  removeSuperseded(vault.dir, state.header.db);
  removeUnfinished(vault.dir, state);
  makeBlobFolders(vault.dir);
  sweepBlobs(vault.db, state.store, blobFiles(vault.dir));
  clearNoted(vault.dir, state);
  settleIdentity(state, idToBytes(vault.actor));
  if (slotKeyOf(state.store, opened.slot) === undefined) {
    keepSlotKey(state.store, opened.slot, opened.publicKey);
  }
  pruneSlotKeys(state.store, state.header);
  if (vault.slot === 0) noteRehearsed(vault, opened.slot.id);
  const hand = vault.slot === 0 ? 'recovery' : `slot/${String(vault.slot)}`;
  if (isRestored && state.age.state === 'older') {
    vault.db.transaction(() => {
      state.anchor.beginEpoch();
      vault.audit.append('vault.restored', hand);
    });
    state.age = { state: 'current' };
  }
  vault.audit.append('vault.unlock', hand);
  const code = state.anchor.flush();
  if (code !== undefined) state.age = { state: 'unkept', code };
}

/**
 * Nobody can write the header from here on; what another hand wrote between our
 * reading and our lock sends the caller back. Then both copies are made equal.
 */
function holdHeader(dir: string, pair: HeaderPair, { read, keys }: Unlocked): void {
  const now = readHeaderPair(dir);
  const isUnchanged = now.candidates.every(({ file }) =>
    pair.candidates.some((before) => equalBytes(before.file.covered, file.covered)),
  );
  if (!isUnchanged) throw new AppError('vault/in-use', { reason: 'header' });
  if (!now.isTwinned) saveHeader(dir, read.header, keys.header);
}

function upgrade(
  dir: string,
  state: Pick<VaultState, 'database' | 'header' | 'keys'>,
  keys: { readonly key: Uint8Array; readonly salt: Uint8Array },
): OpenDatabase {
  const { database: original, header } = state;
  const { database, name } = upgradeOnCopy(dir, header.db, original, keys);
  try {
    replaceHeader(dir, state, { db: name });
  } catch (error) {
    closeQuietly(database);
    throw error;
  }
  closeQuietly(original);
  keepBefore(dir, vaultStore(database.db));
  return database;
}

function actorOf(store: VaultStore, ofSlot: Uint8Array | undefined): Uint8Array {
  const recovery = store.setting(RECOVERY_ACTOR);
  const id = ofSlot ?? (recovery === undefined ? undefined : idToBytes(recovery as ActorId));
  if (id === undefined || store.actor(id) === undefined) {
    throw new AppError('db/damaged', { reason: 'actor' });
  }
  return id;
}

/** An error is on its way already; a second one from closing would hide it. */
function closeQuietly(database: OpenDatabase): void {
  try {
    database.close();
  } catch {
    // What was committed is safe in the WAL.
  }
}

function isWritable(dir: string, file: string): boolean {
  const needed = [dir, file, path.join(dir, HEADER_NAME), path.join(dir, TWIN_NAME)];
  return needed.every((place) => {
    try {
      fs.accessSync(place, fs.constants.W_OK);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT';
    }
  });
}

/** What can be read of a vault without any secret. Unverified: only an unlock proves it genuine. */
export type VaultInfo = {
  readonly vaultId: string;
  readonly gen: number;
  readonly slots: readonly { readonly slot: number; readonly mKib: number; readonly t: number }[];
  readonly recoverySlots: number;
  /** Header and twin are both there, sound and equal. */
  readonly isTwinned: boolean;
  readonly databaseBytes: number;
  readonly blobCount: number;
  readonly blobBytes: number;
};

/** Throws `vault/missing`, `vault/newer` or `vault/header-damaged`. */
export function readVaultInfo(dir: string): VaultInfo {
  return withAppErrors(() => {
    const { candidates, isTwinned } = readHeaderPair(dir);
    const { header } = candidates[0];
    const files = blobFiles(dir);
    const sizes = files.all().map((name) => fs.statSync(files.pathOf(name)).size);
    return {
      ...slotFacts(header),
      isTwinned,
      databaseBytes: fs.statSync(path.join(dir, header.db), { throwIfNoEntry: false })?.size ?? 0,
      blobCount: sizes.length,
      blobBytes: sizes.reduce((total, size) => total + size, 0),
    };
  });
}

const slotFacts = (header: Header) => ({
  vaultId: toHex(header.vaultId),
  gen: header.gen,
  slots: header.passSlots.map(({ id, mKib, t }) => ({ slot: id, mKib, t })),
  recoverySlots: header.recoverySlots.length,
});
