import type { RecordReader } from '#core/changes/ports';
import type { RecordId } from '#shared/domain/ids';
import { isRecordKind, RECORD_KINDS, type RecordKind } from '#shared/domain/kinds';
import { anywhereMatch, headingMatch } from './index-text';
import { finder, snippet, type Found, type MarkedText } from './marks';
import type { Candidate, DocumentTexts, SearchIndex } from './ports';
import { parseQuery, type Query } from './query';
import { recordTexts } from './record-text';
import { whereabouts, type Whereabouts } from './whereabouts';

export type SearchOptions = {
  /** Only these; all where none is given. */
  readonly kinds?: readonly RecordKind[];
  /** Hits in one answer, 1 to 50. */
  readonly limit?: number;
  /** `next` of the answer before. */
  readonly cursor?: string;
};

export type SearchHit = Whereabouts & {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly label: MarkedText;
  /** Words around what was found, as they were written; '' where the label says it all. */
  readonly snippet: MarkedText;
  /** Field the snippet is from; `text` for a page of a document. */
  readonly field?: string;
  /** Page of a document's text, from 1. */
  readonly page?: number;
};

export type SearchResults = {
  /** By kind, in the order people look for them; within a kind the best hit first. */
  readonly groups: readonly { readonly kind: RecordKind; readonly hits: readonly SearchHit[] }[];
  readonly next?: string;
  /** More was found than is looked at: add a word. */
  readonly isCut: boolean;
};

export type Search = (text: string, options?: SearchOptions) => SearchResults;

export type SearchPorts = {
  readonly index: Pick<SearchIndex, 'candidates'>;
  readonly reader: RecordReader;
  readonly texts: Pick<DocumentTexts, 'page'>;
};

/** From this many letters on, what is found is ranked. */
const RANKED_LETTERS = 4;
const MAX_HITS = 50;
const MAX_CANDIDATES = 500;
const EMPTY: MarkedText = { text: '', marks: [] };

/** What people look for comes first; the rest in the order of the kinds. */
const LOOKED_FOR: readonly RecordKind[] = [
  'person',
  'case',
  'accused',
  'proceeding',
  'hearing',
  'order',
  'document',
  'contact',
  'task',
];
const KIND_ORDER = [...new Set([...LOOKED_FOR, ...RECORD_KINDS])];

type Finder = (text: string) => Found;

/** Longer beginnings than the index keeps lists for have to be gathered from every word that begins so. */
const LISTED_PREFIX = 4;

/** Where whole words alone give all that will be looked at, longer ones need not be gathered. */
function rowsOf(
  index: Pick<SearchIndex, 'candidates'>,
  query: Query,
  match: (query: Query) => string,
  max: number,
): readonly Candidate[] {
  const typed = query.clauses.find(({ isPrefix }) => isPrefix)?.words.at(-1) ?? '';
  if (typed.length > LISTED_PREFIX) {
    const clauses = query.clauses.map((one) => ({ ...one, isPrefix: false }));
    const whole = index.candidates(match({ ...query, clauses }), max);
    if (whole.length === max) return whole;
  }
  return index.candidates(match(query), max);
}

/**
 * Candidates whose heading matches come before the rest, each the newest first:
 * counting how rare a word is (as bm25 does) would read every row that holds it.
 */
function collect(
  index: Pick<SearchIndex, 'candidates'>,
  query: Query,
  kinds: readonly RecordKind[],
  max: number,
) {
  const headed = rowsOf(index, query, (one) => headingMatch(one, kinds), max);
  const rest =
    headed.length < max ? rowsOf(index, query, (one) => anywhereMatch(one, kinds), max) : [];
  const seen = new Map<string, Candidate>();
  for (const one of [...headed, ...rest]) {
    const key = `${String(one.rec)} ${String(one.page)}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  return {
    candidates: [...seen.values()].slice(0, max),
    headings: headed.length,
    isCut: headed.length === max || rest.length === max,
  };
}

/** Whole words in the label, then any heading, then records, then pages. */
function ranked(all: readonly Candidate[], headings: number, find: Finder, query: Query) {
  const score = (one: Candidate, at: number): number => {
    if (at >= headings) return one.page === 0 ? 1 : 0;
    const { clauses, marks } = find(one.label);
    if (clauses < query.clauses.length) return 2;
    const isWhole = marks.every(([, end]) => !/^\p{L}/u.test(one.label.slice(end)));
    return isWhole ? 4 : 3;
  };
  return all
    .map((one, at) => ({ one, at, score: score(one, at) }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ one }) => one);
}

function bestText(
  texts: readonly { readonly field: string; readonly text: string }[],
  find: Finder,
  all: number,
) {
  let best: { readonly field: string; readonly text: string; readonly found: Found } | undefined;
  for (const { field, text } of texts) {
    const found = find(text);
    if (found.clauses > (best?.found.clauses ?? 0)) best = { field, text, found };
    if (found.clauses === all) break;
  }
  return best;
}

/** Searches as one types. Any text is a query and none throws; an empty one finds nothing. */
export function search({ index, reader, texts }: SearchPorts): Search {
  const toHit = (one: Candidate, kind: RecordKind, find: Finder, all: number): SearchHit => {
    const label = { text: one.label, marks: find(one.label).marks };
    const view = reader.get(one.id);
    const hit = { id: one.id, kind, label, ...(view && whereabouts(view, reader)) };
    const shown =
      view === undefined || one.page > 0
        ? []
        : recordTexts(view).filter(({ text }) => text !== one.label);
    const page = one.page === 0 ? undefined : texts.page(one.rec, one.page);
    const best = bestText(page === undefined ? shown : [{ field: 'text', text: page }], find, all);
    return {
      ...hit,
      snippet: best === undefined ? EMPTY : snippet(best.text, best.found.marks),
      ...(best === undefined ? {} : { field: best.field }),
      ...(one.page === 0 ? {} : { page: one.page }),
    };
  };
  return (text, { kinds = [], limit = MAX_HITS, cursor } = {}) => {
    const query = parseQuery(text);
    if (query.clauses.length === 0) return { groups: [], isCut: false };
    const isRanked = query.letters >= RANKED_LETTERS;
    const find = finder(query);
    const found = collect(index, query, kinds, isRanked ? MAX_CANDIDATES : MAX_HITS);
    const order = isRanked
      ? ranked(found.candidates, found.headings, find, query)
      : found.candidates;
    const from = /^\d{1,4}$/u.test(cursor ?? '') ? Number(cursor) : 0;
    const to = from + Math.min(Math.max(limit, 1), MAX_HITS);
    const hits = order
      .slice(from, to)
      .flatMap((one) =>
        isRecordKind(one.kind) ? [toHit(one, one.kind, find, query.clauses.length)] : [],
      );
    const held = new Set(hits.map(({ kind }) => kind));
    const shownKinds = KIND_ORDER.filter((kind) => held.has(kind));
    return {
      groups: shownKinds.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) })),
      ...(to < order.length ? { next: String(to) } : {}),
      isCut: found.isCut,
    };
  };
}
