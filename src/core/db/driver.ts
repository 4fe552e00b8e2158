import type Database from 'better-sqlite3';

/** What may stand for a parameter. Values are always bound, never written into SQL. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** A prepared statement; rows come back as objects with the columns' names. */
export type Statement<Row> = {
  get(...values: readonly SqlValue[]): Row | undefined;
  all(...values: readonly SqlValue[]): Row[];
  iterate(...values: readonly SqlValue[]): IterableIterator<Row>;
  run(...values: readonly SqlValue[]): { readonly changes: number; readonly lastRowid: number };
};

/** Queries receive this; it cannot open a transaction. */
export type ReadableDb = {
  /** Prepares a statement, once for each text. */
  prepare<Row = unknown>(sql: string): Statement<Row>;
};

export type WritableDb = ReadableDb & {
  /** Runs several statements without parameters: migrations only. */
  exec(sql: string): void;
  /** All or nothing; a call inside another joins the outer one. */
  transaction<T>(work: () => T): T;
};

/** Wraps an open connection of the driver. Nobody else touches the driver. */
export function wrapConnection(connection: Database.Database): WritableDb {
  const prepared = new Map<string, Database.Statement>();
  const statement = (sql: string): Database.Statement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const fresh = connection.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };
  return {
    prepare<Row>(sql: string): Statement<Row> {
      const prepared = statement(sql);
      return {
        get: (...values) => prepared.get(...values) as Row | undefined,
        all: (...values) => prepared.all(...values) as Row[],
        iterate: (...values) => prepared.iterate(...values) as IterableIterator<Row>,
        run: (...values) => {
          const { changes, lastInsertRowid } = prepared.run(...values);
          return { changes, lastRowid: Number(lastInsertRowid) };
        },
      };
    },
    exec: (sql) => {
      connection.exec(sql);
    },
    transaction: (work) => (connection.inTransaction ? work() : connection.transaction(work)()),
  };
}
