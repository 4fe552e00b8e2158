import { AppError } from '#shared/errors/app-error';
import { MOST_PREVIEW_TEXT } from '#shared/preview/limits';
import { officeText } from '#reading/office';
import { readText } from '#reading/read-text';
import { visible } from '#reading/visible';
import type { Shown } from './shown';

const noPages = (): Promise<never> => Promise.reject(new AppError('read/kind'));

function shownText(text: string): Shown {
  // Marks take more room than what they stand for.
  const seen = visible(text.slice(0, MOST_PREVIEW_TEXT)).slice(0, MOST_PREVIEW_TEXT);
  const isCut = text.length > MOST_PREVIEW_TEXT;
  return { view: { kind: 'text', text: seen, isCut }, draw: noPages };
}

/** Plain text, or whatever turns out to be some: HTML and mail as they are written. */
export function showText(bytes: Uint8Array): Shown {
  const read = readText(bytes);
  if (read === undefined) throw new AppError('read/kind');
  return shownText(read.text);
}

/** The words of an office document. */
export const showOffice = (bytes: Uint8Array, mediaType: string): Shown =>
  shownText(officeText(bytes, mediaType));
