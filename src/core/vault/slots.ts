import { AppError } from '#shared/errors/app-error';
import { concatBytes, u32, u8, utf8 } from '#core/kernel/bytes';
import type { Random } from '#core/kernel/ports';
import { SLOT_TYPE, typeNumber, type PassSlot, type RecoverySlot, type Slot } from './header';
import { hash, seal, unseal, wipe, x25519Public, x25519Shared } from './sodium';

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
    u8(typeNumber(slot)),
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
): Uint8Array | undefined => {
  const key = slot.eph === undefined ? kek : keyFromOthers(kek, slot.eph);
  return key === undefined ? undefined : unseal(key, slot.nonce, slot.box, slotData(vaultId, slot));
};

const DOMAIN = utf8('rihai-slot-x-v1');
const slotSecret = (kek: Uint8Array): Uint8Array => hash(DOMAIN, kek);

/** X25519 public key of a slot: whoever has it can seal a new vault key for the slot, and open nothing. */
export function slotPublic(kek: Uint8Array): Uint8Array {
  const secret = slotSecret(kek);
  const key = x25519Public(secret);
  wipe(secret);
  return key;
}

const boxKey = (shared: Uint8Array, eph: Uint8Array, publicKey: Uint8Array): Uint8Array =>
  hash(concatBytes(DOMAIN, eph, publicKey), shared);

function keyFromOthers(kek: Uint8Array, eph: Uint8Array): Uint8Array | undefined {
  const secret = slotSecret(kek);
  const shared = x25519Shared(secret, eph);
  const key = shared === undefined ? undefined : boxKey(shared, eph, x25519Public(secret));
  wipe(secret);
  if (shared !== undefined) wipe(shared);
  return key;
}

/** The same slot with another vault key, sealed to its public key. */
export function sealForSlot<S extends Slot>(
  vaultId: Uint8Array,
  vmk: Uint8Array,
  slot: S,
  publicKey: Uint8Array,
  random: Random,
): S {
  const secret = random.bytes(32);
  const eph = x25519Public(secret);
  const shared = x25519Shared(secret, publicKey);
  if (shared === undefined) throw new AppError('db/damaged', { reason: 'slot-key' });
  const key = boxKey(shared, eph, publicKey);
  wipe(secret, shared);
  const nonce = random.bytes(24);
  const open = { ...slot, eph, nonce };
  const box = seal(key, nonce, vmk, slotData(vaultId, open));
  wipe(key);
  return { ...open, box };
}

/** Key-encryption key of a recovery secret. */
export const recoveryKek = (secret: Uint8Array, vaultId: Uint8Array): Uint8Array =>
  hash(concatBytes(utf8('rihai-rk-v1'), vaultId), secret);
