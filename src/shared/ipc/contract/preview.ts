import { MOST_PAGE_WIDTH } from '#shared/preview/limits';
import { drawnPage, previewView } from '#shared/preview/messages';
import { z } from '#shared/domain/zod';
import { inMainUnlocked, query } from '../entry';
import { MOST_CARD_TEXT } from '../limits';
import { bytes, count, id, nothing, token } from '../plain-shapes';

/** By what the window names a preview, from before it is open. */
const previewName = z.uuid();

/**
 * A document to look at. Its bytes are parsed in a process of its own, which holds nothing else and
 * can reach nothing; the window gets pages as pixels, or text.
 */
export const preview = {
  /** Throws `read/…`, `blob/…`, `input/no-file`. */
  open: inMainUnlocked(z.strictObject({ preview: previewName, id }), previewView),
  /** One page, from 1, as wide as asked or less. Throws `read/…`. */
  page: inMainUnlocked(
    z.strictObject({
      preview: previewName,
      page: z.int().min(1).max(1_000_000),
      width: z.int().min(16).max(MOST_PAGE_WIDTH),
    }),
    drawnPage,
  ),
  /** What the QR code in a picture says; read in such a process too. Throws `card/picture`, `input/file`. */
  qr: inMainUnlocked(
    z.strictObject({ token }),
    z.strictObject({ text: z.string().max(MOST_CARD_TEXT) }),
  ),
  /** Ends its process. */
  close: inMainUnlocked(z.strictObject({ preview: previewName }), nothing),
};

const readingName = z.int().min(1);

/** The bytes of a document on their way to its preview: asked for by main alone, the window has no name for it. */
export const reading = {
  open: query(
    z.strictObject({ id }),
    z.strictObject({ reading: readingName, mediaType: z.string(), sizeBytes: count }),
  ),
  /** The next part, until the last. Throws `blob/…`: what came before is of no use then. */
  next: query(
    z.strictObject({ reading: readingName }),
    z.strictObject({ bytes, isLast: z.boolean() }),
  ),
  close: query(z.strictObject({ reading: readingName }), nothing),
};
