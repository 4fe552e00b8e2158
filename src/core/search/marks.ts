import { foldWithMap } from './fold';
import { nameKeys } from './name-key';
import type { Clause, Query } from './query';

/** Where in a text something was found: from, up to (not including), in UTF-16 units. */
export type Mark = readonly [start: number, end: number];

/** A text as it was written, with what was found in it. */
export type MarkedText = { readonly text: string; readonly marks: readonly Mark[] };

/** What a query finds in one text. */
export type Found = {
  readonly marks: readonly Mark[];
  /** How many parts of the query occur in it. */
  readonly clauses: number;
};

type Word = { readonly text: string; readonly at: number };

const keysOf = (word: string, known: Map<string, readonly string[]>): readonly string[] => {
  const keys = known.get(word) ?? nameKeys(word);
  known.set(word, keys);
  return keys;
};

/** Units of the folded text that a clause takes from the word at `at` on; undefined where it is not there. */
function spanAt({ words: wanted, isPrefix }: Clause, words: readonly Word[], at: number) {
  const last = wanted.length - 1;
  const fits = wanted.every((word, offset) => {
    const text = words[at + offset]?.text ?? '';
    return offset === last && isPrefix ? text.startsWith(word) : text === word;
  });
  const [first, final] = [words[at], words[at + last]];
  if (!fits || first === undefined || final === undefined) return undefined;
  return [first.at, final.at + (wanted[last]?.length ?? 0)] as const;
}

function merged(marks: readonly Mark[]): readonly Mark[] {
  const out: [number, number][] = [];
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** Finds the parts of a query in texts; one finder serves one query, so that names are keyed once. */
export function finder({ clauses }: Query): (text: string) => Found {
  const known = new Map<string, readonly string[]>();
  const nameSpan = ({ keys }: Clause, word: Word) => {
    const own = keys.length === 0 ? [] : keysOf(word.text, known);
    const isNamed = own.length > 0 && own.every((key) => keys.includes(key));
    return isNamed ? ([word.at, word.at + word.text.length] as const) : undefined;
  };
  return (text) => {
    const folded = foldWithMap(text);
    const words = Array.from(folded.text.matchAll(/[^ ]+/gu), ({ 0: word, index }) => ({
      text: word,
      at: index,
    }));
    const marks: Mark[] = [];
    const present = new Set<Clause>();
    words.forEach((word, at) => {
      for (const clause of clauses) {
        const span = spanAt(clause, words, at) ?? nameSpan(clause, word);
        if (span === undefined) continue;
        present.add(clause);
        marks.push([folded.starts[span[0]] ?? 0, folded.ends[span[1] - 1] ?? text.length]);
      }
    });
    return { marks: merged(marks), clauses: present.size };
  };
}

const LEAD_UNITS = 40;
const SNIPPET_UNITS = 180;
const CUT = '…';
const MOST_COMPARED = 60;

const isInsidePair = (text: string, at: number): boolean =>
  /[\udc00-\udfff]/u.test(text.charAt(at)) && at > 0;

/** The start of a word at or after `at`, or `at` itself where none is near. */
function wordStart(text: string, at: number, limit: number): number {
  const gap = text.slice(at, limit).search(/(?<=\s)\S/u);
  const start = gap < 0 ? at : at + gap;
  return isInsidePair(text, start) ? start - 1 : start;
}

function wordEnd(text: string, at: number): number {
  const cut = text.slice(0, at).search(/\s\S*$/u);
  const end = cut > at - LEAD_UNITS ? cut : at;
  return isInsidePair(text, end) ? end - 1 : end;
}

/** The mark from which a snippet shows most: different words first, then more of them, then the earliest. */
function bestMark(text: string, all: readonly Mark[]): Mark | undefined {
  // A common letter marks a page all over; its beginning then tells as much as the rest.
  const marks = all.slice(0, MOST_COMPARED);
  const shownFrom = ([from]: Mark): readonly [different: number, all: number] => {
    const near = marks.filter(
      ([start, end]) => start >= from && end <= from + SNIPPET_UNITS - LEAD_UNITS,
    );
    return [new Set(near.map(([a, b]) => text.slice(a, b).toLowerCase())).size, near.length];
  };
  let best = marks[0];
  let most = best === undefined ? [0, 0] : shownFrom(best);
  for (const mark of marks.slice(1)) {
    const shown = shownFrom(mark);
    if (shown[0] < most[0] || (shown[0] === most[0] && shown[1] <= most[1])) continue;
    [best, most] = [mark, shown];
  }
  return best;
}

/** The part of a text around the mark that shows most, on one line, with `…` where it was cut. */
export function snippet(text: string, marks: readonly Mark[]): MarkedText {
  const [from, to] = bestMark(text, marks) ?? [0, 0];
  const start = from <= LEAD_UNITS ? 0 : wordStart(text, from - LEAD_UNITS, from);
  const stop = start + SNIPPET_UNITS;
  const end = stop >= text.length ? text.length : Math.max(wordEnd(text, stop), to);
  const lead = start === 0 ? '' : CUT;
  const shift = lead.length - start;
  return {
    text: lead + text.slice(start, end).replace(/\s/gu, ' ') + (end === text.length ? '' : CUT),
    marks: marks
      .filter((mark) => mark[0] >= start && mark[0] < end)
      .map((mark) => [mark[0] + shift, Math.min(mark[1], end) + shift]),
  };
}
