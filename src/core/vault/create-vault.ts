import * as fs from 'node:fs';
import * as path from 'node:path';
import type { ActorId, DeviceId } from '#shared/domain/ids';
import { identityKey, newIdentity, sealIdentity, type Identity } from '#core/identity/identity';
import { idMaker, idToBytes } from '#core/kernel/ids';
import type { Clock, Random } from '#core/kernel/ports';
import { withAppErrorsAsync } from '#core/db/errors';
import { migrate, NEWEST_MIGRATION } from '#core/db/migrations/index';
import { createDatabase, type OpenDatabase } from '#core/db/open';
import { vaultStore } from '#core/db/repositories/vault-store';
import { anchorKeeper, type AnchorPlace } from './anchor-watch';
import { makeBlobFolders } from './blob-files';
import { FOLDER_MODE, syncFolder } from './durable';
import type { Header } from './header';
import { saveHeader } from './header-file';
import type { DeriveKey } from './kdf';
import { deriveNew, type Calibrated, type KdfCost } from './kdf-policy';
import { keyring, vaultKey, type Keyring } from './keyring';
import { onMedium } from './medium';
import { assertFree, makeOwn } from './own-folder';
import { acceptNewPassphrase } from './passphrase';
import type { OpenVault } from './ports';
import { formatRecoveryKey } from './recovery';
import { keepSlotKey } from './slot-keys';
import { recoveryKek, sealPassSlot, sealRecoverySlot, slotPublic } from './slots';
import { loadSodium, sodiumRandom, wipe } from './sodium';
import { databaseName } from './upgrade';
import { RECOVERY_ACTOR, SECRET_NAME, vaultHandle } from './vault-handle';
import type { VaultState } from './vault-state';

export type CreateVaultOptions = {
  /** A folder that does not exist yet, or is empty. */
  readonly dir: string;
  /** UTF-8 as typed; the caller wipes it. */
  readonly passphrase: Uint8Array;
  /** Name of the person of slot 1; kept in the database only. */
  readonly actorName: string;
  /** Where this device remembers how far vaults have come. */
  readonly anchors?: AnchorPlace | undefined;
  readonly clock: Clock;
  readonly random?: Random;
  readonly deriveKey: DeriveKey;
  /** Cost of the derivation; calibrated to this machine where absent. */
  readonly policy?: KdfCost;
  /** Names attachments as another vault does, which this one is to take the place of. */
  readonly blobNameKey?: Uint8Array | undefined;
  /** Stops at an earlier migration: for fixtures of older vaults. */
  readonly schema?: number;
};

export type CreatedVault = {
  readonly vault: OpenVault;
  /** To be shown and printed once; it is kept nowhere. */
  readonly recoveryKey: string;
};

const FIRST_SLOT = 1;

/**
 * Makes a new vault and leaves it open. Throws `vault/weak-passphrase` before
 * anything is touched, `vault/exists` where the folder holds something, and
 * takes away what it made where it cannot finish.
 */
export async function createVault(options: CreateVaultOptions): Promise<CreatedVault> {
  await loadSodium();
  const { clock, deriveKey, policy, random = sodiumRandom } = options;
  const passphrase = await acceptNewPassphrase(options.passphrase);
  const make = async () => {
    assertFree(options.dir, 'vault/exists');
    const salt = random.bytes(16);
    const derived = await deriveNew(deriveKey, passphrase, salt, clock, policy);
    wipe(passphrase);
    return build(options, random, salt, derived);
  };
  return withAppErrorsAsync(() => onMedium(path.dirname(path.resolve(options.dir)), make));
}

function build(
  options: CreateVaultOptions,
  random: Random,
  salt: Uint8Array,
  { cost, kek }: Calibrated,
): CreatedVault {
  const { dir, clock, deriveKey } = options;
  const ids = idMaker(clock, random);
  const actor = idToBytes(ids.next<ActorId>());
  const device = idToBytes(ids.next<DeviceId>());
  const vaultId = random.bytes(16);
  const keys = keyring(vaultKey(random.bytes(32)));
  const secret = random.bytes(20);
  const recovery = recoveryKek(secret, vaultId);
  const facts = { id: FIRST_SLOT, ...cost, salt, actor };
  const header: Header = {
    vaultId,
    gen: 1,
    db: databaseName(1),
    passSlots: [sealPassSlot(vaultId, keys.vmk, kek, facts, random)],
    recoverySlots: [sealRecoverySlot(vaultId, keys.vmk, recovery, 1, random)],
  };
  const sealKey = identityKey(kek);
  const publicKeys = [slotPublic(kek), slotPublic(recovery)] as const;
  wipe(kek, recovery);
  const database = inNewFolder(dir, () => {
    const made = makeDatabase(path.join(dir, header.db), keys);
    try {
      fillDatabase(made, options, random, { vaultId, actor, device, sealKey, ids });
      saveHeader(dir, header, keys.header);
      return made;
    } catch (error) {
      made.close();
      throw error;
    }
  });
  const store = vaultStore(database.db);
  const { db } = database;
  for (const [at, slot] of [...header.passSlots, ...header.recoverySlots].entries()) {
    const publicKey = publicKeys[at];
    if (publicKey !== undefined) keepSlotKey(store, slot, publicKey);
  }
  const state: VaultState = {
    ...{ header, keys, database, store, deriveKey, identityKey: sealKey },
    anchor: anchorKeeper(options.anchors, { db, store, keys, header: () => state.header }),
    age: { state: options.anchors === undefined ? 'unwatched' : 'current' },
    logFault: undefined,
  };
  const vault = vaultHandle(state, { dir, slot: FIRST_SLOT, actor, device, clock, random });
  vault.audit.append('vault.create', `slot/${String(FIRST_SLOT)}`);
  const code = state.anchor.flush();
  if (code !== undefined) state.age = { state: 'unkept', code };
  const recoveryKey = formatRecoveryKey(secret);
  wipe(secret);
  return { vault, recoveryKey };
}

const makeDatabase = (file: string, keys: Keyring): OpenDatabase =>
  createDatabase(file, { key: keys.database, salt: keys.databaseSalt });

function fillDatabase(
  { db }: OpenDatabase,
  { clock, actorName, blobNameKey, schema = NEWEST_MIGRATION }: CreateVaultOptions,
  random: Random,
  made: {
    readonly vaultId: Uint8Array;
    readonly actor: Uint8Array;
    readonly device: Uint8Array;
    readonly sealKey: Uint8Array;
    readonly ids: ReturnType<typeof idMaker>;
  },
): void {
  const store = vaultStore(db);
  const identity = newIdentity(random);
  db.transaction(() => {
    migrate(db, schema);
    store.setSecret(SECRET_NAME.blobNames, blobNameKey ?? random.bytes(32));
    store.setSecret(SECRET_NAME.audit, random.bytes(32));
    store.addDevice(made.device, clock.nowMs());
    const sealed = sealIdentity(identity, made.sealKey, made.vaultId, made.actor, random);
    store.saveActor({
      id: made.actor,
      slot: FIRST_SLOT,
      name: actorName,
      signPublic: identity.signPublic,
      agePublic: identity.agePublic,
      secretNonce: sealed.nonce,
      secretBox: sealed.box,
    });
    const recovery = made.ids.next<ActorId>();
    store.saveActor({ ...NOBODY, id: idToBytes(recovery) });
    store.setSetting(RECOVERY_ACTOR, recovery);
  });
  wipeIdentity(identity);
}

/** The hand that holds the recovery key: nobody in particular. */
const NOBODY = {
  slot: null,
  name: '',
  signPublic: null,
  agePublic: null,
  secretNonce: null,
  secretBox: null,
};

const wipeIdentity = ({ seed, ageSecret }: Identity): void => {
  wipe(seed, ageSecret);
};

/** What a file system answers that keeps no modes: FAT and exFAT, by driver. */
const NO_MODES = new Set(['EPERM', 'ENOSYS', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP']);

/** Closes a folder to everybody else, where its file system can; a stick with FAT is as open as it was mounted. */
function closeToOthers(dir: string): void {
  try {
    fs.chmodSync(dir, FOLDER_MODE);
  } catch (error) {
    const isOurs = fs.statSync(dir).uid === process.getuid?.();
    if (!isOurs || !NO_MODES.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Makes the folder and fills it; where filling fails, only what was there before stays. */
function inNewFolder<T>(dir: string, fill: () => T): T {
  const { undo } = makeOwn(dir);
  try {
    closeToOthers(dir);
    makeBlobFolders(dir);
    const filled = fill();
    syncFolder(path.dirname(path.resolve(dir)));
    return filled;
  } catch (error) {
    undo();
    throw error;
  }
}
