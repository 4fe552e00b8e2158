import { z } from '#shared/domain/zod';
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
const manifestSchema = z.strictObject({
  vault_id: base64Of(16),
  backup_id: base64Of(16),
  made_ms: z.int().min(0),
  gen: z.int().min(1),
  db: z.string().regex(/^main-[0-9]{6}\.db$/u),
  audit_seq: z.int().min(0),
  header: part,
  database: part,
  blobs: z.array(z.strictObject({ name: blobName, bytes: z.int().min(0), sha256 })).max(1_000_000),
  /** Attachments that were damaged or gone in the vault itself. */
  missing: z.array(blobName),
});

/** One file of a backup, as it lies on the medium. */
export type Part = z.output<typeof part>;
export type Manifest = Omit<z.output<typeof manifestSchema>, 'vault_id' | 'backup_id'> & {
  /** 16 bytes each. */
  readonly vaultId: Uint8Array;
  readonly backupId: Uint8Array;
};

export type ReadManifest = {
  readonly manifest: Manifest;
  /** Whether somebody with the vault's key wrote it. */
  readonly isGenuine: (key: Uint8Array) => boolean;
};

const DOMAIN = utf8('rihai-backup-v1');
const proof = (covered: Uint8Array, key: Uint8Array): Uint8Array =>
  hash(concatBytes(DOMAIN, u8(0), u32(covered.length), covered), key);

export function writeManifest(
  { vaultId, backupId, ...rest }: Manifest,
  key: Uint8Array,
): Uint8Array {
  const { made_ms, gen, db, audit_seq, header, database, blobs, missing } = rest;
  const json: z.output<typeof manifestSchema> = {
    ...{ vault_id: toBase64(vaultId), backup_id: toBase64(backupId) },
    ...{ made_ms, gen, db, audit_seq, header, database, blobs, missing },
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
  const { vault_id, backup_id, ...rest } = json;
  return {
    manifest: { vaultId: fromBase64(vault_id), backupId: fromBase64(backup_id), ...rest },
    isGenuine: (key) => isSame(proof(covered, key), found),
  };
}
