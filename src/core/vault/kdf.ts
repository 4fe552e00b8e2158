import { argon2id, loadSodium } from '#core/vault/sodium';

/** What a derivation needs. `passphrase` is normalised already. */
export type KdfInput = {
  readonly passphrase: Uint8Array;
  /** 16 bytes. */
  readonly salt: Uint8Array;
  readonly mKib: number;
  readonly t: number;
};

/**
 * Makes the 32-byte key-encryption key of a passphrase. Throws `kdf/memory`
 * where the memory cannot be had and `kdf/process` where the process that
 * should do it failed. Limits are the caller's affair and checked before.
 */
export type DeriveKey = (input: KdfInput) => Promise<Uint8Array>;

/** Derives in the process that calls: the kdf process itself, and tests. */
export const deriveHere: DeriveKey = async ({ passphrase, salt, mKib, t }) => {
  await loadSodium();
  return argon2id(passphrase, salt, mKib, t);
};
