import { vaultStore } from '#core/db/repositories/vault-store';
import { isAppError } from '#shared/errors/app-error';
import type { OpenVault } from './ports';
import { parseRecoveryKey } from './recovery';
import { openSlot, recoveryKek } from './slots';
import { wipe } from './sodium';
import { stateOf } from './vault-state';

const REHEARSED = 'recovery-rehearsed';

/**
 * Whether a recovery key as typed opens this vault. Where it does, the vault
 * remembers that someone has it on paper. Throws `vault/locked`.
 */
export function rehearseRecovery(vault: OpenVault, text: string): boolean {
  const { header } = stateOf(vault);
  let secret: Uint8Array;
  try {
    secret = parseRecoveryKey(text);
  } catch (error) {
    if (isAppError(error, 'vault/recovery-key')) return false;
    throw error;
  }
  const kek = recoveryKek(secret, header.vaultId);
  const keys = header.recoverySlots.flatMap((slot) => openSlot(header.vaultId, slot, kek) ?? []);
  const isRight = keys.length > 0;
  wipe(secret, kek, ...keys);
  if (isRight) noteRehearsed(vault);
  return isRight;
}

/** Remembers that a recovery key has opened this vault; nothing where it cannot be written. */
export function noteRehearsed(vault: OpenVault): void {
  if (!vault.isReadOnly) vaultStore(vault.db).setSetting(REHEARSED, 'yes');
}

export const isRehearsed = (vault: OpenVault): boolean =>
  vaultStore(vault.db).setting(REHEARSED) === 'yes';
