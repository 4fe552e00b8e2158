import { z } from '#shared/domain/zod';
import { ERROR_CODES } from '#shared/errors/codes';

/** UTF-16 units of one document's text; what comes after is not searched. */
export const MOST_READ_TEXT = 20_000_000;

/** Limits of a process that reads what nobody vouches for (security design, section 2). */
export const READER_LIMITS = { silentMs: 20_000, memoryBytes: 512 * 1024 * 1024, lookMs: 250 };

/** What is sent to the process that reads one document. */
export type ToReader =
  | { readonly type: 'open'; readonly mediaType: string }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** All bytes are there. */
  | { readonly type: 'whole' };

/** What it answers: held against its shape, for nobody vouches for what a document made of it. */
export const fromReader = z.discriminatedUnion('type', [
  /** It took a part, or came a page further. */
  z.strictObject({ type: z.literal('progress') }),
  /** Pages parted by form feeds. */
  z.strictObject({ type: z.literal('text'), text: z.string().max(MOST_READ_TEXT) }),
  z.strictObject({
    type: z.literal('failed'),
    code: z
      .enum(ERROR_CODES)
      .extract([
        ...(['read/encrypted', 'read/damaged', 'read/limit', 'read/doctype', 'read/kind'] as const),
        ...(['read/slow', 'read/memory', 'read/died'] as const),
      ]),
    params: z.record(z.string().max(40), z.union([z.string().max(200), z.number()])),
  }),
]);

export type FromReader = z.infer<typeof fromReader>;
