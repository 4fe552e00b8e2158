import { AppError } from '#shared/errors/app-error';
import type { ActorId, DeviceId } from '#shared/domain/ids';
import { auditLog } from '#core/audit/audit-log';
import { toHex } from '#core/kernel/bytes';
import { idFromBytes } from '#core/kernel/ids';
import type { Clock, Random } from '#core/kernel/ports';
import type { VaultStore } from '#core/db/repositories/vault-store';
import { blobFiles } from './blob-files';
import { blobStore } from './blob-store';
import type { OpenVault } from './ports';
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

/** Joins the parts of an open vault into what the rest of the product works with. */
export function vaultHandle(
  state: VaultState,
  facts: {
    readonly dir: string;
    readonly slot: number;
    readonly actor: Uint8Array;
    readonly device: Uint8Array;
    readonly clock: Clock;
    readonly random: Random;
  },
): OpenVault {
  const { dir, slot, clock, random } = facts;
  const { database, store } = state;
  const { db, isReadOnly } = database;
  const actor = idFromBytes<ActorId>(facts.actor);
  const device = idFromBytes<DeviceId>(facts.device);
  const nameKey = storedSecret(store, SECRET_NAME.blobNames);
  const auditKey = storedSecret(store, SECRET_NAME.audit);
  const log = auditLog({ db, key: auditKey, actor, device, clock });
  const vault: OpenVault = {
    dir,
    vaultId: toHex(state.header.vaultId),
    isReadOnly,
    get age() {
      return state.age;
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
      forgetState(vault);
      state.anchor.flush();
      try {
        database.close();
      } finally {
        state.keys.wipe();
        wipe(nameKey, auditKey);
        if (state.identityKey !== undefined) wipe(state.identityKey);
      }
    },
  };
  keepState(vault, state);
  return vault;
}
