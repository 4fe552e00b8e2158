import { argon2Sync } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
// AGPL-3.0-only; of the tests alone, never of the program (docs/decisions/0001).
import Sqlcipher from '@signalapp/sqlcipher';
import { beforeAll, describe, expect, it } from 'vitest';
import { toHex, utf8 } from '#core/kernel/bytes';
import { argon2id, loadSodium } from '#core/vault/sodium';
import { stateOf } from '#core/vault/vault-state';
import { rihai } from '#tests/fixtures/cli/run';
import { copyOfVault, open, OTHER_PASSPHRASE, PASSPHRASE } from '#tests/integration/vault-kit';
import { access, peopleLines, withCaseFile } from './kit';

beforeAll(loadSodium);

/** A vault with people in it, closed, and the raw key of its database as SQLCipher writes it. */
async function filledVault(count: number): Promise<{ file: string; raw: string; dir: string }> {
  const dir = await copyOfVault();
  const imported = await rihai(['import', ...access(dir), '-'], { input: peopleLines(count) });
  expect(imported.exit, imported.stderr).toBe(0);
  const vault = await open(dir);
  const { header, keys } = stateOf(vault);
  const raw = `x'${toHex(keys.database)}${toHex(keys.databaseSalt)}'`;
  vault.close();
  return { dir, file: path.join(dir, header.db), raw };
}

describe('an independent SQLCipher 4', () => {
  it('opens the database with the raw key, finds it sound, and reads what was written', async () => {
    const { dir, file, raw } = await filledVault(300);
    const written = await withCaseFile(dir, ({ records }) =>
      records.all('person').map(({ id }) => id.replaceAll('-', '')),
    );
    expect(written).toHaveLength(300);
    const db = new Sqlcipher(file);
    db.pragma(`key = "${raw}"`);
    expect(db.pragma('cipher_integrity_check')).toEqual([]);
    expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const rows = db
      .prepare('SELECT lower(hex(id)) AS id, kind FROM record')
      .all<{ readonly id: string; readonly kind: string }>();
    db.close();
    const people = rows.filter(({ kind }) => kind === 'person').map(({ id }) => id);
    expect(people.sort()).toEqual([...written].sort());
  });

  it('opens nothing with another key, and tells of one flipped bit', async () => {
    const { file, raw } = await filledVault(20);
    const read = (key: string) => {
      const db = new Sqlcipher(file);
      try {
        db.pragma(`key = "${key}"`);
        return db.prepare('SELECT count(*) AS n FROM record').all();
      } finally {
        db.close();
      }
    };
    expect(read(raw)).toEqual([{ n: 20 }]);
    expect(() =>
      read(raw.replace(/^x'./u, (start) => (start === "x'0" ? "x'1" : "x'0"))),
    ).toThrow();
    const bytes = fs.readFileSync(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    fs.writeFileSync(file, bytes);
    expect(() => read(raw)).toThrow();
  });
});

describe('Argon2id', () => {
  // RFC 9106, section 5.3. It needs four lanes, a secret and associated data, which libsodium has
  // not: the vector vouches for OpenSSL's implementation, and that one for ours.
  it('of the implementation we compare with gives the vector of RFC 9106', () => {
    const tag = argon2Sync('argon2id', {
      ...{ message: Buffer.alloc(32, 1), nonce: Buffer.alloc(16, 2) },
      ...{ secret: Buffer.alloc(8, 3), associatedData: Buffer.alloc(12, 4) },
      ...{ parallelism: 4, tagLength: 32, memory: 32, passes: 3 },
    });
    expect(tag.toString('hex')).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    );
  });

  it.each([
    [PASSPHRASE, 64, 3],
    [OTHER_PASSPHRASE, 1024, 1],
    ['پاس ورڈ ۱۲۳', 4096, 5],
    ['x'.repeat(1024), 256, 16],
    [PASSPHRASE, 65_536, 3],
  ])('of ours is the same for %j at %i KiB and %i passes', (passphrase, mKib, t) => {
    const salt = Uint8Array.from({ length: 16 }, (_, at) => (at * 37 + mKib) & 255);
    const theirs = argon2Sync('argon2id', {
      ...{ message: utf8(passphrase), nonce: salt, parallelism: 1, tagLength: 32 },
      ...{ memory: mKib, passes: t },
    });
    expect(toHex(argon2id(utf8(passphrase), salt, mKib, t))).toBe(theirs.toString('hex'));
  });
});
