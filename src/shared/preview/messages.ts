import { ERROR_CODES } from '#shared/errors/codes';
import { z } from '#shared/domain/zod';
import { MOST_PAGE_PIXELS, MOST_PREVIEW_TEXT } from './limits';

/** In place of a media type: a picture of which nothing is wanted but what its QR code says. */
export const QR_PICTURE = 'application/x-rihai-qr';

/** What main sends to the page that shows one document. */
export type ToPreview =
  | { readonly type: 'open'; readonly mediaType: string; readonly sizeBytes: number }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** All bytes are there: they may be looked at. */
  | { readonly type: 'whole' }
  | {
      readonly type: 'page';
      readonly ask: number;
      /** From 1. */
      readonly page: number;
      /** In pixels. */
      readonly width: number;
    };

const size = z.int().min(1).max(65_535);

/** A page as it is drawn: rows of red, green, blue and opacity, a byte each. */
export const drawnPage = z
  .strictObject({
    width: size,
    height: size,
    bytes: z.instanceof(Uint8Array),
  })
  .refine(
    ({ width, height, bytes }) =>
      width * height <= MOST_PAGE_PIXELS && bytes.length === width * height * 4,
    'bytes',
  );

/** What a document turned out to be. */
export const previewView = z.discriminatedUnion('kind', [
  /** Of a picture there is one. */
  z.strictObject({ kind: z.literal('pages'), pages: z.int().min(1).max(1_000_000) }),
  z.strictObject({
    kind: z.literal('text'),
    text: z.string().max(MOST_PREVIEW_TEXT),
    isCut: z.boolean(),
  }),
]);

/** What such a page sends: held against its shape, for nobody vouches for what a document made of it. */
export const fromPreview = z.discriminatedUnion('type', [
  /** Work goes on. */
  z.strictObject({ type: z.literal('progress') }),
  z.strictObject({ type: z.literal('opened'), view: previewView }),
  z.strictObject({ type: z.literal('drawn'), ask: z.int().min(0), page: drawnPage }),
  z.strictObject({
    type: z.literal('failed'),
    /** The page that was asked for; without it the document as a whole failed. */
    ask: z.int().min(0).optional(),
    code: z
      .enum(ERROR_CODES)
      .extract(['read/encrypted', 'read/damaged', 'read/limit', 'read/doctype', 'read/kind']),
    params: z.record(z.string().max(40), z.union([z.string().max(200), z.number()])),
  }),
]);

export type FromPreview = z.infer<typeof fromPreview>;
export type PreviewView = z.infer<typeof previewView>;
export type DrawnPage = z.infer<typeof drawnPage>;
