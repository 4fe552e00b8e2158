import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { toHex, utf8 } from '#core/kernel/bytes';
import { changePassphrase, readVaultInfo } from '#core/vault/index';
import type { OpenVault } from '#core/vault/ports';
import {
  CHEAP,
  codeOf,
  codeOfSync,
  collect,
  copyFolder,
  copyOfVault,
  editFile,
  flipAt,
  newVault,
  open,
  OTHER_PASSPHRASE,
  streamOf,
} from './vault-kit';

const COPIES = ['vault.rhv', 'vault.rhv.bak'];
const DB = 'main-000001.db';

describe('a damaged header', () => {
  test('with any one byte flipped in both copies is damaged or forged, never a wrong passphrase', async () => {
    const dir = await copyOfVault();
    const sound = fs.readFileSync(path.join(dir, 'vault.rhv'));
    const macLine = sound.indexOf('\nmac:') + 5;
    for (let at = 0; at < sound.length; at += 1) {
      for (const name of COPIES) fs.writeFileSync(path.join(dir, name), flipAt(at)(sound));
      const code = await codeOf(open(dir));
      const isHexStill = at >= macLine && /[0-9b-g]/u.test(String.fromCharCode(sound[at]!));
      if (isHexStill && code === 'vault/header-forged') continue;
      expect(`${at} ${code}`).toBe(`${at} vault/header-damaged`);
    }
  });

  test('cut short anywhere in both copies is damaged', async () => {
    const dir = await copyOfVault();
    const sound = fs.readFileSync(path.join(dir, 'vault.rhv'));
    for (const length of [0, 1, 13, 14, 200, sound.length - 66, sound.length - 1]) {
      for (const name of COPIES) fs.writeFileSync(path.join(dir, name), sound.subarray(0, length));
      expect(await codeOf(open(dir))).toBe('vault/header-damaged');
    }
  });

  test.each(COPIES)('is made good from the other copy: %s', async (name) => {
    const dir = await copyOfVault();
    const file = path.join(dir, name);
    const sound = fs.readFileSync(file);
    const hurts = [
      () => {
        editFile(file, flipAt(40));
      },
      () => {
        fs.truncateSync(file, 100);
      },
      () => {
        fs.rmSync(file);
      },
      () => {
        fs.appendFileSync(file, 'x');
      },
    ];
    for (const hurt of hurts) {
      hurt();
      expect(readVaultInfo(dir).isTwinned).toBe(false);
      (await open(dir, { readOnly: true })).close();
      expect(readVaultInfo(dir).isTwinned).toBe(false);
      (await open(dir)).close();
      expect(toHex(fs.readFileSync(file))).toBe(toHex(sound));
    }
  });

  test('of a higher generation that nobody could have signed does not win', async () => {
    const dir = await copyOfVault();
    const file = path.join(dir, 'vault.rhv');
    const sound = fs.readFileSync(file, 'utf8');
    const forge = (name: string) => {
      const [title, json = ''] = sound.split('\n');
      const head = `${title}\n${json.replace('"gen":1,', '"gen":7,')}\n`;
      const sum = createHash('sha256').update(head).digest('hex');
      fs.writeFileSync(path.join(dir, name), `${head}sha256:${sum}\nmac:${'a'.repeat(64)}\n`);
    };
    forge('vault.rhv');
    (await open(dir)).close();
    expect(fs.readFileSync(file, 'utf8')).toBe(sound);
    for (const name of COPIES) forge(name);
    expect(await codeOf(open(dir))).toBe('vault/header-forged');
  });

  test('does not let a passphrase back in that was changed just before a crash', async () => {
    const dir = await copyOfVault();
    const old = fs.readFileSync(path.join(dir, 'vault.rhv.bak'));
    const vault = await open(dir);
    await changePassphrase(vault, { passphrase: utf8(OTHER_PASSPHRASE), policy: CHEAP });
    vault.close();
    fs.writeFileSync(path.join(dir, 'vault.rhv.bak'), old);
    expect(await codeOf(open(dir))).toBe('vault/passphrase');
    const secret = { type: 'passphrase', bytes: utf8(OTHER_PASSPHRASE) } as const;
    (await open(dir, { secret })).close();
    expect(readVaultInfo(dir)).toMatchObject({ gen: 2, isTwinned: true });
  });
});

describe('a damaged database', () => {
  let whole: string;
  beforeAll(async () => {
    const { vault } = await newVault();
    for (let row = 0; row < 40; row += 1) {
      vault.db
        .prepare('INSERT INTO secret (name, value) VALUES (?, ?)')
        .run(`row-${row}`, vault.random.bytes(3000));
    }
    vault.db.exec("DELETE FROM secret WHERE name LIKE 'row-1%'");
    vault.close();
    whole = vault.dir;
  });

  /** What opening and checking every page says. */
  const check = (dir: string): Promise<string> =>
    codeOf(
      open(dir, { readOnly: true }).then((vault) => {
        try {
          vault.verifyPages();
        } finally {
          vault.close();
        }
      }),
    );

  test('with one byte flipped on any page is found, free pages too', async () => {
    expect(await check(whole)).toBe('none');
    const dir = copyFolder(whole);
    const file = path.join(dir, DB);
    const sound = fs.readFileSync(file);
    for (let page = 0; page * 4096 < sound.length; page += 1) {
      const at = page * 4096 + ((page * 977) % 4096);
      fs.writeFileSync(file, flipAt(at)(sound));
      expect(`page ${page}: ${await check(dir)}`).toBe(`page ${page}: db/damaged`);
    }
  });

  test('with a flipped byte in the first page is refused at opening', async () => {
    for (const at of [0, 15, 16, 100, 4015, 4090]) {
      const dir = copyFolder(whole);
      editFile(path.join(dir, DB), flipAt(at));
      expect(await codeOf(open(dir))).toBe('db/damaged');
    }
  });

  test('cut short is found', async () => {
    const { size } = fs.statSync(path.join(whole, DB));
    for (const length of [0, 1, 16, 4095, 4096, 8192, size - 4096, size - 1]) {
      const dir = copyFolder(whole);
      fs.truncateSync(path.join(dir, DB), length);
      expect(`${length} ${await check(dir)}`).toBe(`${length} db/damaged`);
      expect(fs.statSync(path.join(dir, DB)).size).toBe(length);
    }
  });

  test('of another vault is refused', async () => {
    const dir = copyFolder(whole);
    const { vault } = await newVault();
    vault.close();
    fs.copyFileSync(path.join(vault.dir, DB), path.join(dir, DB));
    expect(await codeOf(open(dir))).toBe('db/damaged');
  });
});

describe('a damaged attachment', () => {
  let vault: OpenVault;
  let name: string;
  let file: string;
  const data = Buffer.alloc(150_000, 'sample statement ');
  beforeAll(async () => {
    ({ vault } = await newVault());
    ({ name } = await vault.blobs.put(streamOf(data), data.length));
    file = path.join(vault.dir, 'blobs', name.slice(0, 2), `${name}.rhb`);
  });

  async function withDamage(hurt: () => void): Promise<string> {
    const sound = fs.readFileSync(file);
    hurt();
    const code = await codeOf(vault.blobs.verify(name));
    expect(await codeOf(collect(vault.blobs.read(name)))).toBe(code);
    fs.writeFileSync(file, sound);
    expect(await codeOf(vault.blobs.verify(name))).toBe('none');
    return code;
  }

  test('with one byte flipped anywhere is found', async () => {
    const { size } = fs.statSync(file);
    const places = [0, 4, 5, 6, 7, 8, 39, 40, 63, 64, 65, 80, 65_616, 65_617, 131_170, size - 1];
    for (const at of places) {
      expect(
        await withDamage(() => {
          editFile(file, flipAt(at));
        }),
      ).toBe('blob/damaged');
    }
  });

  test('cut short, lengthened, or with chunks out of place is found', async () => {
    const { size } = fs.statSync(file);
    for (const length of [0, 10, 63, 64, 65, 81, 82, 65_617, 131_170, size - 1]) {
      expect(
        await withDamage(() => {
          fs.truncateSync(file, length);
        }),
      ).toBe('blob/damaged');
    }
    const hurts = [
      () => {
        fs.appendFileSync(file, 'x');
      },
      () => {
        editFile(file, (bytes) => {
          const out = bytes.slice();
          out.set(bytes.subarray(64, 64 + 65_553), 64 + 65_553);
          out.set(bytes.subarray(64 + 65_553, 64 + 2 * 65_553), 64);
          return out;
        });
      },
    ];
    for (const hurt of hurts) expect(await withDamage(hurt)).toBe('blob/damaged');
  });

  test('that is gone is missing, and so is one that never was', async () => {
    expect(
      await withDamage(() => {
        fs.rmSync(file);
      }),
    ).toBe('blob/missing');
    expect(await codeOf(vault.blobs.verify('a'.repeat(52)))).toBe('blob/missing');
  });

  test('is replaced when the same bytes are attached again', async () => {
    editFile(file, flipAt(70));
    const again = await vault.blobs.put(streamOf(data), data.length);
    expect(again.name).toBe(name);
    expect(toHex(await collect(vault.blobs.read(name)))).toBe(toHex(data));
  });
});

describe('a damaged audit log', () => {
  test('names the row where it breaks', async () => {
    const { vault } = await newVault();
    for (let i = 0; i < 5; i += 1) vault.audit.append('sample', `row/${i}`, { b: 1, a: 'x' });
    expect(vault.audit.verify()).toBe(6);
    expect(
      await codeOfSync(() => {
        vault.db.exec('DELETE FROM audit WHERE seq = 6');
      }),
    ).not.toBe('none');
    expect(
      await codeOfSync(() => {
        vault.db.exec("UPDATE audit SET action = 'x'");
      }),
    ).not.toBe('none');
    vault.db.exec('DROP TRIGGER audit_no_update');
    vault.db.exec("UPDATE audit SET object_ref = 'row/9' WHERE seq = 4");
    try {
      vault.audit.verify();
      expect.unreachable();
    } catch (error) {
      expect(isAppError(error, 'audit/broken') && error.params).toEqual({
        ...{ seq: 4, reason: 'row' },
      });
    }
    vault.close();
  });
});
