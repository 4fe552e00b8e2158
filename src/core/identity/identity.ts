import { concatBytes, utf8 } from '#core/kernel/bytes';
import type { Random } from '#core/kernel/ports';
import { hash, seal, signingPair, unseal, wipe, x25519Public } from '#core/vault/sodium';

/** A person's two key pairs, opened. Wipe `seed` and `ageSecret` after use. */
export type Identity = {
  /** Ed25519 seed, 32 bytes. */
  readonly seed: Uint8Array;
  readonly signPublic: Uint8Array;
  /** X25519 secret as age uses it, 32 bytes. */
  readonly ageSecret: Uint8Array;
  readonly agePublic: Uint8Array;
};

export type SealedIdentity = { readonly nonce: Uint8Array; readonly box: Uint8Array };

const SEED_BYTES = 32;

export const newIdentity = (random: Random): Identity =>
  identityOf(random.bytes(SEED_BYTES), random.bytes(32));

function identityOf(seed: Uint8Array, ageSecret: Uint8Array): Identity {
  const { publicKey, secretKey } = signingPair(seed);
  wipe(secretKey);
  return { seed, signPublic: publicKey, ageSecret, agePublic: x25519Public(ageSecret) };
}

/** Key that seals an identity, made of its slot's key-encryption key. */
export const identityKey = (kek: Uint8Array): Uint8Array => hash(utf8('rihai-actor-v1'), kek);

const sealData = (vaultId: Uint8Array, actor: Uint8Array): Uint8Array =>
  concatBytes(utf8('rihai-actor-v1'), vaultId, actor);

export function sealIdentity(
  identity: Identity,
  key: Uint8Array,
  vaultId: Uint8Array,
  actor: Uint8Array,
  random: Random,
): SealedIdentity {
  const nonce = random.bytes(24);
  const plain = concatBytes(identity.seed, identity.ageSecret);
  const box = seal(key, nonce, plain, sealData(vaultId, actor));
  wipe(plain);
  return { nonce, box };
}

/** Undefined where the key is not the one it was sealed with. */
export function openIdentity(
  sealed: SealedIdentity,
  key: Uint8Array,
  vaultId: Uint8Array,
  actor: Uint8Array,
): Identity | undefined {
  const plain = unseal(key, sealed.nonce, sealed.box, sealData(vaultId, actor));
  if (plain?.length !== SEED_BYTES * 2) return undefined;
  const identity = identityOf(plain.slice(0, SEED_BYTES), plain.slice(SEED_BYTES));
  wipe(plain);
  return identity;
}
