import { concatBytes, utf8 } from '#core/kernel/bytes';
import { hash } from '#core/vault/sodium';

const GROUPS = 8;

/** 64 bytes that stand for a person's two public keys. */
export const fingerprint = (signPublic: Uint8Array, agePublic: Uint8Array): Uint8Array =>
  hash(concatBytes(utf8('rihai-id-v1'), signPublic, agePublic), null, 64);

/** Eight groups of five digits, the same in every language, for two people to compare by voice. */
export function fingerprintDigits(print: Uint8Array): readonly string[] {
  return Array.from({ length: GROUPS }, (_, group) =>
    String(Buffer.from(print).readUIntLE(group * 5, 5) % 100_000).padStart(5, '0'),
  );
}
