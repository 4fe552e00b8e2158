import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';
import { editFile, filesOf, flipAt } from './vault-kit';

type Out<G extends keyof Contract, C extends keyof Contract[G]> = OutputOf<Contract[G][C]>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const OWN = 'walnut ferry lantern orbit quilt saddle';
const JOB = '3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b';
const NAME = 'Sample Khayali';

let desk: WindowDesk;
beforeEach(() => {
  desk = windowDesk();
});
afterEach(() => {
  desk.end();
});

const create = (text = NAME) =>
  desk.ask('records:create', {
    kind: 'person',
    edits: [{ path: 'names/new', value: { text, kind: 'legal' } }],
  });
const info = () => desk.value<Out<'vault', 'info'>>('vault:info');
const told = () => desk.events.filter(({ name }) => name === 'vaultDamaged');

/** Takes a paper in; answers its id. */
async function attach(text: string): Promise<string> {
  const file = join(desk.folder, 'order.txt');
  writeFileSync(file, text);
  const { token, files } = desk.chosen(file, 'read', text.length);
  const input = { tokens: [token], job: JOB, about: [] };
  const { documents } = await desk.value<Out<'documents', 'attach'>>(
    'documents:attach',
    input,
    files,
  );
  return documents[0]?.id ?? '';
}

const blobs = () => filesOf(join(desk.folder, 'vault', 'blobs'));

describe('damage that shows while the vault is open', () => {
  it('stops all writing but drafts, and lets everything that can be read be written readable and registered', async () => {
    await desk.open();
    const { value } = (await create()) as { readonly value: { readonly record: string } };
    const [whole, damaged] = [await attach('A whole order.'), await attach('A damaged order.')];
    const file = blobs().toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)[1] ?? '';
    editFile(file, flipAt(100));
    expect(await info()).toMatchObject({ isReadOnly: false });
    expect(told()).toEqual([]);
    expect(await desk.ask('documents:check', { id: damaged })).toMatchObject({
      error: { code: 'blob/damaged' },
    });
    expect(told()).toEqual([{ name: 'vaultDamaged', payload: { damage: 'blob/damaged' } }]);
    expect(await info()).toMatchObject({ isReadOnly: true, damage: 'blob/damaged' });
    for (const refused of [
      create('Sample Misali'),
      desk.ask('records:trash', { id: whole }),
      desk.ask('undo:run', { action: value.record }),
      desk.ask('keepers:rotate'),
    ])
      expect(await refused).toMatchObject({ error: { code: 'vault/damaged' } });
    const draft = { record: value.record, kind: 'person', path: 'occupation', value: 'tai' };
    expect(await desk.ask('drafts:save', draft)).toMatchObject({ ok: true });

    const dir = join(desk.folder, 'readable');
    mkdirSync(dir);
    const { token, files } = desk.chosen(dir, 'salvage');
    const done = await desk.value<Out<'salvage', 'readable'>>(
      'salvage:readable',
      { token, job: JOB },
      files,
    );
    expect(done).toMatchObject({ isCancelled: false, isNoted: true, lost: 1 });
    expect(done).toMatchObject({ records: 3, drafts: 1, documents: 1 });
    expect(done.lostShown[0]).toContain(damaged);
    expect(readFileSync(join(dir, 'records.jsonl'), 'utf8')).toContain(NAME);
    expect(readFileSync(join(dir, 'drafts.jsonl'), 'utf8')).toContain('"tai"');
    expect(readFileSync(join(dir, 'documents', '00001.txt'), 'utf8')).toBe('A whole order.');
    expect(readFileSync(join(dir, 'not-readable.txt'), 'utf8')).toContain(damaged);
    expect(statSync(join(dir, 'records.jsonl')).mode & 0o077).toBe(0);
    const { rows } = await desk.value<Out<'outside', 'list'>>('outside:list');
    const exported = rows.filter(({ kind }) => kind === 'export');
    expect(exported.map(({ place }) => place).toSorted()).toEqual(filesOf(dir).toSorted());
    for (const { place, sha256 } of exported)
      expect(sha256).toBe(createHash('sha256').update(readFileSync(place)).digest('hex'));

    // A folder that holds something is never written into.
    const again = desk.chosen(dir, 'salvage');
    expect(
      await desk.ask('salvage:readable', { token: again.token, job: JOB }, again.files),
    ).toMatchObject({ error: { code: 'input/exists' } });
  });

  it('takes away what an export wrote that is cancelled', async () => {
    const { file } = await desk.open();
    await create();
    await attach('An order.');
    const dir = join(desk.folder, 'readable');
    const stopping = file.exportReadable(dir, {
      assertGoingOn: () => {
        expect(existsSync(join(dir, 'records.jsonl'))).toBe(true);
        throw new RangeError('stopped');
      },
    });
    await expect(stopping).rejects.toThrow('stopped');
    expect(existsSync(dir)).toBe(false);
  });

  it('is found in the log too, and keeps nobody out of a session that is opened later', async () => {
    const { file } = await desk.open();
    await create();
    file.vault.db.exec('DROP TRIGGER audit_no_update');
    file.vault.db.prepare('UPDATE audit SET action = ? WHERE seq = 1').run('other');
    expect(await desk.value('log:verify')).toMatchObject({ isWhole: false });
    expect(await info()).toMatchObject({ isReadOnly: true, damage: 'audit/broken' });
    expect(await create()).toMatchObject({ error: { code: 'vault/damaged' } });
    desk.desk.close();
    const slot = { slot: 1, passphrase: bytes(OWN) };
    expect(await desk.value('vault:unlock', slot)).toMatchObject({ isDamaged: false });
    // A log that was altered keeps nobody out.
    expect(await info()).toMatchObject({ isReadOnly: false });
    expect(await create()).toMatchObject({ ok: true });
  });
});

describe('saving a damaged vault into a new one', () => {
  const salvage = (dir: string) => {
    const { token, files } = desk.chosen(dir, 'newVault');
    return desk.ask('salvage:intoVault', { token, passphrase: bytes(OWN), job: JOB }, files);
  };

  it('takes all that can be read, says what cannot, and opens under its own passphrase', async () => {
    await desk.open();
    await create();
    await attach('A whole order.');
    const whole = blobs();
    await attach('A damaged order.');
    const [file = ''] = blobs().filter((name) => !whole.includes(name));
    editFile(file, flipAt(100));
    const into = join(desk.folder, 'new');
    const done = (await salvage(into)) as { readonly value: Out<'salvage', 'intoVault'> };
    expect(done.value).toMatchObject({ isCancelled: false, records: 3, attachments: 1, lost: 1 });
    expect(done.value.lostShown[0]).toMatch(/^attachment [a-z2-7]{52}$/u);
    expect(done.value.recoveryKey).toMatch(/^(?:[0-9A-Z]{4}[- ]?){9}$/u);
    // The damaged one goes on as it was, and the folder of the new one is taken.
    expect(await desk.ask('trash:list')).toMatchObject({ ok: true });
    expect(await salvage(into)).toMatchObject({ error: { code: 'vault/exists' } });

    desk.desk.close();
    const { token, files } = desk.chosen(into, 'openVault');
    await desk.value('vault:choose', { token }, files);
    await desk.value('vault:unlock', { slot: 1, passphrase: bytes(OWN) });
    expect(await info()).toMatchObject({ isReadOnly: false, hand: 'Sample Vakil' });
    const found = await desk.value<Out<'search', 'query'>>('search:query', { text: NAME });
    expect(JSON.stringify(found)).toContain(NAME);
  });

  it('leaves nothing of one that is cancelled', async () => {
    await desk.open();
    await create();
    const into = join(desk.folder, 'new');
    const running = salvage(into);
    await desk.value('salvage:cancel', { job: JOB });
    expect(await running).toMatchObject({ value: { isCancelled: true, recoveryKey: '' } });
    expect(existsSync(into)).toBe(false);
  });
});

describe('restoring a backup where no vault is open', () => {
  const restore = (
    from: string,
    into: string,
    stem: string,
    passphrase = OWN,
    desks: WindowDesk = desk,
  ) => {
    const [a, b] = [desks.chosen(from, 'backups'), desks.chosen(into, 'newVault')];
    return desks.ask(
      'vault:restore',
      {
        tokens: [a.token, b.token],
        ...{ stem, way: 'passphrase', slot: 1, secret: bytes(passphrase), job: JOB },
      },
      { ...a.files, ...b.files },
    );
  };
  const backupsIn = (dir: string) => {
    const { token, files } = desk.chosen(dir, 'backups');
    return desk.ask('vault:backupsIn', { token }, files);
  };

  it('makes a vault of it in a new folder, and never writes over anything', async () => {
    await desk.open();
    await create();
    await attach('An order.');
    const stick = join(desk.folder, 'stick');
    const open = desk.chosen(stick, 'backups');
    await desk.value('backups:open', { token: open.token }, open.files);
    await desk.value('backups:make', { job: JOB });
    desk.desk.close();

    expect(await backupsIn(desk.folder)).toMatchObject({ error: { code: 'backup/none' } });
    const found = (await backupsIn(stick)) as { readonly value: Out<'vault', 'backupsIn'> };
    const [backup] = found.value.backups;
    expect(backup).toMatchObject({ faults: 0, missing: 0, slots: [1] });
    const stem = backup?.stem ?? '';
    const into = join(desk.folder, 'restored');
    mkdirSync(into);

    const before = desk.events.length;
    expect(await restore(stick, into, stem, 'not what opened it then')).toMatchObject({
      error: { code: 'vault/passphrase' },
    });
    // A wrong passphrase is told before anything is copied.
    expect(desk.events.length).toBe(before);
    expect(readdirSync(into)).toEqual([]);
    expect(await restore(stick, join(desk.folder, 'vault'), stem)).toMatchObject({
      error: { code: 'vault/exists' },
    });

    expect(await restore(stick, into, stem)).toMatchObject({
      value: { isCancelled: false, blobs: 1, missing: 0 },
    });
    expect(await desk.value('vault:state')).toMatchObject({
      isUnlocked: false,
      chosen: { folder: 'restored', slots: [1] },
    });
    await desk.value('vault:unlock', { slot: 1, passphrase: bytes(OWN) });
    const { records } = await info();
    expect(records.find(({ kind }) => kind === 'person')).toMatchObject({ records: 1 });
    expect(desk.desk.file().vault.dir).toBe(into);
  });

  it('leaves nothing of one that is cancelled', async () => {
    await desk.open();
    await attach('An order.');
    const stick = join(desk.folder, 'stick');
    const open = desk.chosen(stick, 'backups');
    await desk.value('backups:open', { token: open.token }, open.files);
    await desk.value('backups:make', { job: JOB });
    desk.desk.close();
    const found = (await backupsIn(stick)) as { readonly value: Out<'vault', 'backupsIn'> };
    const into = join(desk.folder, 'restored');
    const running = restore(stick, into, found.value.backups[0]?.stem ?? '');
    await desk.value('vault:cancelRestore', { job: JOB });
    expect(await running).toMatchObject({ value: { isCancelled: true } });
    expect(existsSync(into)).toBe(false);
  });
});
