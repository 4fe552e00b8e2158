import { z } from '#shared/domain/zod';

/**
 * Reads JSON that must be written in the one way we write it: the parsed value,
 * written again, has to give the same text. That refuses a member that is
 * unknown, missing, doubled or out of order, needless escapes and spaces, and
 * other spellings of a number. Undefined where it does not fit.
 */
export function parseExact<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): z.output<Schema> | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = schema.safeParse(raw);
  return parsed.success && JSON.stringify(parsed.data) === text ? parsed.data : undefined;
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Bytes of a base64 text that a schema below has let through. */
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** Base64 of exactly so many bytes, in its canonical spelling. */
export const base64Of = (length: number) =>
  z.string().refine((text) => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === length && bytes.toString('base64') === text;
  });
