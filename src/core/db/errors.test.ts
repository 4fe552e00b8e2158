import Database from 'better-sqlite3';
import * as fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { wrapConnection } from './driver';
import { toAppError, withAppErrorsAsync } from './errors';
import { guardDb } from './guard';

const withCode = (code: string) => Object.assign(new Error('/home/sample/secret'), { code });

describe('an error of the driver or the system', () => {
  test.each([
    ['SQLITE_FULL', 'disk/full'],
    ['SQLITE_IOERR_WRITE', 'disk/failed'],
    ['SQLITE_IOERR_SHORT_READ', 'db/damaged'],
    ['SQLITE_CANTOPEN', 'disk/failed'],
    ['SQLITE_CORRUPT', 'db/damaged'],
    ['SQLITE_CORRUPT_VTAB', 'db/damaged'],
    ['SQLITE_NOTADB', 'db/damaged'],
    ['SQLITE_BUSY', 'vault/in-use'],
    ['SQLITE_BUSY_RECOVERY', 'vault/in-use'],
    ['SQLITE_LOCKED', 'vault/in-use'],
    ['SQLITE_READONLY_DBMOVED', 'vault/read-only'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'internal'],
    ['ENOSPC', 'disk/full'],
    ['EDQUOT', 'disk/full'],
    ['EIO', 'disk/failed'],
    ['EACCES', 'disk/failed'],
    ['ENOTCONN', 'disk/gone'],
    ['ENODEV', 'disk/gone'],
    ['ENOENT', 'disk/gone'],
    ['EROFS', 'vault/read-only'],
    ['ENOTANYTHING', 'internal'],
  ])('%s becomes %s, without the path in its message', (code, expected) => {
    const named = toAppError(withCode(code));
    expect([named.code, named.params]).toEqual([expected, { reason: code }]);
    expect(named.message).not.toContain('sample');
  });

  test('of our own stays, and anything else is internal', () => {
    const own = new AppError('blob/missing');
    expect(toAppError(own)).toBe(own);
    expect(toAppError('thrown text').code).toBe('internal');
    expect(toAppError(new TypeError('bug')).code).toBe('internal');
  });

  test('that the system really reports is named', async () => {
    const write = withAppErrorsAsync(() => fs.promises.writeFile('/dev/full', 'x'));
    const expected = fs.existsSync('/dev/full') ? 'disk/full' : 'none';
    expect(
      await write.then(
        () => 'none',
        (error: unknown) => toAppError(error).code,
      ),
    ).toBe(expected);
  });
});

describe('a guarded database', () => {
  test('names errors of every way to reach it, and lets through what the work throws', () => {
    const connection = new Database(':memory:');
    const db = guardDb(wrapConnection(connection));
    db.exec('CREATE TABLE t (a)');
    connection.pragma('query_only = ON');
    const insert = () => db.prepare('INSERT INTO t VALUES (1)').run();
    for (const write of [
      insert,
      () => {
        db.exec('DROP TABLE t');
      },
      () => db.transaction(insert),
    ]) {
      expect(write).toThrow('vault/read-only');
    }
    const thrown = new RangeError('sample');
    expect(() =>
      db.transaction(() => {
        throw thrown;
      }),
    ).toThrow(thrown);
    connection.pragma('query_only = OFF');
    insert();
    expect([...db.prepare('SELECT a FROM t').iterate()]).toEqual([{ a: 1 }]);
    expect(db.prepare('SELECT a FROM t').get()).toEqual({ a: 1 });
    expect(db.transaction(() => db.prepare('SELECT a FROM t').all())).toEqual([{ a: 1 }]);
  });
});
