import { concatBytes, u64, utf8 } from '#core/kernel/bytes';
import { isSignature, sign, signingPair, wipe } from '#core/vault/sodium';

/** A place in the log of a vault, and who signed that it was so. */
export type Checkpoint = {
  /** 16 bytes. */
  readonly vaultId: Uint8Array;
  readonly seq: number;
  /** Hash of that row, 32 bytes. */
  readonly hash: Uint8Array;
  /** When it was signed, ms since 1970. */
  readonly tsMs: number;
  /** The copy of the vault it was signed on, 16 bytes; not signed itself. */
  readonly device: Uint8Array;
  /** Ed25519, 32 and 64 bytes. */
  readonly signPublic: Uint8Array;
  readonly signature: Uint8Array;
};

type Signed = Pick<Checkpoint, 'vaultId' | 'seq' | 'hash' | 'tsMs'>;

/** What is signed (`docs/formats.md` §7). */
const signedBytes = ({ vaultId, seq, hash, tsMs }: Signed): Uint8Array =>
  concatBytes(utf8('rihai-audit-cp-v1'), vaultId, u64(seq), hash, u64(tsMs));

/** @param seed of the signer's Ed25519 pair, 32 bytes */
export function signCheckpoint(
  facts: Omit<Checkpoint, 'signPublic' | 'signature'>,
  seed: Uint8Array,
): Checkpoint {
  const { publicKey, secretKey } = signingPair(seed);
  try {
    return { ...facts, signPublic: publicKey, signature: sign(signedBytes(facts), secretKey) };
  } finally {
    wipe(secretKey);
  }
}

/** Whether the key it names signed it, for the vault it names. */
export const isSigned = (checkpoint: Checkpoint): boolean =>
  isSignature(checkpoint.signature, signedBytes(checkpoint), checkpoint.signPublic);
