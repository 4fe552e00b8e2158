import { HIDDEN } from '#shared/domain/field';
import { LEVELS } from '#shared/domain/levels';
import { z } from '#shared/domain/zod';
import { AppError } from '#shared/errors/app-error';
import { concatBytes, u8, utf8 } from '#core/kernel/bytes';
import { readCard, type Card } from '#core/identity/card';
import { fingerprint } from '#core/identity/fingerprint';
import type { Identity } from '#core/identity/identity';
import { base64Of, parseExact, toBase64 } from '#core/vault/exact-json';
import { hash, isSignature, sign, signingPair, wipe } from '#core/vault/sodium';
import { SHARE_PURPOSES } from '#core/gate/purposes';
import { MOST_MANIFEST_BYTES } from './frame';

const MOST_ENTRIES = 100_000;
export const MOST_CHANGES_BYTES = 8 * 1024 * 1024;
const MOST_DEPTH = 32;
const MOST_NOTE = 2_000;
const LONE = /\p{Cs}/u;

const size = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const stamp = z.int().min(0).max(8_640_000_000_000_000);

const entrySchema = z.strictObject({
  n: z.int().min(0).max(MOST_ENTRIES),
  kind: z.enum(['changes', 'blob']),
  len: size,
  b2: base64Of(32),
  /** Of a blob: the name its document gives it; empty for changes. */
  name: z.string().regex(/^(?:|[a-z2-7]{52})$/u),
});

const checkpointSchema = z.strictObject({
  vault_id: base64Of(16),
  seq: size,
  hash: base64Of(32),
  ts_ms: stamp,
  device: base64Of(16),
  sig: base64Of(64),
});

const manifestSchema = z.strictObject({
  bundle_id: base64Of(16),
  /** The card file of the sender, as it stands. */
  sender: z.string().max(4_096),
  rcpt: z.union([z.array(base64Of(16)).min(1).max(64), z.literal('passphrase')]),
  created_ms: stamp,
  seq: size,
  scope: z.strictObject({
    purpose: z.enum(SHARE_PURPOSES),
    /** The strictest level of anything inside. */
    level: z.enum(LEVELS),
    history: z.enum(['full', 'current']),
    pseudonyms: z.boolean(),
  }),
  note: z
    .string()
    .max(MOST_NOTE)
    .refine((text) => !HIDDEN.test(text) && !LONE.test(text)),
  /** Version of the meaning of kinds and fields. */
  schema: z.int().min(1).max(1_000_000),
  checkpoint: checkpointSchema.nullable(),
  /** Its place in a shared folder; null for a bundle that stands alone. */
  stream: z
    .strictObject({
      id: base64Of(16),
      /** Facts come in order; each bundle of attachments stands by itself. */
      kind: z.enum(['facts', 'files']),
      n: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
      prev: base64Of(16).nullable(),
    })
    .nullable(),
  entries: z.array(entrySchema).max(MOST_ENTRIES),
});

/** What a bundle says of itself: all of it signed, and none of it outside the encryption. */
export type Manifest = z.infer<typeof manifestSchema>;
export type Entry = z.infer<typeof entrySchema>;

const damaged = (reason: string): AppError => new AppError('bundle/damaged', { reason });

/** Level of nesting that JSON never reaches; counted without reading it, outside of texts only. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    } else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > MOST_DEPTH) return true;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return false;
}

/** UTF-8 as text; undefined where it is none or is nested deeper than 32 levels. */
export function shallowText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return isDeep(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

const signed = (manifest: Uint8Array): Uint8Array =>
  concatBytes(utf8('rihai-bundle-v1'), u8(0), hash(manifest, null, 64));

/** Bytes of a manifest and the sender's signature over them. Throws `bundle/limit` where it grew too long. */
export function signManifest(
  manifest: Manifest,
  identity: Identity,
): { readonly bytes: Uint8Array; readonly signature: Uint8Array } {
  const bytes = utf8(JSON.stringify(manifestSchema.parse(manifest)));
  if (bytes.length > MOST_MANIFEST_BYTES)
    throw new AppError('bundle/limit', { reason: 'manifest' });
  const { secretKey } = signingPair(identity.seed);
  try {
    return { bytes, signature: sign(signed(bytes), secretKey) };
  } finally {
    wipe(secretKey);
  }
}

const entryFault = ({ kind, len, name }: Entry): boolean =>
  kind === 'changes' ? name !== '' || len > MOST_CHANGES_BYTES : name === '';

/** What the schema cannot say of the list of entries. */
function assertEntries({ entries }: Manifest): void {
  if (entries.some((entry, at) => entry.n !== at || entryFault(entry))) throw damaged('entries');
  const names = entries.flatMap(({ name }) => (name === '' ? [] : [name]));
  if (new Set(names).size !== names.length) throw damaged('entries');
  const bytes = entries.reduce((sum, { len }) => sum + len, 0);
  if (!Number.isSafeInteger(bytes)) throw new AppError('bundle/limit', { reason: 'size' });
}

/**
 * Reads a manifest and verifies that the card inside it signed it. Throws `bundle/damaged`, and
 * `bundle/signature` where the signature is not that of the keys on the card.
 */
export function openManifest(
  bytes: Uint8Array,
  signature: Uint8Array,
): { readonly manifest: Manifest; readonly sender: Card; readonly senderFile: Uint8Array } {
  const text = shallowText(bytes);
  const manifest = text === undefined ? undefined : parseExact(text, manifestSchema);
  if (manifest === undefined) throw damaged('manifest');
  const senderFile = utf8(manifest.sender);
  let sender: Card;
  try {
    sender = readCard(senderFile);
  } catch (cause) {
    throw new AppError('bundle/signature', { reason: 'card' }, cause);
  }
  if (!isSignature(signature, signed(bytes), sender.signPublic))
    throw new AppError('bundle/signature', { reason: 'manifest' });
  assertEntries(manifest);
  return { manifest, sender, senderFile };
}

/** What stands for a person wherever a fingerprint is kept or named: the first half of it. */
export const shortPrint = (card: Pick<Card, 'signPublic' | 'agePublic'>): Uint8Array =>
  fingerprint(card.signPublic, card.agePublic).slice(0, 32);

/** The commitment to one recipient, which only holders of the card can tell. */
export const commitmentTo = (bundleId: Uint8Array, print: Uint8Array): string =>
  toBase64(hash(print, bundleId, 16));
