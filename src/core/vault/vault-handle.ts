import { AppError, isAppError } from '#shared/errors/app-error';
import type { ActorId, DeviceId } from '#shared/domain/ids';
import type { Checkpoint } from '#core/audit/checkpoint';
import { signedLog } from '#core/audit/signed-log';
import { toHex } from '#core/kernel/bytes';
import { idFromBytes } from '#core/kernel/ids';
import type { Clock, Random } from '#core/kernel/ports';
import { hasCheckpoints } from '#core/db/migrations/index';
import type { VaultStore } from '#core/db/repositories/vault-store';
import { blobFiles } from './blob-files';
import { blobStore } from './blob-store';
import { ownIdentity } from './own-identity';
import type { OpenVault, SignedLog } from './ports';
import { wipe } from './sodium';
import { forgetState, keepState, type VaultState } from './vault-state';

export const SECRET_NAME = { blobNames: 'blob-name-key', audit: 'audit-key' } as const;
export const RECOVERY_ACTOR = 'recovery-actor';

/** 32 random bytes the database keeps; a vault without them was never finished or is damaged. */
function storedSecret(store: VaultStore, name: string): Uint8Array {
  const value = store.secret(name);
  if (value?.length !== 32) throw new AppError('db/damaged', { reason: 'secret' });
  return value;
}

/** Lends the seed of whoever opened the vault; nothing that is written waits for a signature. */
function withOwnSeed(
  vault: OpenVault,
  use: (seed: Uint8Array) => Checkpoint,
): Checkpoint | undefined {
  let identity: ReturnType<typeof ownIdentity>;
  try {
    identity = ownIdentity(vault);
    return identity === undefined ? undefined : use(identity.seed);
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  } finally {
    if (identity !== undefined) wipe(identity.seed, identity.ageSecret);
  }
}

/** A vault that cannot be signed any more, on a full disk, is closed all the same. */
function signQuietly(log: SignedLog): void {
  try {
    log.checkpoint();
  } catch {
    // The next unlock reads on from the checkpoint before.
  }
}

function wipeAll({ keys, identityKey }: VaultState, ...more: readonly Uint8Array[]): void {
  keys.wipe();
  wipe(...more);
  if (identityKey !== undefined) wipe(identityKey);
}

type HandleFacts = {
  readonly dir: string;
  readonly slot: number;
  readonly actor: Uint8Array;
  readonly device: Uint8Array;
  readonly clock: Clock;
  readonly random: Random;
  /** Opened for reading because of it. */
  readonly isDamaged?: boolean;
};

/** Joins the parts of an open vault into what the rest of the product works with. */
export function vaultHandle(state: VaultState, facts: HandleFacts): OpenVault {
  const { dir, slot, clock, random } = facts;
  const { database, store } = state;
  const { db, isReadOnly } = database;
  const [actor, device] = [idFromBytes<ActorId>(facts.actor), idFromBytes<DeviceId>(facts.device)];
  const nameKey = storedSecret(store, SECRET_NAME.blobNames);
  const auditKey = storedSecret(store, SECRET_NAME.audit);
  const log = signedLog({
    ...{ db, key: auditKey, vaultId: state.header.vaultId, actor, device, clock },
    withSeed: (use) => withOwnSeed(vault, use),
    maySign: () => !isReadOnly && state.logFault === undefined && hasCheckpoints(db),
  });
  const vault: OpenVault = {
    ...{ dir, vaultId: toHex(state.header.vaultId), isReadOnly },
    isDamaged: facts.isDamaged ?? false,
    get age() {
      return state.age;
    },
    get logFault() {
      return state.logFault;
    },
    slot,
    actor,
    device,
    db,
    blobs: blobStore({ store, files: blobFiles(dir), nameKey, random, isReadOnly }),
    audit: {
      ...log,
      append: (...row) => {
        log.append(...row);
        state.anchor.touch();
      },
    },
    clock,
    random,
    verifyPages: () => database.verifyPages(),
    close: () => {
      if (database.isOpen()) signQuietly(log);
      forgetState(vault);
      state.anchor.flush();
      try {
        database.close();
      } finally {
        wipeAll(state, nameKey, auditKey);
      }
    },
  };
  keepState(vault, state);
  return vault;
}
