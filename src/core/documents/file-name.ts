/** Controls and overrides of direction: they make a name read as another. */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const MAX_UNITS = 500;
const SHOWN_INSTEAD = '\ufffd';

/**
 * The name of a file as it is kept: without folders, on one line, with nothing
 * in it that cannot be seen. It is shown and never used as a path.
 */
export function fileName(given: string): string {
  const last = given.split(/[\\/]/u).findLast((part) => part.trim() !== '') ?? '';
  const seen = last.replace(HIDDEN, SHOWN_INSTEAD);
  // Cutting may halve a character; its half is not kept.
  return seen.slice(0, MAX_UNITS).replace(/[\ud800-\udbff]$/u, '') || SHOWN_INSTEAD;
}

/** A title for a document that was given none: its name without the ending. */
export const titleOf = (name: string): string => name.replace(/(?<=.)\.[\p{L}\p{N}]{1,5}$/u, '');
