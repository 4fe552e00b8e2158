import type { FacetValue } from '#core/detainees/model';
import { idFromBytes } from '#core/kernel/ids';
import type { RecordId } from '#shared/domain/ids';
import type { ReadableDb, SqlValue } from '../driver';

export type DocumentQuery = {
  /** Code of the pack's list; '' for documents without a type. */
  readonly type?: string;
  readonly among?: readonly RecordId[];
  readonly limit: number;
  readonly offset: number;
};

const FROM = `FROM record r JOIN document d ON d.rec = r.key
  WHERE r.kind = 'document' AND r.is_trashed = 0`;

function filterOf({ type, among }: DocumentQuery) {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  if (type !== undefined) {
    parts.push(`AND coalesce(d.type, '') = ?`);
    values.push(type);
  }
  if (among !== undefined) {
    parts.push(`AND r.id IN (SELECT unhex(replace(value, '-', '')) FROM json_each(?))`);
    values.push(JSON.stringify(among));
  }
  return { sql: `${FROM} ${parts.join(' ')}`, values };
}

/** Documents page by page by their titles, and how many there are of each type. */
export function documentList(db: ReadableDb) {
  const types = db.prepare<FacetValue>(
    `SELECT coalesce(d.type, '') AS value, count(*) AS count ${FROM}
      GROUP BY value ORDER BY count DESC, value`,
  );
  const holding = db.prepare<{ id: Uint8Array }>(
    `SELECT r.id ${FROM} AND d.sha256 = ? ORDER BY r.created_at, r.id`,
  );
  const toIds = (rows: readonly { readonly id: Uint8Array }[]): readonly RecordId[] =>
    rows.map(({ id }) => idFromBytes<RecordId>(id));
  return {
    /** Those whose file is of these bytes, by the hex of their SHA-256; the oldest first. */
    holding: (sha256: string): readonly RecordId[] => toIds(holding.all(sha256)),
    types: (): readonly FacetValue[] => types.all(),
    list(query: DocumentQuery): { readonly total: number; readonly ids: readonly RecordId[] } {
      const { sql, values } = filterOf(query);
      const total = db.prepare<{ total: number }>(`SELECT count(*) AS total ${sql}`).get(...values);
      const ids = db
        .prepare<{ id: Uint8Array }>(`SELECT r.id ${sql} ORDER BY r.label, r.id LIMIT ? OFFSET ?`)
        .all(...values, query.limit, query.offset);
      return { total: total?.total ?? 0, ids: toIds(ids) };
    },
  };
}
