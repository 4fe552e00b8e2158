import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import type { ActorId, DeviceId } from '#shared/domain/ids';
import { wrapConnection, type WritableDb } from '#core/db/driver';
import { migrate } from '#core/db/migrations/index';
import { loadSodium } from '#core/vault/sodium';
import type { AuditLog } from '#core/vault/ports';
import { auditLog } from './audit-log';
import { logProver } from './proof';

let db: WritableDb;
let log: AuditLog & { verify(): number };
let now: number;

beforeAll(loadSodium);

function logWith(key: Uint8Array) {
  const context = {
    ...{ db, key, vaultId: new Uint8Array(16) },
    actor: '00000000-0000-7000-8000-000000000001' as ActorId,
    device: '00000000-0000-7000-8000-000000000002' as DeviceId,
    clock: { nowMs: () => now },
  };
  return { ...auditLog(context), verify: () => logProver(context).whole().rows };
}

beforeEach(() => {
  db = wrapConnection(new Database(':memory:'));
  migrate(db);
  now = 1_700_000_000_000;
  log = logWith(new Uint8Array(32).fill(6));
});

const brokenAt = (): unknown => {
  try {
    log.verify();
    return 'sound';
  } catch (error) {
    return isAppError(error, 'audit/broken') ? error.params['seq'] : error;
  }
};

describe('the audit log', () => {
  test('counts its rows when all are sound', () => {
    expect(log.verify()).toBe(0);
    for (let i = 0; i < 3; i += 1) log.append('import', `action/${String(i)}`, { records: i });
    expect(log.verify()).toBe(3);
  });

  test('marks a row whose clock ran backwards, and keeps the order', () => {
    log.append('sample', 'a');
    now -= 5_000;
    log.append('sample', 'b');
    now += 1;
    log.append('sample', 'c');
    const rows = db.prepare<{ r: number }>('SELECT clock_regressed AS r FROM audit').all();
    expect(rows.map(({ r }) => r)).toEqual([0, 1, 0]);
    expect(log.verify()).toBe(3);
  });

  test('writes details in one way, whatever the order they come in', () => {
    log.append('sample', 'a', { z: 1, a: 'x' });
    log.append('sample', 'a', { a: 'x', z: 1 });
    const rows = db.prepare<{ details: string }>('SELECT details FROM audit').all();
    expect(rows.map(({ details }) => details)).toEqual(['{"a":"x","z":1}', '{"a":"x","z":1}']);
  });

  test('goes back with the transaction it belongs to', () => {
    log.append('sample', 'kept');
    const undone = () =>
      db.transaction(() => {
        log.append('sample', 'undone');
        throw new RangeError('sample');
      });
    expect(undone).toThrow(RangeError);
    log.append('sample', 'next');
    expect(log.verify()).toBe(2);
  });

  test('is never rewritten by way of the database', () => {
    log.append('sample', 'a');
    expect(() => {
      db.exec("UPDATE audit SET action = 'x'");
    }).toThrow(/never rewritten/u);
    expect(() => {
      db.exec('DELETE FROM audit');
    }).toThrow(/never deleted/u);
  });

  test('finds the first row that was changed, put in or taken out behind its back', () => {
    db.exec('DROP TRIGGER audit_no_update');
    db.exec('DROP TRIGGER audit_no_delete');
    const changes = [
      'ts_ms = ts_ms + 1',
      'clock_regressed = 1',
      "actor = x'00'",
      "device = x'00'",
      "action = 'x'",
      "object_ref = 'x'",
      "details = '{ }'",
      "prev = x'00'",
      "hash = x'00'",
    ];
    for (let i = 1; i <= 6; i += 1) log.append('sample', `row/${String(i)}`);
    fc.assert(
      fc.property(fc.constantFrom(...changes), fc.integer({ min: 1, max: 6 }), (change, seq) => {
        db.exec('SAVEPOINT sample');
        db.exec(`UPDATE audit SET ${change} WHERE seq = ${String(seq)}`);
        expect(brokenAt()).toBe(seq);
        db.exec('ROLLBACK TO sample');
        db.exec('RELEASE sample');
      }),
    );
    db.exec('DELETE FROM audit WHERE seq = 3');
    expect(brokenAt()).toBe(3);
    db.exec('UPDATE audit SET seq = seq - 1 WHERE seq > 3');
    expect(brokenAt()).toBe(3);
  });

  test('under another key does not hold', () => {
    log.append('sample', 'a');
    db.exec('DROP TRIGGER audit_no_update');
    const other = logWith(new Uint8Array(32));
    expect(() => other.verify()).toThrow('audit/broken');
  });
});
