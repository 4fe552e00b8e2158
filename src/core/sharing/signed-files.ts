import { z } from '#shared/domain/zod';
import { AppError } from '#shared/errors/app-error';
import { concatBytes, u32, u8, utf8 } from '#core/kernel/bytes';
import { readCard, type Card } from '#core/identity/card';
import type { Identity } from '#core/identity/identity';
import { base64Of, fromBase64, parseExact, toBase64 } from '#core/vault/exact-json';
import { isSignature, sign, signingPair, wipe } from '#core/vault/sodium';
import { parseTextFile, writeTextFile, type TextFileKind } from '#core/vault/text-file';

// Small signed files that carry the card of whoever signed them: receipts, notices and grants.

const MOST_BYTES = 16_384;
const RECEIPT = {
  title: 'RIHAI-RECEIPT',
  version: 1,
  closing: 'sig',
  maxBytes: MOST_BYTES,
} as const;
const NOTICE = { title: 'RIHAI-SEIZED', version: 1, closing: 'sig', maxBytes: MOST_BYTES } as const;
const GRANT = { title: 'RIHAI-TRAVEL', version: 1, closing: 'sig', maxBytes: MOST_BYTES } as const;
const DOMAINS = new Map<TextFileKind, string>([
  [RECEIPT, 'rihai-receipt-v1'],
  [NOTICE, 'rihai-seized-v1'],
  [GRANT, 'rihai-travel-v1'],
]);

const stamp = z.int().min(0).max(8_640_000_000_000_000);
const signer = z.string().max(4_096);

const receiptSchema = z.strictObject({
  signer,
  bundle_id: base64Of(16),
  /** BLAKE2b of the manifest, so that the receipt is of these very contents. */
  manifest: base64Of(32),
  at_ms: stamp,
  outcome: z.enum(['all', 'part', 'none']),
});

const noticeSchema = z.strictObject({
  signer,
  /** First half of the fingerprint of the desk that was seized. */
  desk: base64Of(32),
  last_trusted_ms: stamp,
  made_ms: stamp,
});

const grantSchema = z.strictObject({
  signer,
  /** Card file of the copy. */
  copy: z.string().max(4_096),
  made_ms: stamp,
  until_ms: stamp,
});

/** Says that a vault is a travel copy, and until when its work is taken back on this word. */
export type TravelGrant = {
  readonly copy: Card;
  readonly madeMs: number;
  readonly untilMs: number;
};

/** Says that a bundle arrived and what was taken of it. */
export type Receipt = {
  readonly bundleId: Uint8Array;
  readonly manifestHash: Uint8Array;
  readonly atMs: number;
  readonly outcome: 'all' | 'part' | 'none';
};

/** Says that a desk was seized, and until when it could be trusted. */
export type SeizedNotice = {
  readonly desk: Uint8Array;
  readonly lastTrustedMs: number;
  readonly madeMs: number;
};

export type Signed<T> = T & { readonly signer: Card };

const signedBytes = (kind: TextFileKind, covered: Uint8Array): Uint8Array =>
  concatBytes(utf8(DOMAINS.get(kind) ?? ''), u8(0), u32(covered.length), covered);

function write(kind: TextFileKind, json: unknown, identity: Identity): Uint8Array {
  const { secretKey } = signingPair(identity.seed);
  try {
    return writeTextFile(kind, JSON.stringify(json), (covered) =>
      sign(signedBytes(kind, covered), secretKey),
    );
  } finally {
    wipe(secretKey);
  }
}

function read<Schema extends z.ZodType<{ readonly signer: string }>>(
  kind: TextFileKind,
  schema: Schema,
  bytes: Uint8Array,
): { readonly json: z.output<Schema>; readonly signer: Card } {
  const result = parseTextFile(bytes, kind);
  const json = result.ok ? parseExact(result.file.json, schema) : undefined;
  if (!result.ok || json === undefined) throw new AppError('receipt/damaged');
  try {
    const card = readCard(utf8(json.signer));
    const { proof, covered } = result.file;
    if (isSignature(proof, signedBytes(kind, covered), card.signPublic))
      return { json, signer: card };
  } catch (cause) {
    throw new AppError('receipt/damaged', { reason: 'card' }, cause);
  }
  throw new AppError('receipt/damaged', { reason: 'signature' });
}

/** @param card of the signer, as a file */
export const writeReceipt = (receipt: Receipt, card: Uint8Array, identity: Identity): Uint8Array =>
  write(
    RECEIPT,
    {
      signer: new TextDecoder().decode(card),
      bundle_id: toBase64(receipt.bundleId),
      manifest: toBase64(receipt.manifestHash),
      ...{ at_ms: receipt.atMs, outcome: receipt.outcome },
    },
    identity,
  );

/** Throws `receipt/damaged` where it is none or the card in it did not sign it. */
export function readReceipt(bytes: Uint8Array): Signed<Receipt> {
  const { json, signer: card } = read(RECEIPT, receiptSchema, bytes);
  return {
    ...{ signer: card, bundleId: fromBase64(json.bundle_id) },
    ...{ manifestHash: fromBase64(json.manifest), atMs: json.at_ms, outcome: json.outcome },
  };
}

export const writeNotice = (
  notice: SeizedNotice,
  card: Uint8Array,
  identity: Identity,
): Uint8Array =>
  write(
    NOTICE,
    {
      signer: new TextDecoder().decode(card),
      desk: toBase64(notice.desk),
      ...{ last_trusted_ms: notice.lastTrustedMs, made_ms: notice.madeMs },
    },
    identity,
  );

/** Throws `receipt/damaged` where it is none or the card in it did not sign it. */
export function readNotice(bytes: Uint8Array): Signed<SeizedNotice> {
  const { json, signer: card } = read(NOTICE, noticeSchema, bytes);
  return {
    ...{ signer: card, desk: fromBase64(json.desk) },
    ...{ lastTrustedMs: json.last_trusted_ms, madeMs: json.made_ms },
  };
}

/** @param copy card file of the travel copy */
export const writeGrant = (
  { copy, madeMs, untilMs }: Omit<TravelGrant, 'copy'> & { readonly copy: Uint8Array },
  card: Uint8Array,
  identity: Identity,
): Uint8Array =>
  write(
    GRANT,
    {
      signer: new TextDecoder().decode(card),
      copy: new TextDecoder().decode(copy),
      ...{ made_ms: madeMs, until_ms: untilMs },
    },
    identity,
  );

/** Throws `receipt/damaged` where it is none or the card in it did not sign it. */
export function readGrant(bytes: Uint8Array): Signed<TravelGrant> {
  const { json, signer: card } = read(GRANT, grantSchema, bytes);
  return {
    signer: card,
    copy: copyIn(json.copy),
    ...{ madeMs: json.made_ms, untilMs: json.until_ms },
  };
}

function copyIn(file: string): Card {
  try {
    return readCard(utf8(file));
  } catch (cause) {
    throw new AppError('receipt/damaged', { reason: 'copy' }, cause);
  }
}
