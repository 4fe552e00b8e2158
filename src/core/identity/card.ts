import { z } from '#shared/domain/zod';
import { AppError } from '#shared/errors/app-error';
import { concatBytes, u32, u8, utf8 } from '#core/kernel/bytes';
import { base64Of, fromBase64, parseExact, toBase64 } from '#core/vault/exact-json';
import { isSignature, sign, signingPair, wipe } from '#core/vault/sodium';
import { parseTextFile, writeTextFile, type TextFileKind } from '#core/vault/text-file';
import type { Identity } from './identity';

/** What a person hands over so that others can verify their work and write to them. */
export type Card = {
  readonly name: string;
  readonly signPublic: Uint8Array;
  readonly agePublic: Uint8Array;
};

const CARD_KIND: TextFileKind = {
  title: 'RIHAI-CARD',
  version: 1,
  closing: 'sig',
  maxBytes: 4_096,
};

// Control characters and those that turn the direction of text could make one name look like another.
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const cardSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(200)
    .refine((name) => name.trim() === name && !UNSAFE.test(name)),
  sign: base64Of(32),
  age: base64Of(32),
});

/** Makes the card of an identity, signed by it. Throws `input/field` for a name a card cannot carry. */
export function makeCard(name: string, identity: Identity): Uint8Array {
  const json = cardSchema.safeParse({
    name,
    sign: toBase64(identity.signPublic),
    age: toBase64(identity.agePublic),
  });
  if (!json.success) throw new AppError('input/field', { field: 'name' });
  const { secretKey } = signingPair(identity.seed);
  try {
    return writeTextFile(CARD_KIND, JSON.stringify(json.data), (covered) =>
      sign(signed(covered), secretKey),
    );
  } finally {
    wipe(secretKey);
  }
}

/**
 * Reads a card. Throws `card/damaged` where it is not one, `card/signature`
 * where the keys it names did not sign it. A sound card proves only that its
 * keys belong together: who holds them, people compare by fingerprint.
 */
export function readCard(bytes: Uint8Array): Card {
  const result = parseTextFile(bytes, CARD_KIND);
  if (!result.ok) throw new AppError('card/damaged', { reason: result.why });
  const json = parseExact(result.file.json, cardSchema);
  if (json === undefined) throw new AppError('card/damaged', { reason: 'damaged' });
  const card = {
    name: json.name,
    signPublic: fromBase64(json.sign),
    agePublic: fromBase64(json.age),
  };
  if (!isSignature(result.file.proof, signed(result.file.covered), card.signPublic)) {
    throw new AppError('card/signature');
  }
  return card;
}

const signed = (covered: Uint8Array): Uint8Array =>
  concatBytes(utf8('rihai-card-v1'), u8(0), u32(covered.length), covered);
