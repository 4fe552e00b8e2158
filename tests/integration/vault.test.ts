import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import Database from 'better-sqlite3';
import { utf8 } from '#core/kernel/bytes';
import { systemClock } from '#core/kernel/ports';
import { migrationOf, NEWEST_MIGRATION } from '#core/db/migrations/index';
import { ownIdentity, readVaultInfo } from '#core/vault/index';
import { writeHeader } from '#core/vault/header';
import { stateOf } from '#core/vault/vault-state';
import {
  CHEAP,
  closedVault,
  codeOf,
  codeOfSync,
  copyOfVault,
  deriveOnce,
  filesOf,
  newFolder,
  newVault,
  open,
  OTHER_PASSPHRASE,
  PASSPHRASE,
  SAMPLE_NAME,
  snapshot,
  streamOf,
} from './vault-kit';

describe('a new vault', () => {
  test('opens again with its passphrase, by the same hand', async () => {
    const { vault } = await newVault();
    const { dir, actor, device, vaultId } = vault;
    vault.close();
    const again = await open(dir);
    expect([again.actor, again.device, again.vaultId]).toEqual([actor, device, vaultId]);
    expect(again.slot).toBe(1);
    expect(again.audit.verify()).toBe(2);
    expect(migrationOf(again.db)).toBe(NEWEST_MIGRATION);
    again.close();
  });

  test('opens with its recovery key, typed carelessly, by nobody in particular', async () => {
    const { recoveryKey } = await closedVault();
    const dir = await copyOfVault();
    const text = ` ${recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
    const vault = await open(dir, { secret: { type: 'recovery', text } });
    expect(vault.slot).toBe(0);
    expect(ownIdentity(vault)).toBeUndefined();
    vault.close();
  });

  test('opens with a passphrase in another writing of the same characters', async () => {
    const passphrase = utf8('gravel ۱۲۳ anchor cushion pelican drum');
    const { vault } = await newVault({ passphrase });
    vault.close();
    const bytes = utf8('  gravel 123 anchor cushion pelican drum\n');
    const again = await open(vault.dir, { secret: { type: 'passphrase', bytes } });
    again.close();
    expect(again.slot).toBe(1);
  });

  test.skipIf(process.platform === 'win32')('is closed to other users', async () => {
    const { vault } = await newVault();
    await vault.blobs.put(streamOf(utf8('sample')), 6);
    const modes = [vault.dir, ...filesOf(vault.dir)].map((file) => fs.statSync(file).mode & 0o777);
    expect(new Set(modes)).toEqual(new Set([0o700, 0o600]));
    const folders = fs.readdirSync(vault.dir, { recursive: true, withFileTypes: true });
    for (const folder of folders.filter((entry) => entry.isDirectory())) {
      expect(fs.statSync(path.join(folder.parentPath, folder.name)).mode & 0o777).toBe(0o700);
    }
    vault.close();
  });

  test('lets nothing of its content be seen in its files, open or closed', async () => {
    const { vault } = await newVault();
    const marker = 'MARKER-Tamsili-4711';
    vault.db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(marker, marker);
    await vault.blobs.put(streamOf(utf8(marker.repeat(1000))), marker.length * 1000);
    const seen = () =>
      filesOf(vault.dir).filter((file) => {
        const bytes = fs.readFileSync(file);
        return [marker, SAMPLE_NAME, PASSPHRASE, 'CREATE TABLE'].some((text) =>
          bytes.includes(text),
        );
      });
    expect(seen()).toEqual([]);
    vault.close();
    expect(seen()).toEqual([]);
    const names = filesOf(vault.dir).map((file) => path.relative(vault.dir, file));
    expect(names.join(' ')).not.toContain('Khayali');
  });

  test('leaves no journal behind when closed, and closes twice without harm', async () => {
    const { vault } = await newVault();
    vault.close();
    vault.close();
    expect(fs.readdirSync(vault.dir).sort()).toEqual(
      ['blobs', 'main-000001.db', 'staging', 'vault.rhv', 'vault.rhv.bak'].sort(),
    );
    expect(await codeOfSync(() => ownIdentity(vault))).toBe('vault/locked');
  });

  test('is not made where something is, and a weak passphrase makes nothing', async () => {
    const dir = newFolder();
    fs.writeFileSync(path.join(dir, 'letter.txt'), 'kept');
    expect(await codeOf(newVault({ dir }))).toBe('vault/exists');
    expect(fs.readdirSync(dir)).toEqual(['letter.txt']);
    const other = path.join(newFolder(), 'vault');
    for (const weak of ['short', 'aaaaaaaaaaaaaaaaaaaa', 'pakistan zindabad']) {
      const made = newVault({ dir: other, passphrase: utf8(weak) });
      expect(await codeOf(made)).toBe('vault/weak-passphrase');
    }
    expect(fs.existsSync(other)).toBe(false);
  });

  test('takes away what it made when it cannot finish', async () => {
    const dir = path.join(newFolder(), 'vault');
    const broken = { nowMs: () => Number.NaN };
    expect(await codeOf(newVault({ dir, clock: broken }))).not.toBe('none');
    expect(fs.existsSync(dir)).toBe(false);
  });
});

describe('opening', () => {
  test('refuses a wrong passphrase and a wrong recovery key', async () => {
    const dir = await copyOfVault();
    const wrong = { type: 'passphrase', bytes: utf8(OTHER_PASSPHRASE) } as const;
    expect(await codeOf(open(dir, { secret: wrong }))).toBe('vault/passphrase');
    const empty = { type: 'passphrase', bytes: new Uint8Array(0) } as const;
    expect(await codeOf(open(dir, { secret: empty }))).toBe('vault/passphrase');
    const { recoveryKey } = await newVault().then(({ vault, ...rest }) => {
      vault.close();
      return rest;
    });
    for (const text of [recoveryKey, 'ABCD']) {
      const opened = open(dir, { secret: { type: 'recovery', text } });
      expect(await codeOf(opened)).toBe('vault/recovery-key');
    }
  });

  test('refuses a slot that is not there', async () => {
    expect(await codeOf(open(await copyOfVault(), { slot: 2 }))).toBe('vault/slot');
  });

  test('makes nothing where there is no vault', async () => {
    const dir = newFolder();
    expect(await codeOf(open(dir))).toBe('vault/missing');
    expect(await codeOf(open(path.join(dir, 'none')))).toBe('vault/missing');
    expect(fs.readdirSync(dir)).toEqual([]);
    const file = path.join(dir, 'letter.txt');
    fs.writeFileSync(file, 'sample');
    expect(await codeOf(open(file))).toBe('vault/missing');
    expect(await codeOf(newVault({ dir: file }))).toBe('vault/exists');
  });

  test('makes no database where the one the header names is gone', async () => {
    const dir = await copyOfVault();
    fs.rmSync(path.join(dir, 'main-000001.db'));
    expect(await codeOf(open(dir))).toBe('db/damaged');
    expect(fs.existsSync(path.join(dir, 'main-000001.db'))).toBe(false);
  });

  test('refuses a database that is not encrypted', async () => {
    const dir = await copyOfVault();
    const file = path.join(dir, 'main-000001.db');
    fs.rmSync(file);
    const plain = new Database(file);
    plain.exec('CREATE TABLE t (a)');
    plain.close();
    expect(await codeOf(open(dir))).toBe('db/plaintext');
  });

  test('refuses a database from a later version, by name, and leaves it alone', async () => {
    const { vault } = await newVault();
    vault.db.exec('PRAGMA user_version = 99990');
    vault.close();
    const before = snapshot(vault.dir);
    expect(await codeOf(open(vault.dir, { readOnly: true }))).toBe('db/newer');
    expect(snapshot(vault.dir)).toEqual(before);
    expect(await codeOf(open(vault.dir))).toBe('db/newer');
    expect(Object.keys(snapshot(vault.dir))).toEqual(Object.keys(before));
    expect(await codeOf(open(vault.dir))).toBe('db/newer');
  });

  test('refuses a header from a later version, by name', async () => {
    const dir = await copyOfVault();
    const [, json = ''] = fs.readFileSync(path.join(dir, 'vault.rhv'), 'utf8').split('\n');
    const titles = ['RIHAI-VAULT 2', 'RIHAI-VAULT 1'];
    const jsons = [json, json.replace('"suite":1', '"suite":2')];
    for (const [i, title] of titles.entries()) {
      const head = `${title}\n${jsons[i]}\n`;
      const sum = createHash('sha256').update(head).digest('hex');
      const text = `${head}sha256:${sum}\nmac:${'0'.repeat(64)}\n`;
      for (const name of ['vault.rhv', 'vault.rhv.bak'])
        fs.writeFileSync(path.join(dir, name), text);
      expect(await codeOf(open(dir))).toBe('vault/newer');
    }
  });

  test('refuses a derivation that is too weak or too large before it is made', async () => {
    const { vault } = await newVault();
    const { header, keys } = stateOf(vault);
    const headerKey = keys.header.slice();
    vault.close();
    const cases = [
      [{ mKib: 65_535, t: 3 }, 'kdf/weak'],
      [{ mKib: 65_536, t: 2 }, 'kdf/weak'],
      [{ mKib: 1_048_577, t: 3 }, 'kdf/excessive'],
      [{ mKib: 65_536, t: 17 }, 'kdf/excessive'],
      [{ mKib: 1_048_576, t: 9 }, 'kdf/excessive'],
    ] as const;
    let derivations = 0;
    const deriveKey = (input: Parameters<typeof deriveOnce>[0]) => {
      derivations += 1;
      return deriveOnce(input);
    };
    for (const [cost, code] of cases) {
      const passSlots = header.passSlots.map((slot) => ({ ...slot, ...cost }));
      const bytes = writeHeader({ ...header, passSlots }, headerKey);
      for (const name of ['vault.rhv', 'vault.rhv.bak']) {
        fs.writeFileSync(path.join(vault.dir, name), bytes);
      }
      expect(await codeOf(open(vault.dir, { deriveKey }))).toBe(code);
      expect(await codeOf(newVault({ policy: cost, deriveKey }))).toBe(code);
    }
    expect(derivations).toBe(0);
  });

  test('reads and writes nothing when asked to read only', async () => {
    const dir = await copyOfVault();
    const before = snapshot(dir);
    const vault = await open(dir, { readOnly: true });
    expect(vault.isReadOnly).toBe(true);
    expect(vault.audit.verify()).toBe(1);
    expect(vault.verifyPages()).toBeGreaterThan(10);
    expect(
      await codeOfSync(() => {
        vault.audit.append('sample', 'x');
      }),
    ).toBe('vault/read-only');
    expect(await codeOf(vault.blobs.put(streamOf(utf8('x')), 1))).toBe('vault/read-only');
    vault.close();
    expect(snapshot(dir)).toEqual(before);
  });
});

test('facts of a vault are readable without a secret, names are not among them', async () => {
  const { dir } = await closedVault();
  const info = readVaultInfo(dir);
  expect(info).toMatchObject({
    gen: 1,
    slots: [{ slot: 1, ...CHEAP }],
    recoverySlots: 1,
    isTwinned: true,
    blobCount: 0,
  });
  expect(JSON.stringify(info)).not.toContain(SAMPLE_NAME);
});

test('a full database is called a full disk, and what was there stays', async () => {
  const { vault } = await newVault({ clock: systemClock });
  const pages = vault.db.prepare<{ page_count: number }>('PRAGMA page_count').get()!.page_count;
  vault.db.prepare(`PRAGMA max_page_count = ${pages}`).get();
  const add = () => {
    vault.db
      .prepare('INSERT INTO secret (name, value) VALUES (?, ?)')
      .run('big', new Uint8Array(200_000));
  };
  expect(await codeOfSync(add)).toBe('disk/full');
  expect(
    await codeOfSync(() => {
      vault.db.transaction(add);
    }),
  ).toBe('disk/full');
  vault.close();
  const again = await open(vault.dir);
  expect(again.audit.verify()).toBe(2);
  again.close();
});
