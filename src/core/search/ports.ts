import type { RecordId } from '#shared/domain/ids';

/** A row of the index that a query found, the newest first. */
export type Candidate = {
  readonly id: RecordId;
  readonly kind: string;
  readonly label: string;
  /** `record.key` in the database. */
  readonly rec: number;
  /** 0 for the record itself, 1.. for a page of its text. */
  readonly page: number;
};

/** The full-text index. `terms` and `match` are made by `index-text.ts`. */
export type SearchIndex = {
  /** Sets the row of a record (page 0) or of one page of a document's text. */
  put(rec: number, page: number, terms: string): void;
  /** Takes out every row of a record. Words of it stay in the index's pages until `forget`. */
  remove(rec: number): void;
  /** Rewrites the index without what was taken out, so that nothing of it stays on disk. Slow: for purges. */
  forget(): void;
  clear(): void;
  /** At most `limit` rows, the newest first. */
  candidates(match: string, limit: number): readonly Candidate[];
  /** Records in order of making, from after `key`, for rebuilding. */
  recordsAfter(
    key: number,
    limit: number,
  ): readonly { readonly key: number; readonly id: RecordId }[];
  /** Is there still a record with this key (false after a purge)? */
  hasRecord(rec: number): boolean;
  /** `record.key` of a record; undefined where the vault does not hold it. */
  keyOf(id: RecordId): number | undefined;
};

/** Text taken from a document, page by page, as it was read. */
export type DocumentTexts = {
  /** Replaces all pages of a document. */
  set(rec: number, pages: readonly string[]): void;
  page(rec: number, page: number): string | undefined;
  pages(rec: number): readonly { readonly page: number; readonly text: string }[];
  remove(rec: number): void;
};
