import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { utf8 } from '#core/kernel/bytes';
import {
  checkBackups,
  knownBackups,
  listBackups,
  makeBackup,
  restoreBackup,
  type BackupStep,
} from '#core/backup/index';
import { rotateVaultKey } from '#core/vault/index';
import type { OpenVault } from '#core/vault/ports';
import { systemClock } from '#core/kernel/ports';
import {
  codeOf,
  collect,
  copyFolder,
  deriveOnce,
  editFile,
  filesOf,
  flipAt,
  newFolder,
  newVault,
  open,
  OTHER_PASSPHRASE,
  PASSPHRASE,
  streamOf,
} from './vault-kit';

const PAPER = 'an invented paper';

async function put(vault: OpenVault, text: string): Promise<string> {
  const { name } = await vault.blobs.put(streamOf(utf8(text)), text.length);
  vault.db.prepare('DELETE FROM setting WHERE name = ?').run(`blob-pending/${name}`);
  return name;
}

async function office() {
  const { vault, recoveryKey } = await newVault();
  const name = await put(vault, PAPER);
  vault.close();
  return { dir: vault.dir, name, recoveryKey };
}
let made: ReturnType<typeof office> | undefined;
async function openOffice() {
  const { dir, name, recoveryKey } = await (made ??= office());
  return {
    vault: await open(copyFolder(dir)),
    name,
    recoveryKey,
    stick: path.join(newFolder(), 'stick'),
  };
}

const PLAIN = { type: 'passphrase', bytes: utf8(PASSPHRASE) } as const;
const restore = (from: string, over: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({
    from,
    dir: path.join(newFolder(), 'restored'),
    secret: PLAIN,
    clock: systemClock,
    deriveKey: deriveOnce,
    ...over,
  });

describe('a backup', () => {
  test('is made, remembered, whole without any key, and opens as another device', async () => {
    const { vault, name, stick } = await openOffice();
    const backup = await makeBackup(vault, stick);
    expect(backup).toMatchObject({ blobs: 1, missing: [], removed: 0, place: stick });
    expect(knownBackups(vault)).toMatchObject([{ stem: backup.stem, place: stick }]);
    const { device, dir } = vault;
    vault.close();
    expect(checkBackups(stick)).toMatchObject([{ stem: backup.stem, faults: [], missing: 0 }]);
    const restored = path.join(newFolder(), 'restored');
    const facts = await restore(stick, { dir: restored });
    expect(facts).toMatchObject({ stem: backup.stem, blobs: 1, missing: [] });
    const again = await open(restored);
    expect(again.device).not.toBe(device);
    expect(new TextDecoder().decode(await collect(again.blobs.read(name)))).toBe(PAPER);
    again.close();
    expect(await codeOf(restore(stick, { dir: restored }))).toBe('vault/exists');
    expect(await codeOf(restore(stick, { dir }))).toBe('vault/exists');
  });

  test('shows nothing of what it holds', async () => {
    const { vault, stick } = await openOffice();
    await makeBackup(vault, stick);
    vault.close();
    for (const file of filesOf(stick)) {
      expect(fs.readFileSync(file).includes(PAPER), file).toBe(false);
    }
  });

  test('shares attachments with the one before, and a later one does not disturb it', async () => {
    const { vault, stick } = await openOffice();
    const first = await makeBackup(vault, stick);
    const blobs = () => filesOf(path.join(stick, 'blobs'));
    const [one] = blobs();
    const { mtimeMs } = fs.statSync(one!);
    await put(vault, 'another paper');
    await makeBackup(vault, stick);
    expect(blobs()).toHaveLength(2);
    expect(fs.statSync(one!).mtimeMs).toBe(mtimeMs);
    vault.close();
    expect(checkBackups(stick).map(({ faults }) => faults)).toEqual([[], []]);
    expect(await restore(stick)).toMatchObject({ blobs: 2 });
    expect(await restore(stick, { stem: first.stem })).toMatchObject({ blobs: 1 });
  });

  test('made before the vault key was changed opens with the old slots still', async () => {
    const { vault, stick, recoveryKey } = await openOffice();
    const { dir } = vault;
    const before = await makeBackup(vault, stick);
    rotateVaultKey(vault);
    const again = await open(dir);
    await makeBackup(again, stick);
    again.close();
    const secret = { type: 'recovery', text: recoveryKey } as const;
    expect(await restore(stick, { stem: before.stem, secret })).toMatchObject({ blobs: 1 });
    expect(await restore(stick, { secret })).toMatchObject({ blobs: 1 });
  });

  test('is not made into the vault itself, nor among those of another', async () => {
    const { vault, stick } = await openOffice();
    expect(await codeOf(makeBackup(vault, path.join(vault.dir, 'copies')))).toBe('backup/inside');
    await makeBackup(vault, stick);
    vault.close();
    const { vault: other } = await newVault();
    expect(await codeOf(makeBackup(other, stick))).toBe('backup/other-vault');
    other.close();
    expect(checkBackups(stick)).toMatchObject([{ faults: [] }]);
  });

  test('of a vault with a damaged attachment holds all else and says so, and keeps an earlier good one', async () => {
    const { vault, name, stick } = await openOffice();
    const first = await makeBackup(vault, stick);
    editFile(path.join(vault.dir, 'blobs', name.slice(0, 2), `${name}.rhb`), flipAt(90));
    expect(await makeBackup(vault, stick)).toMatchObject({ blobs: 0, missing: [name] });
    vault.close();
    expect(await restore(stick)).toMatchObject({ missing: [name] });
    expect(await restore(stick, { stem: first.stem })).toMatchObject({ missing: [] });
  });
});

describe('a medium', () => {
  const STEPS: readonly BackupStep[] = ['cleaned', 'database', 'blobs', 'verified'];

  test.each(STEPS)(
    'pulled out after "%s" holds no backup that counts, and is cleaned by the next',
    async (at) => {
      const { vault, stick } = await openOffice();
      const good = await makeBackup(vault, stick);
      await put(vault, 'another paper');
      const broken = makeBackup(vault, stick, (step) => {
        if (step === at) throw new Error('pulled out');
      });
      expect(await codeOf(broken)).toBe('internal');
      fs.writeFileSync(path.join(stick, '20260101T000000Z.db.part'), 'half');
      expect(listBackups(stick).map(({ stem }) => stem)).toEqual([good.stem]);
      expect(knownBackups(vault)).toHaveLength(1);
      const next = await makeBackup(vault, stick);
      vault.close();
      const names = fs.readdirSync(stick).filter((name) => name !== 'blobs');
      expect(names.sort()).toEqual(
        [good.stem, next.stem]
          .flatMap((stem) => ['db', 'rhm', 'rhv'].map((end) => `${stem}.${end}`))
          .sort(),
      );
      expect(checkBackups(stick).map(({ faults }) => faults)).toEqual([[], []]);
    },
  );

  test('that rots is found out by any desk, and the backup before it is taken', async () => {
    const { vault, stick } = await openOffice();
    const first = await makeBackup(vault, stick);
    const second = await makeBackup(vault, stick);
    vault.close();
    editFile(path.join(stick, `${second.stem}.db`), flipAt(5000));
    expect(checkBackups(stick).map(({ faults }) => faults)).toEqual([['database'], []]);
    expect(await restore(stick)).toMatchObject({ stem: first.stem });
    expect(await codeOf(restore(stick, { stem: second.stem }))).toBe('backup/damaged');
    editFile(path.join(stick, `${first.stem}.rhm`), flipAt(60));
    expect(checkBackups(stick)[1]?.faults).toEqual(['manifest']);
    expect(await codeOf(restore(stick))).toBe('backup/damaged');
    expect(await codeOf(restore(newFolder()))).toBe('backup/none');
  });

  test('that somebody else wrote on is refused, and nothing of it stays', async () => {
    const { vault, stick } = await openOffice();
    const { stem } = await makeBackup(vault, stick);
    vault.close();
    const file = path.join(stick, `${stem}.rhm`);
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    lines[3] = `mac:${'0'.repeat(64)}`;
    fs.writeFileSync(file, lines.join('\n'));
    const dir = path.join(newFolder(), 'restored');
    expect(await codeOf(restore(stick, { dir }))).toBe('backup/forged');
    const wrong = { type: 'passphrase', bytes: utf8(OTHER_PASSPHRASE) } as const;
    expect(await codeOf(restore(stick, { dir, secret: wrong }))).toBe('vault/passphrase');
    expect(fs.existsSync(dir)).toBe(false);
  });
});
