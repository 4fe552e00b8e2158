import { clockDerivation } from '#core/clocks/index';
import { standingDerivation } from '#core/custody/index';
import { indexPack, type Pack } from '#core/packs/index';
import { pageTerms } from '#core/search/index-text';
import { toHex } from '#core/kernel/bytes';
import type { SearchIndex } from '#core/search/ports';
import type { SqlValue, WritableDb } from '../driver';
import { clockFacts } from './clock-facts';
import { clockCells, clockStore } from './clock-store';
import { docketRows } from './docket-store';
import { searchIndex } from './search-index';
import { standingFacts } from './standing-facts';
import { standingCells, standingStore } from './standing-store';

type Row = readonly SqlValue[];

const textOf = (row: Row): string =>
  JSON.stringify(row.map((cell) => (cell instanceof Uint8Array ? toHex(cell) : cell)));

const nobody = (): ReadonlySet<never> => new Set<never>();

function clocks(db: WritableDb, pack: Pack): readonly Row[] {
  const rows: Row[] = [];
  clockDerivation({
    pack,
    affected: nobody,
    facts: clockFacts(db, indexPack(pack)),
    store: {
      ...clockStore(db),
      clear: () => undefined,
      replace: (person, found) => rows.push(...found.map((row) => clockCells(person, row))),
    },
  }).rebuild();
  return rows;
}

function standings(db: WritableDb, pack: Pack): readonly Row[] {
  const rows: Row[] = [];
  const index = searchIndex(db);
  standingDerivation({
    affected: nobody,
    facts: standingFacts(db, pack.zone),
    store: {
      ...standingStore(db),
      clear: () => undefined,
      put: (person, standing, regime) => {
        rows.push([index.keyOf(person) ?? null, ...standingCells(standing, regime)]);
        return true;
      },
    },
  }).rebuild();
  return rows;
}

/** Rows that one side has and the other has not, those of either side. */
function rowsApart(db: WritableDb, table: string, expected: readonly Row[]): number {
  const wanted = new Map<string, number>();
  for (const row of expected) {
    const text = textOf(row);
    wanted.set(text, (wanted.get(text) ?? 0) + 1);
  }
  let apart = 0;
  for (const row of db.prepare<Record<string, SqlValue>>(`SELECT * FROM ${table}`).iterate()) {
    const text = textOf(Object.values(row));
    const left = wanted.get(text) ?? 0;
    if (left === 0) apart += 1;
    else wanted.set(text, left - 1);
  }
  const missing = [...wanted.values()].reduce((sum, n) => sum + n, 0);
  // A row that changed is one on either side.
  return Math.max(apart, missing);
}

/** Words at the start of a row that are looked for in it: the index keeps no text to compare with. */
const LOOKED_FOR = 40;

/**
 * Stands in for the index while it is made anew, and writes nothing: counts the rows that are
 * not there, or do not begin with the words they should.
 */
export function checkingIndex(db: WritableDb): SearchIndex & { readonly apart: () => number } {
  const has = db.prepare(`SELECT 1 FROM search_part p WHERE p.rec = ? AND p.page = ?
    AND p.key IN (SELECT rowid FROM search WHERE search MATCH ? AND rowid = p.key)`);
  const total = db.prepare<{ total: number }>('SELECT count(*) AS total FROM search_part');
  let expected = 0;
  let missing = 0;
  return {
    ...searchIndex(db),
    clear: () => undefined,
    put: (rec, page, terms) => {
      expected += 1;
      const words = terms.split(' ').filter(Boolean).slice(0, LOOKED_FOR).join(' ');
      if (has.get(rec, page, `"${words === '' ? pageTerms('') : words}"`) === undefined)
        missing += 1;
    },
    apart: () => Math.max(missing, Math.abs((total.get()?.total ?? 0) - expected)),
  };
}

/** Rows of clocks, standing and dockets that are not what the records give, by table; none where all agree. */
export function derivedApart(db: WritableDb, pack: Pack): ReadonlyMap<string, number> {
  const all = [
    ['clock', clocks(db, pack)],
    ['standing', standings(db, pack)],
    ['docket', docketRows(db)],
  ] as const;
  return new Map(
    all
      .map(([table, rows]) => [table, rowsApart(db, table, rows)] as const)
      .filter(([, apart]) => apart > 0),
  );
}
