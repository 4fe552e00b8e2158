import { z } from '#shared/domain/zod';
import type { Checkpoint } from '#core/audit/checkpoint';
import { concatBytes, u32, u8, utf8 } from '#core/kernel/bytes';
import { base64Of, fromBase64, parseExact, toBase64 } from '#core/vault/exact-json';
import { hash, isSame } from '#core/vault/sodium';
import { parseTextFile, writeTextFile, type TextFileKind } from '#core/vault/text-file';

const MANIFEST_KIND: TextFileKind = {
  title: 'RIHAI-BACKUP',
  version: 1,
  closing: 'mac',
  maxBytes: 32 * 1024 * 1024,
};
export const MANIFEST_BYTES = MANIFEST_KIND.maxBytes;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const blobName = z.string().regex(/^[a-z2-7]{52}$/u);
const part = z.strictObject({ bytes: z.int().min(0), sha256 });
const checkpoint = z.strictObject({
  seq: z.int().min(1),
  hash: base64Of(32),
  ts_ms: z.int().min(0),
  device: base64Of(16),
  sign: base64Of(32),
  sig: base64Of(64),
});
const manifestSchema = z.strictObject({
  vault_id: base64Of(16),
  backup_id: base64Of(16),
  made_ms: z.int().min(0),
  gen: z.int().min(1),
  db: z.string().regex(/^main-[0-9]{6}\.db$/u),
  audit_seq: z.int().min(0),
  /** Of the log, as the database of this backup holds it; null where nobody could sign. */
  checkpoint: checkpoint.nullable(),
  header: part,
  database: part,
  blobs: z.array(z.strictObject({ name: blobName, bytes: z.int().min(0), sha256 })).max(1_000_000),
  /** Attachments that were damaged or gone in the vault itself. */
  missing: z.array(blobName),
});

/** One file of a backup, as it lies on the medium. */
export type Part = z.output<typeof part>;
export type Manifest = Omit<
  z.output<typeof manifestSchema>,
  'vault_id' | 'backup_id' | 'checkpoint'
> & {
  /** 16 bytes each. */
  readonly vaultId: Uint8Array;
  readonly backupId: Uint8Array;
  /** A signed place of the log that the backup holds. */
  readonly checkpoint: Checkpoint | undefined;
};

export type ReadManifest = {
  readonly manifest: Manifest;
  /** Whether somebody with the vault's key wrote it. */
  readonly isGenuine: (key: Uint8Array) => boolean;
};

const DOMAIN = utf8('rihai-backup-v1');
const proof = (covered: Uint8Array, key: Uint8Array): Uint8Array =>
  hash(concatBytes(DOMAIN, u8(0), u32(covered.length), covered), key);

const written = (one: Checkpoint): z.output<typeof checkpoint> => ({
  ...{ seq: one.seq, hash: toBase64(one.hash), ts_ms: one.tsMs },
  device: toBase64(one.device),
  ...{ sign: toBase64(one.signPublic), sig: toBase64(one.signature) },
});

const readBack = (
  { seq, hash: rowHash, ts_ms: tsMs, device, sign, sig }: z.output<typeof checkpoint>,
  vaultId: Uint8Array,
): Checkpoint => ({
  ...{ vaultId, seq, hash: fromBase64(rowHash), tsMs, device: fromBase64(device) },
  ...{ signPublic: fromBase64(sign), signature: fromBase64(sig) },
});

export function writeManifest(
  { vaultId, backupId, ...rest }: Manifest,
  key: Uint8Array,
): Uint8Array {
  const { made_ms, gen, db, audit_seq, checkpoint, header, database, blobs, missing } = rest;
  const json: z.output<typeof manifestSchema> = {
    ...{ vault_id: toBase64(vaultId), backup_id: toBase64(backupId) },
    ...{ made_ms, gen, db, audit_seq },
    checkpoint: checkpoint === undefined ? null : written(checkpoint),
    ...{ header, database, blobs, missing },
  };
  return writeTextFile(MANIFEST_KIND, JSON.stringify(json), (covered) => proof(covered, key));
}

/** Reads a manifest (`docs/formats.md` §10) without a key; undefined where it is damaged or of a later version. */
export function readManifest(bytes: Uint8Array): ReadManifest | undefined {
  const result = parseTextFile(bytes, MANIFEST_KIND);
  if (!result.ok) return undefined;
  const { covered, proof: found, json: text } = result.file;
  const json = parseExact(text, manifestSchema);
  if (json === undefined) return undefined;
  const { vault_id, backup_id, checkpoint: signed, ...rest } = json;
  const vaultId = fromBase64(vault_id);
  return {
    manifest: {
      ...{ vaultId, backupId: fromBase64(backup_id), ...rest },
      checkpoint: signed === null ? undefined : readBack(signed, vaultId),
    },
    isGenuine: (key) => isSame(proof(covered, key), found),
  };
}
