import { concatBytes, u32, u8, utf8 } from '#core/kernel/bytes';
import type { Random } from '#core/kernel/ports';
import { SLOT_TYPE, type PassSlot, type RecoverySlot, type Slot } from './header';
import { hash, seal, unseal } from './sodium';

const SUITE = 1;

type Unboxed = Omit<PassSlot, 'box'> | Omit<RecoverySlot, 'box'>;

const NO_COST = { mKib: 0, t: 0, salt: new Uint8Array(0) };

/** Additional data of a slot's box: ties it to its vault, number, type and cost. */
function slotData(vaultId: Uint8Array, slot: Unboxed): Uint8Array {
  const { mKib, t, salt } = slot.type === SLOT_TYPE.pass ? slot : NO_COST;
  return concatBytes(
    utf8('rihai-slot-v1'),
    vaultId,
    u8(SUITE),
    u8(slot.id),
    u8(slot.type),
    u32(mKib),
    u32(t),
    salt,
  );
}

export function sealPassSlot(
  vaultId: Uint8Array,
  vmk: Uint8Array,
  kek: Uint8Array,
  facts: Omit<PassSlot, 'type' | 'nonce' | 'box'>,
  random: Random,
): PassSlot {
  const nonce = random.bytes(24);
  const open = { ...facts, type: SLOT_TYPE.pass, nonce };
  return { ...open, box: seal(kek, nonce, vmk, slotData(vaultId, open)) };
}

export function sealRecoverySlot(
  vaultId: Uint8Array,
  vmk: Uint8Array,
  kek: Uint8Array,
  id: number,
  random: Random,
): RecoverySlot {
  const nonce = random.bytes(24);
  const open = { id, type: SLOT_TYPE.recovery, nonce };
  return { ...open, box: seal(kek, nonce, vmk, slotData(vaultId, open)) };
}

/** The vault key of a slot; undefined where the key-encryption key is not the slot's. */
export const openSlot = (
  vaultId: Uint8Array,
  slot: Slot,
  kek: Uint8Array,
): Uint8Array | undefined => unseal(kek, slot.nonce, slot.box, slotData(vaultId, slot));

/** Key-encryption key of a recovery secret. */
export const recoveryKek = (secret: Uint8Array, vaultId: Uint8Array): Uint8Array =>
  hash(concatBytes(utf8('rihai-rk-v1'), vaultId), secret);
