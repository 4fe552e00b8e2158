import { vaultStore } from '#core/db/repositories/vault-store';
import { isAppError } from '#shared/errors/app-error';
import type { OpenVault } from './ports';
import type { ShareScheme } from './shares';
import { wipe } from './sodium';
import { openRecovery, recoverySecretOf, type RecoverySecret } from './unlock';
import { stateOf } from './vault-state';

// What is remembered of each recovery slot: when its paper was last tried, and that it is split.
const REHEARSED = 'recovery-rehearsed/';
const SPLIT = 'recovery-split/';

/** A recovery slot as people know it. */
export type RecoveryState = {
  /** 1 or 2. */
  readonly number: number;
  /** Where it is held on several papers. */
  readonly split: ShareScheme | undefined;
  /** When it last opened this vault or was tried on it; undefined where never. */
  readonly rehearsedMs: number | undefined;
};

/**
 * Whether a recovery key, or shares, as typed open this vault. Where they do, the vault remembers
 * when that was. Throws `vault/locked`, and `share/…` for shares that do not go together.
 */
export async function rehearseRecovery(vault: OpenVault, typed: RecoverySecret): Promise<boolean> {
  const { header } = stateOf(vault);
  let secret: Uint8Array;
  try {
    secret = await recoverySecretOf(typed);
  } catch (error) {
    if (isAppError(error, 'vault/recovery-key')) return false;
    throw error;
  }
  const found = openRecovery(header, secret);
  wipe(secret);
  if (found === undefined) return false;
  wipe(found.vmk);
  noteRehearsed(vault, found.slot.id);
  return true;
}

/** Remembers that the paper of a recovery slot was right; nothing where the vault cannot be written. */
export function noteRehearsed(vault: OpenVault, number: number): void {
  if (vault.isReadOnly) return;
  const name = `${REHEARSED}${String(number)}`;
  vaultStore(vault.db).setSetting(name, String(vault.clock.nowMs()));
}

/** For a recovery slot made anew: nobody has tried its paper yet. Call it inside a transaction. */
export function noteRenewed(vault: OpenVault, number: number, split?: ShareScheme): void {
  const store = vaultStore(vault.db);
  store.dropSetting(`${REHEARSED}${String(number)}`);
  if (split === undefined) store.dropSetting(`${SPLIT}${String(number)}`);
  else store.setSetting(`${SPLIT}${String(number)}`, `${String(split.needed)}/${String(split.of)}`);
}

/** Every recovery slot of the vault. */
export function recoveryStates(vault: OpenVault): readonly RecoveryState[] {
  const store = vaultStore(vault.db);
  return stateOf(vault).header.recoverySlots.map(({ id }) => {
    const [needed, of] = (store.setting(`${SPLIT}${String(id)}`) ?? '').split('/').map(Number);
    const at = store.setting(`${REHEARSED}${String(id)}`);
    return {
      number: id,
      split: needed === undefined || of === undefined ? undefined : { needed, of },
      rehearsedMs: at === undefined ? undefined : Number(at),
    };
  });
}

/** Whether the papers of every recovery slot have opened this vault once. */
export const isRehearsed = (vault: OpenVault): boolean =>
  recoveryStates(vault).every(({ rehearsedMs }) => rehearsedMs !== undefined);
