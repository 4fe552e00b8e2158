/** About how much of a text without pages of its own makes one. */
const PAGE_UNITS = 3000;
/** No page is longer, so that one hit never costs more than this to show. */
const MAX_PAGE_UNITS = 12_000;
const FORM_FEED = '\f';

/** Best places to part a text, the best first: after a paragraph, a line, a sentence, a word. */
const BREAKS: readonly RegExp[] = [/\n[\t\r ]*\n/gu, /\n/gu, /[.؟!۔]\s/gu, /\s/gu];

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** Where to part a text that goes on: in the last third of a page if anything ends there. */
function breakIn(part: string): number {
  for (const pattern of BREAKS) {
    const end = lastEnd(part, pattern);
    if (end > PAGE_UNITS * 0.66) return end;
  }
  // Never between the two halves of a character.
  return /[\ud800-\udbff]$/u.test(part) ? part.length - 1 : part.length;
}

function* chunks(text: string): Generator<string> {
  let at = 0;
  while (text.length - at > PAGE_UNITS) {
    const length = breakIn(text.slice(at, at + PAGE_UNITS));
    yield text.slice(at, at + length);
    at += length;
  }
  if (at < text.length) yield text.slice(at);
}

export type Pages = {
  readonly pages: readonly string[];
  /** The text has page breaks of its own, so its page numbers mean something to a reader. */
  readonly areOwn: boolean;
};

/**
 * Parts a text into pages: at its own form feeds, otherwise after about 3,000
 * characters where a paragraph ends. Joined again, they are the whole text
 * (but for the form feeds).
 */
export function pagesOf(text: string): Pages {
  const own = text.endsWith(FORM_FEED) ? text.slice(0, -1).split(FORM_FEED) : text.split(FORM_FEED);
  const areOwn = own.length > 1 && own.every((page) => page.length <= MAX_PAGE_UNITS);
  return areOwn
    ? { pages: own, areOwn }
    : { pages: own.flatMap((page) => [...chunks(page)]), areOwn: false };
}
