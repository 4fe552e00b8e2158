import type { Statement, WritableDb } from './driver';
import { toAppError, withAppErrors } from './errors';

/** The same database, whose errors carry our codes. */
export function guardDb(db: WritableDb): WritableDb {
  return {
    prepare: <Row>(sql: string): Statement<Row> => {
      const statement = withAppErrors(() => db.prepare<Row>(sql));
      return {
        get: (...values) => withAppErrors(() => statement.get(...values)),
        all: (...values) => withAppErrors(() => statement.all(...values)),
        iterate: (...values) => guardRows(withAppErrors(() => statement.iterate(...values))),
        run: (...values) => withAppErrors(() => statement.run(...values)),
      };
    },
    exec: (sql) => {
      withAppErrors(() => {
        db.exec(sql);
      });
    },
    transaction: (work) => {
      // What `work` throws goes through as it is; only errors of the driver get a code.
      let thrown: { readonly error: unknown } | undefined;
      try {
        return db.transaction(() => {
          try {
            return work();
          } catch (error) {
            thrown = { error };
            throw error;
          }
        });
      } catch (error) {
        throw thrown?.error === error ? error : toAppError(error);
      }
    },
  };
}

function* guardRows<Row>(rows: IterableIterator<Row>): IterableIterator<Row> {
  try {
    yield* rows;
  } catch (error) {
    throw toAppError(error);
  }
}
