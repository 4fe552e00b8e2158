import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeBackup } from '#core/backup/index';
import { migrationOf, NEWEST_MIGRATION } from '#core/db/migrations/index';
import { openDatabase } from '#core/db/open';
import { truthOf } from '#core/db/repositories/truth';
import { readVaultInfo, rotateVaultKey } from '#core/vault/index';
import { stateOf } from '#core/vault/vault-state';
import { codeOf, newFolder, newVault, open } from './vault-kit';

describe('a vault of an earlier version', () => {
  test('upgrades an older database on a copy that the header then names', async () => {
    const { vault } = await newVault({ schema: 20 });
    vault.db.prepare("INSERT INTO setting (name, value) VALUES ('kept', 'yes')").run();
    vault.close();
    expect(await codeOf(open(vault.dir, { readOnly: true }))).toBe('vault/read-only');
    const again = await open(vault.dir);
    expect(migrationOf(again.db)).toBe(NEWEST_MIGRATION);
    const kept = again.db.prepare("SELECT value FROM setting WHERE name = 'kept'").get();
    expect(kept).toEqual({ value: 'yes' });
    expect(again.verifyPages()).toBeGreaterThan(10);
    again.close();
    expect(readVaultInfo(vault.dir)).toMatchObject({ gen: 2, isTwinned: true });
    const mains = () => fs.readdirSync(vault.dir).filter((name) => name.endsWith('.db'));
    expect(mains()).toEqual(['main-000002.db', 'old-000020.db']);
    expect(fs.statSync(path.join(vault.dir, 'main-000002.db')).mode & 0o077).toBe(0);
    // Broken off before the old one got the name it is kept under: the next unlock gives it.
    fs.renameSync(path.join(vault.dir, 'old-000020.db'), path.join(vault.dir, 'main-000001.db'));
    const next = await open(vault.dir);
    expect(mains()).toEqual(['main-000002.db', 'old-000020.db']);
    await makeBackup(next, newFolder());
    expect(mains()).toEqual(['main-000002.db']);
    next.close();
    (await open(vault.dir)).close();
    expect(mains()).toEqual(['main-000002.db']);
  });

  test('keeps the database from before an upgrade as it was, and drops it when the key is changed', async () => {
    const { vault } = await newVault({ schema: 40 });
    vault.close();
    const again = await open(vault.dir);
    const old = path.join(vault.dir, 'old-000040.db');
    const { database, databaseSalt } = stateOf(again).keys;
    const kept = openDatabase(old, { key: database, salt: databaseSalt }, { readOnly: true });
    expect([migrationOf(kept.db), truthOf(kept.db)['audit']]).toEqual([40, 1]);
    expect(kept.verifyPages()).toBeGreaterThan(10);
    kept.close();
    rotateVaultKey(again);
    expect(fs.existsSync(old)).toBe(false);
    (await open(vault.dir)).close();
  });
});
