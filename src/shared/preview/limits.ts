/** Bytes of a document that are shown at all; decoded they are many times as many. */
export const MOST_PREVIEW_BYTES = 96 * 1024 * 1024;
/** What is shown of a text, in UTF-16 units; the rest stays in the document. */
export const MOST_PREVIEW_TEXT = 2 * 1024 * 1024;
/** A page comes as four bytes for each of its pixels. */
export const MOST_PAGE_PIXELS = 16_000_000;
export const MOST_PAGE_WIDTH = 4_096;
