import { toHex } from '#core/kernel/bytes';
import type { VaultStore } from '#core/db/repositories/vault-store';
import type { Header, Slot } from './header';

/**
 * The public key of each slot, in the database under the nonce of the slot it belongs to: so that
 * a new vault key can be sealed for people who are not there. By the nonce, because a change of
 * passphrase that was broken off leaves the old slot in force, and its key must stay.
 */
const PREFIX = 'slot-key/';
const nameOf = ({ nonce }: Pick<Slot, 'nonce'>): string => `${PREFIX}${toHex(nonce)}`;

export const keepSlotKey = (store: VaultStore, slot: Slot, publicKey: Uint8Array): void => {
  store.setSecret(nameOf(slot), publicKey);
};

export const slotKeyOf = (store: VaultStore, slot: Slot): Uint8Array | undefined =>
  store.secret(nameOf(slot));

/** Drops the keys of slots that are no more. */
export function pruneSlotKeys(store: VaultStore, header: Header): void {
  const live = new Set([...header.passSlots, ...header.recoverySlots].map(nameOf));
  for (const name of store.secretNames(PREFIX)) if (!live.has(name)) store.dropSecret(name);
}
