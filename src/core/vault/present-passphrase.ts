import { AppError } from '#shared/errors/app-error';
import { withAppErrorsAsync } from '#core/db/errors';
import { normalisePassphrase } from './passphrase';
import type { OpenVault } from './ports';
import { openSlot } from './slots';
import { wipe } from './sodium';
import { passSlot } from './unlock';
import { stateOf } from './vault-state';

/**
 * For what only the person whose hand it is may do at an open vault: throws `vault/passphrase`
 * where this is not the passphrase of the slot that opened it, and `vault/slot` after a recovery key.
 */
export function assertPassphrase(vault: OpenVault, typed: Uint8Array): Promise<void> {
  return withAppErrorsAsync(async () => {
    const { header, deriveKey } = stateOf(vault);
    const slot = passSlot(header, vault.slot);
    const { salt, mKib, t } = slot;
    let passphrase: Uint8Array;
    try {
      passphrase = normalisePassphrase(typed);
    } catch (cause) {
      throw new AppError('vault/passphrase', {}, cause);
    }
    const kek = await deriveKey({ passphrase, salt, mKib, t });
    const vmk = openSlot(header.vaultId, slot, kek);
    wipe(passphrase, kek);
    if (vmk === undefined) throw new AppError('vault/passphrase');
    wipe(vmk);
  });
}
