import { AppError, isAppError } from '#shared/errors/app-error';
import { toHex } from '#core/kernel/bytes';
import { isGenuine, type Header, type PassSlot, type ReadHeader, type Slot } from './header';
import type { HeaderPair } from './header-file';
import { identityKey } from '#core/identity/identity';
import type { DeriveKey } from './kdf';
import { assertCostAllowed } from './kdf-policy';
import { keyring, vaultKey, type Keyring } from './keyring';
import { normalisePassphrase } from './passphrase';
import { parseRecoveryKey } from './recovery';
import { combineShares } from './shares';
import { openSlot, recoveryKek, slotPublic } from './slots';
import { wipe } from './sodium';

export type Secret =
  | { readonly type: 'passphrase'; readonly bytes: Uint8Array }
  | { readonly type: 'recovery'; readonly text: string }
  /** Papers of a recovery key that was split, as they were typed. */
  | { readonly type: 'shares'; readonly texts: readonly string[] };

export type RecoverySecret = Exclude<Secret, { readonly type: 'passphrase' }>;

export type Unlocked = {
  readonly read: ReadHeader;
  readonly keys: Keyring;
  /** The passphrase slot; 0 for the recovery key. */
  readonly slot: number;
  /** The slot that was opened, and its public key. */
  readonly opened: { readonly slot: Slot; readonly publicKey: Uint8Array };
  /** Undefined for the recovery key, which is nobody's own. */
  readonly actor: Uint8Array | undefined;
  readonly identityKey: Uint8Array | undefined;
};

/** Tries a secret on one header; undefined where it is not the secret of the slot. */
type TryHeader = (header: Header) => Promise<Omit<Unlocked, 'read'> | undefined>;

/**
 * Opens the vault key and settles which copy of the header counts
 * (`docs/formats.md` §3). Throws `vault/passphrase` or `vault/recovery-key` for a
 * wrong secret, `vault/slot`, `kdf/weak` and `kdf/excessive` before deriving, and
 * `vault/header-forged` where the secret is right and the header not ours.
 */
export async function unlock(
  pair: HeaderPair,
  secret: Secret,
  slot: number | undefined,
  deriveKey: DeriveKey,
): Promise<Unlocked> {
  const isPassphrase = secret.type === 'passphrase';
  const tryHeader = isPassphrase
    ? byPassphrase(secret.bytes, slot, deriveKey)
    : byRecovery(await recoverySecretOf(secret));
  const wrong = isPassphrase
    ? new AppError('vault/passphrase')
    : new AppError('vault/recovery-key', { reason: 'other' });
  let refusal: AppError | undefined;
  for (const read of pair.candidates) {
    try {
      const opened = await tryHeader(read.header);
      if (opened === undefined) {
        refusal ??= wrong;
        continue;
      }
      if (!isGenuine(read, opened.keys.header)) {
        opened.keys.wipe();
        refusal = new AppError('vault/header-forged');
        continue;
      }
      assertNotOutdated(pair, read, opened.keys, wrong);
      return { read, ...opened };
    } catch (error) {
      if (!isAppError(error) || error === wrong) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? wrong;
}

/**
 * A secret that opens only the older copy may be one that was changed just before
 * a crash: then the newer copy is genuine under the same key, and it counts.
 */
function assertNotOutdated(
  { candidates }: HeaderPair,
  used: ReadHeader,
  keys: Keyring,
  wrong: AppError,
): void {
  const newer = candidates.find(
    (other) => other.header.gen > used.header.gen && isGenuine(other, keys.header),
  );
  if (newer === undefined) return;
  keys.wipe();
  throw wrong;
}

function byPassphrase(
  bytes: Uint8Array,
  slotNumber: number | undefined,
  deriveKey: DeriveKey,
): TryHeader {
  const derived = new Map<string, Uint8Array>();
  return async (header) => {
    const slot = passSlot(header, slotNumber);
    assertCostAllowed(slot);
    const passphrase = normaliseForOpening(bytes);
    const { mKib, t, salt } = slot;
    const known = `${toHex(salt)}/${String(mKib)}/${String(t)}`;
    const kek = derived.get(known) ?? (await deriveKey({ passphrase, salt, mKib, t }));
    derived.set(known, kek);
    wipe(passphrase);
    const vmk = openSlot(header.vaultId, slot, kek);
    if (vmk === undefined) return undefined;
    const opened = {
      keys: keyring(vaultKey(vmk)),
      slot: slot.id,
      opened: { slot, publicKey: slotPublic(kek) },
      actor: slot.actor,
      identityKey: identityKey(kek),
    };
    wipe(kek);
    derived.delete(known);
    return opened;
  };
}

/** The 20 secret bytes, from one paper or from shares. Throws `vault/recovery-key` or `share/…`. */
export const recoverySecretOf = (secret: RecoverySecret): Promise<Uint8Array> =>
  secret.type === 'shares'
    ? combineShares(secret.texts)
    : Promise.resolve().then(() => parseRecoveryKey(secret.text));

/** The recovery slot that a secret opens, with what it holds; undefined where it opens none. */
export function openRecovery(header: Header, secret: Uint8Array) {
  const kek = recoveryKek(secret, header.vaultId);
  try {
    for (const slot of header.recoverySlots) {
      const vmk = openSlot(header.vaultId, slot, kek);
      if (vmk !== undefined) return { slot, vmk, publicKey: slotPublic(kek) };
    }
    return undefined;
  } finally {
    wipe(kek);
  }
}

function byRecovery(secret: Uint8Array): TryHeader {
  return (header) => {
    const found = openRecovery(header, secret);
    if (found === undefined) return Promise.resolve(undefined);
    const { slot, vmk, publicKey } = found;
    return Promise.resolve({
      ...{ keys: keyring(vaultKey(vmk)), slot: 0, opened: { slot, publicKey } },
      ...{ actor: undefined, identityKey: undefined },
    });
  };
}

/** The slot with a number; without a number, the only one there is. */
export function passSlot(header: Header, number: number | undefined): PassSlot {
  const [only, ...others] = header.passSlots;
  const found =
    number === undefined && others.length === 0
      ? only
      : header.passSlots.find(({ id }) => id === number);
  if (found === undefined) {
    throw new AppError('vault/slot', { reason: 'unknown', slots: header.passSlots.length });
  }
  return found;
}

/** Whatever cannot be a passphrase at all is simply not the right one. */
function normaliseForOpening(bytes: Uint8Array): Uint8Array {
  try {
    return normalisePassphrase(bytes);
  } catch (error) {
    throw new AppError('vault/passphrase', {}, error);
  }
}
