import type { RecordKind } from '#shared/domain/kinds';
import { fold, tokens } from './fold';
import { nameKeys } from './name-key';
import type { Clause, Query } from './query';

/**
 * What stands in a row of the index beside the words of the text: tokens that
 * begin with a letter for private use, which folding takes out of every text and
 * query. They let one index answer "in the heading", "of this kind" and "by the
 * sound of the name", each by one more list of rows to intersect.
 */
const MARKER = { kind: '\ue000', heading: '\ue001', name: '\ue002' } as const;

export type Indexed = {
  readonly kind: string;
  /** What the record is called by: its label, and all its names. */
  readonly headings: readonly string[];
  /** Names of people in it, for their keys. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
};

/** Unknown kinds of a later version may hold anything; a token holds letters. */
const kindToken = (kind: string): string => MARKER.kind + fold(kind).replaceAll(' ', '');

/** The row of a record: folded words and the marked ones. */
export function rowTerms({ kind, headings, names, texts }: Indexed): string {
  const marked = headings.flatMap(tokens).map((word) => MARKER.heading + word);
  const keys = [...new Set(names.flatMap(nameKeys))].map((key) => MARKER.name + key);
  return [...texts.map(fold), kindToken(kind), ...marked, ...keys].join(' ');
}

/** The row of one page of a document's text. */
export const pageTerms = (text: string): string => `${fold(text)} ${kindToken('document')}`;

// Only folded words are ever quoted, so a query holds no syntax of its own.
const phrase = (words: readonly string[], isPrefix: boolean, marker = ''): string =>
  `"${words.map((word) => marker + word).join(' ')}"${isPrefix ? '*' : ''}`;

function clauseMatch({ words, isPrefix, keys }: Clause, marker = ''): string {
  const byName = keys.map((key) => phrase([key], false, MARKER.name)).join(' AND ');
  const byWord = phrase(words, isPrefix, marker);
  return keys.length === 0 ? byWord : `(${byWord} OR (${byName}))`;
}

const ofKinds = (kinds: readonly RecordKind[]): string[] =>
  kinds.length === 0
    ? []
    : [`(${kinds.map((kind) => phrase([kindToken(kind)], false)).join(' OR ')})`];

/** Rows that hold every part of the query. */
export const anywhereMatch = (query: Query, kinds: readonly RecordKind[]): string =>
  [...query.clauses.map((one) => clauseMatch(one)), ...ofKinds(kinds)].join(' AND ');

/** Rows that hold every part of the query in what they are called by, by letter or by the sound of a name. */
export const headingMatch = (query: Query, kinds: readonly RecordKind[]): string =>
  [...query.clauses.map((one) => clauseMatch(one, MARKER.heading)), ...ofKinds(kinds)].join(
    ' AND ',
  );

const nameMatch = (key: string): string => phrase([key], false, MARKER.name);

/** Rows of these kinds that bear every one of these keys of a name; there is at least one. */
export const allKeysMatch = (keys: readonly string[], kinds: readonly RecordKind[]): string =>
  [...keys.map(nameMatch), ...ofKinds(kinds)].join(' AND ');

/** Rows of these kinds that bear both keys of one of these pairs; there is at least one. */
export function anyPairMatch(
  pairs: readonly (readonly [string, string])[],
  kinds: readonly RecordKind[],
): string {
  const either = pairs.map(([one, other]) => `(${nameMatch(one)} AND ${nameMatch(other)})`);
  return [`(${either.join(' OR ')})`, ...ofKinds(kinds)].join(' AND ');
}
