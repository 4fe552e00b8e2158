import { AppError } from '#shared/errors/app-error';
import { concatBytes, toHex } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import { openIdentity, type Identity, type SealedIdentity } from '#core/identity/identity';
import type { ActorRow } from '#core/db/repositories/vault-store';
import type { OpenVault } from './ports';
import { wipe } from './sodium';
import { stateOf, type VaultState } from './vault-state';

const NONCE_BYTES = 24;

/** Where a person's identity waits, sealed anew, while the header is being changed. */
const nextName = (actor: Uint8Array): string => `actor-next/${toHex(actor)}`;

/** The identity of whoever opened the vault; undefined after a recovery key. Wipe its secrets after use. */
export function ownIdentity(vault: OpenVault): Identity | undefined {
  const state = stateOf(vault);
  if (state.identityKey === undefined) return undefined;
  const identity = openSealed(state, idToBytes(vault.actor), state.identityKey);
  if (identity === undefined) throw new AppError('db/damaged', { reason: 'identity' });
  return identity;
}

function openSealed(state: VaultState, actor: Uint8Array, key: Uint8Array): Identity | undefined {
  const row = state.store.actor(actor);
  const sealed = row === undefined ? undefined : sealedOf(row);
  return sealed === undefined ? undefined : openIdentity(sealed, key, state.header.vaultId, actor);
}

const sealedOf = ({ secretNonce, secretBox }: ActorRow): SealedIdentity | undefined =>
  secretNonce === null || secretBox === null ? undefined : { nonce: secretNonce, box: secretBox };

/** Keeps an identity sealed under a key that the header does not carry yet. */
export function prepareIdentity(
  { store }: VaultState,
  actor: Uint8Array,
  { nonce, box }: SealedIdentity,
): void {
  store.setSecret(nextName(actor), concatBytes(nonce, box));
}

/**
 * Finishes a change of passphrase: where the identity that waits opens under the
 * slot's key, it takes its place; a waiting one that does not belongs to a change
 * that never reached the header.
 */
export function settleIdentity(state: VaultState, actor: Uint8Array): void {
  const { store, database, identityKey } = state;
  const waiting = store.secret(nextName(actor));
  const row = store.actor(actor);
  if (waiting === undefined || row === undefined || identityKey === undefined) return;
  const sealed = { nonce: waiting.slice(0, NONCE_BYTES), box: waiting.slice(NONCE_BYTES) };
  const identity = openIdentity(sealed, identityKey, state.header.vaultId, actor);
  database.db.transaction(() => {
    if (identity !== undefined) {
      const { signPublic, agePublic } = identity;
      const { nonce: secretNonce, box: secretBox } = sealed;
      store.saveActor({ ...row, signPublic, agePublic, secretNonce, secretBox });
    }
    store.dropSecret(nextName(actor));
  });
  if (identity !== undefined) wipe(identity.seed, identity.ageSecret);
}
