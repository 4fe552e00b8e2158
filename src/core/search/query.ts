import { fold } from './fold';
import { nameKeys } from './name-key';

/** Words that must follow each other. */
export type Clause = {
  readonly words: readonly string[];
  /** The last word is still being typed: longer words that begin with it match as well. */
  readonly isPrefix: boolean;
  /** Keys of the word as a name; none for phrases and numbers. */
  readonly keys: readonly string[];
};

export type Query = {
  readonly clauses: readonly Clause[];
  /** Letters and digits typed. */
  readonly letters: number;
};

const MAX_CLAUSES = 16;
const MAX_UNITS = 1000;
const QUOTES = /["“”«»„]/u;
const SHORTEST_NAME = 3;

function clause(raw: string, isLast: boolean, isQuoted: boolean): Clause | undefined {
  const folded = fold(raw);
  const words = folded.split(' ').filter((word) => word !== '');
  const [only] = words;
  if (only === undefined) return undefined;
  const isName = !isQuoted && words.length === 1 && only.length >= SHORTEST_NAME;
  return {
    words,
    isPrefix: isLast && !folded.endsWith(' '),
    keys: isName ? nameKeys(only) : [],
  };
}

/**
 * Reads what was typed: words that must all occur, `"words in quotes"` that must
 * follow each other, the last word as a beginning. A word with signs inside
 * (`14.05.2025`, `123/2025`) is a phrase of its parts. Any text is a query;
 * beyond sixteen words the rest is not looked at.
 */
export function parseQuery(text: string): Query {
  const clauses: Clause[] = [];
  const parts = text.slice(0, MAX_UNITS).split(QUOTES);
  parts.forEach((part, at) => {
    const isLastPart = at === parts.length - 1;
    if (at % 2 === 1) {
      // A quote not closed yet is still being typed.
      const quoted = clause(part, isLastPart, true);
      if (quoted !== undefined) clauses.push(quoted);
      return;
    }
    const words = part.split(/\s+/u);
    words.forEach((word, index) => {
      const plain = clause(word, isLastPart && index === words.length - 1, false);
      if (plain !== undefined) clauses.push(plain);
    });
  });
  const used = clauses.slice(0, MAX_CLAUSES);
  const letters = used.flatMap((one) => one.words).reduce((sum, word) => sum + word.length, 0);
  return { clauses: used, letters };
}
