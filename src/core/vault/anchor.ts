import { z } from '#shared/domain/zod';
import { concatBytes, toHex, u32, u8, utf8 } from '#core/kernel/bytes';
import { base64Of, fromBase64, parseExact, toBase64 } from './exact-json';
import { hash, isSame } from './sodium';
import { parseTextFile, writeTextFile, type TextFileKind } from './text-file';

/** How far a vault had come when it was last used on this device. */
export type Anchor = {
  /** 16 bytes. */
  readonly vaultId: Uint8Array;
  /** Of the header. */
  readonly gen: number;
  /** Number, hash and time of the last row of the log. */
  readonly auditSeq: number;
  readonly auditHash: Uint8Array;
  readonly atMs: number;
  /** How often somebody said that a backup had been put in the vault's place. */
  readonly epoch: number;
};

export const ANCHOR_KIND: TextFileKind = {
  title: 'RIHAI-ANCHOR',
  version: 1,
  closing: 'mac',
  maxBytes: 1_024,
};

const anchorSchema = z.strictObject({
  vault_id: base64Of(16),
  gen: z.int().min(1),
  audit_seq: z.int().min(1),
  audit_hash: base64Of(32),
  at_ms: z.int().min(0),
  epoch: z.int().min(0),
});

const DOMAIN = utf8('rihai-anchor-v1');
const proof = (covered: Uint8Array, key: Uint8Array): Uint8Array =>
  hash(concatBytes(DOMAIN, u8(0), u32(covered.length), covered), key);

/** Name of a vault's anchor: tells nothing of where the vault lies or what it is called. */
export const anchorName = (vaultId: Uint8Array): string =>
  `${toHex(hash(vaultId)).slice(0, 16)}.rha`;

export function writeAnchor(anchor: Anchor, key: Uint8Array): Uint8Array {
  const json: z.output<typeof anchorSchema> = {
    vault_id: toBase64(anchor.vaultId),
    gen: anchor.gen,
    audit_seq: anchor.auditSeq,
    audit_hash: toBase64(anchor.auditHash),
    at_ms: anchor.atMs,
    epoch: anchor.epoch,
  };
  return writeTextFile(ANCHOR_KIND, JSON.stringify(json), (covered) => proof(covered, key));
}

/**
 * Reads an anchor (`docs/formats.md` §9); undefined where it is damaged or of a later version.
 * `isProven` where its MAC verifies under one of the keys.
 */
export function readAnchor(
  bytes: Uint8Array,
  keys: readonly Uint8Array[],
): { readonly anchor: Anchor; readonly isProven: boolean } | undefined {
  const result = parseTextFile(bytes, ANCHOR_KIND);
  if (!result.ok) return undefined;
  const { covered, proof: found, json: text } = result.file;
  const json = parseExact(text, anchorSchema);
  if (json === undefined) return undefined;
  const isProven = keys.some((key) => isSame(proof(covered, key), found));
  const anchor = {
    vaultId: fromBase64(json.vault_id),
    gen: json.gen,
    auditSeq: json.audit_seq,
    auditHash: fromBase64(json.audit_hash),
    atMs: json.at_ms,
    epoch: json.epoch,
  };
  return { anchor, isProven };
}
