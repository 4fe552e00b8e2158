import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { LEAST_PART_BYTES } from '#core/sharing/index';
import { fill, takeFile, bundleFile, desk, introduce } from '#tests/fixtures/exchange-desks';
import {
  carry,
  filesIn,
  folderDesks,
  group,
  movingClock,
  SETTINGS,
  sync,
  type FolderDesk,
} from '#tests/fixtures/folder-desks';
import { codeOf, codeOfSync, newFolder, streamOf } from './vault-kit';

let made = 0;
const person = (text: string) => ({
  ...{ kind: 'person', id: `p${(made += 1)}` },
  names: [{ text, kind: 'legal' }],
});

const open: FolderDesk[] = [];
afterEach(() => {
  for (const { vault } of open.splice(0)) vault.close();
});

async function desks(names: readonly string[], options = {}) {
  const clock = movingClock();
  const made = await folderDesks(names, clock, { isOnePlace: true, ...options });
  open.push(...made);
  return { clock, desks: made };
}

const two = async (options = {}) => {
  const { clock, desks: made } = await desks(['Sample One', 'Sample Two'], options);
  const [a, b] = made as [FolderDesk, FolderDesk];
  return { clock, a, b };
};

const three = async (options = {}) => {
  const names = ['Sample One', 'Sample Two', 'Sample Three'];
  const { clock, desks: made } = await desks(names, options);
  const [a, b, c] = made as [FolderDesk, FolderDesk, FolderDesk];
  return { clock, a, b, c };
};

const has = ({ file }: FolderDesk, id: RecordId): boolean => file.records.get(id) !== undefined;
const bundlesIn = (place: string) => filesIn(place).filter((name) => name.endsWith('.rihai'));

const attach = ({ file }: FolderDesk, bytes: Uint8Array, title: string) =>
  file.documents.attach(
    { bytes: streamOf(bytes), sizeBytes: bytes.length },
    { originalName: `${title}.txt`, about: [], title },
  );

describe('a shared folder', () => {
  it('brings what one desk writes to the others, and is empty of it when all have it', async () => {
    const { a, b, c } = await three();
    const [id] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    const sent = await sync(a);
    expect(sent.sent).toMatchObject({ bundles: 1, files: 0 });
    expect(sent.outstanding.map(({ name }) => name).sort()).toEqual(['Sample Three', 'Sample Two']);
    expect((await sync(b)).taken).toMatchObject([{ from: 'Sample One', bundles: 1, asking: 0 }]);
    await sync(c);
    expect([has(b, id), has(c, id)]).toEqual([true, true]);
    const after = await sync(a);
    expect(after).toMatchObject({ removed: 1, outstanding: [], sent: { bundles: 0 } });
    await sync(b);
    await sync(c);
    // What is left are receipts, one file a desk that took something.
    expect(bundlesIn(a.place)).toHaveLength(2);
  });

  it('changes nothing when it runs again', async () => {
    const { a, b } = await two();
    await fill(a.file, [person('Sample Farzi')]);
    for (const one of [a, b, a, b]) await sync(one);
    const files = filesIn(a.place);
    for (const one of [a, b, b, a]) {
      const { taken, sent, removed, waits } = await sync(one);
      expect({ taken, sent, removed, waits }).toMatchObject({
        ...{ taken: [], removed: 0, waits: [] },
        sent: { bundles: 0 },
      });
    }
    expect(filesIn(a.place)).toEqual(files);
  });

  it('does not send on what everybody got from its writer', async () => {
    const { a, b, c } = await three();
    for (const one of [a, b, c]) await sync(one);
    await fill(a.file, [person('Sample Farzi')]);
    await sync(a);
    expect((await sync(b)).sent.bundles).toBe(0);
    expect((await sync(c)).sent.bundles).toBe(0);
  });

  it('waits at a gap, and goes on when it closes', async () => {
    const { a, b } = await two();
    const [first] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    await sync(a);
    const [held] = bundlesIn(a.place) as [string];
    const [second] = (await fill(a.file, [person('Sample Khayali')])) as [RecordId];
    await sync(a);
    const aside = path.join(newFolder(), held);
    fs.renameSync(path.join(a.place, held), aside);
    const waiting = await sync(b);
    expect(waiting.waits).toMatchObject([{ reason: 'gap', from: 'Sample One' }]);
    expect([has(b, first), has(b, second)]).toEqual([false, false]);
    fs.renameSync(aside, path.join(a.place, held));
    expect((await sync(b)).waits).toEqual([]);
    expect([has(b, first), has(b, second)]).toEqual([true, true]);
  });

  it('sends everything anew to whoever lost a bundle', async () => {
    const { a, b } = await two();
    const [first] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    await sync(a);
    const [lost] = bundlesIn(a.place) as [string];
    const [second] = (await fill(a.file, [person('Sample Khayali')])) as [RecordId];
    await sync(a);
    fs.rmSync(path.join(a.place, lost));
    expect((await sync(a)).sent.bundles).toBe(1);
    await sync(b);
    expect([has(b, first), has(b, second)]).toEqual([true, true]);
  });

  it('gives a desk that was away for 31 days one bundle in place of the many', async () => {
    const { clock, a, b, c } = await three();
    const ids: RecordId[] = [];
    for (const name of ['Sample Farzi', 'Sample Khayali', 'Sample Misal']) {
      ids.push(...(await fill(a.file, [person(name)])));
      await sync(a);
      await sync(b);
    }
    clock.forward(31);
    expect((await sync(a)).sent.bundles).toBe(1);
    await sync(b);
    await sync(a);
    // What is left of the first desk is the one that waits for the third.
    expect(a.file.exchange.folders.list()[0]?.outstanding).toMatchObject([
      { name: 'Sample Three', bundles: 1 },
    ]);
    await sync(c);
    expect(ids.map((id) => has(c, id))).toEqual([true, true, true]);
    const [last] = (await fill(a.file, [person('Sample Akhir')])) as [RecordId];
    await sync(a);
    expect((await sync(b)).waits).toEqual([]);
    expect((await sync(c)).waits).toEqual([]);
    expect([has(b, last), has(c, last)]).toEqual([true, true]);
  });

  it('sends on what a desk that is gone never made reach everybody', async () => {
    const { clock, a, b, c } = await three();
    for (const one of [a, b, c]) await sync(one);
    const [id] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    await sync(a);
    await sync(b);
    for (const name of bundlesIn(a.place)) fs.rmSync(path.join(a.place, name));
    clock.forward(31);
    await sync(b, { anew: true });
    await sync(c);
    expect(has(c, id)).toBe(true);
  });

  it('gives a member who joins late everything, and goes on with all', async () => {
    const { clock, a, b } = await two();
    const [first] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    await attach(a, Buffer.from('Sample FIR'), 'Sample FIR');
    for (const one of [a, b, a, b]) await sync(one);
    const late: FolderDesk = { ...(await desk('Sample Late', clock)), place: a.place };
    open.push(late);
    await introduce(a, late);
    await introduce(b, late);
    group(a, [late]);
    group(b, [late]);
    group(late, [a, b]);
    late.file.exchange.folders.add(late.place, SETTINGS);
    expect((await sync(a)).sent).toMatchObject({ bundles: 2, files: 1 });
    expect((await sync(late)).taken).toMatchObject([{ from: 'Sample One', bundles: 2, files: 1 }]);
    const [second] = (await fill(a.file, [person('Sample Khayali')])) as [RecordId];
    await sync(a);
    for (const one of [b, late])
      expect((await sync(one)).waits.filter(({ reason }) => reason !== 'not-for-you')).toEqual([]);
    expect([first, second].map((id) => has(late, id))).toEqual([true, true]);
    expect(has(b, second)).toBe(true);
  });

  it('sends facts first and attachments in bundles of their own, cut to the size that was set', async () => {
    const { a, b } = await two({ settings: { ...SETTINGS, partBytes: LEAST_PART_BYTES } });
    const bytes = Buffer.alloc(300_000, 'Sample scan ');
    await attach(a, bytes, 'Sample scan');
    const { sent } = await sync(a);
    expect(sent).toMatchObject({ bundles: 2, files: 1 });
    const sizes = filesIn(a.place).map((name) => fs.statSync(path.join(a.place, name)).size);
    expect(Math.max(...sizes)).toBe(LEAST_PART_BYTES);
    expect(filesIn(a.place).every((name) => /^[a-z2-7]{26}\.(?:rihai|bin)$/u.test(name))).toBe(
      true,
    );
    const [piece] = filesIn(a.place).filter((name) => name.endsWith('.bin')) as [string];
    const aside = path.join(newFolder(), piece);
    fs.renameSync(path.join(a.place, piece), aside);
    // The facts are here; the attachment waits for its piece.
    const first = await sync(b);
    expect(first.taken).toMatchObject([{ bundles: 1, files: 0 }]);
    expect(first.waits).toMatchObject([{ reason: 'arriving' }]);
    fs.copyFileSync(aside, path.join(a.place, piece));
    expect((await sync(b)).taken).toMatchObject([{ bundles: 1, files: 1 }]);
    await sync(a);
    expect(filesIn(a.place).filter((name) => name.endsWith('.bin'))).toEqual([]);
  });

  it('takes nothing of a file that is still being copied', async () => {
    const { a, b } = await two();
    const [id] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    await sync(a);
    const [name] = bundlesIn(a.place) as [string];
    const whole = fs.readFileSync(path.join(a.place, name));
    for (const length of [0, 40, 300, whole.length - 1]) {
      fs.writeFileSync(path.join(a.place, name), whole.subarray(0, length));
      expect((await sync(b)).waits).toMatchObject([{ name, reason: 'arriving' }]);
      expect(has(b, id)).toBe(false);
    }
    fs.writeFileSync(path.join(a.place, name), whole);
    await sync(b);
    expect(has(b, id)).toBe(true);
  });

  it('leaves alone what sync programs and others put there', async () => {
    const { a, b } = await two();
    await fill(a.file, [person('Sample Farzi')]);
    await sync(a);
    const [name] = bundlesIn(a.place) as [string];
    const bytes = fs.readFileSync(path.join(a.place, name));
    const others = {
      [`.syncthing.${name}.tmp`]: bytes.subarray(0, 100),
      [`~syncthing~${name}.tmp`]: bytes.subarray(0, 100),
      [`.${name}.~1a2b`]: bytes.subarray(0, 100),
      [`${name.replace('.rihai', '')}.sync-conflict-20261201-000000-SAMPLEX.rihai`]: bytes,
      'Sample notes.txt': Buffer.from('Sample'),
      'foreign.rihai': Buffer.from('age-encryption.org/v1\nnothing of the kind\n'),
    };
    for (const [other, content] of Object.entries(others))
      fs.writeFileSync(path.join(a.place, other), content);
    fs.symlinkSync('/dev/zero', path.join(a.place, 'endless.rihai'));
    fs.mkdirSync(path.join(a.place, 'folder.rihai'));
    const { waits, taken } = await sync(b);
    expect(taken).toMatchObject([{ bundles: 1 }]);
    expect(waits.map((one) => one.name)).toEqual(['foreign.rihai']);
    for (const one of [a, b, a]) await sync(one);
    expect(filesIn(a.place)).toEqual(expect.arrayContaining(Object.keys(others)));
  });

  it('takes nothing from outside the group, unverified, or made by hand', async () => {
    const { clock, a, b } = await two();
    const stranger: FolderDesk = { ...(await desk('Sample Stranger', clock)), place: a.place };
    open.push(stranger);
    await introduce(a, stranger);
    group(stranger, [a]);
    stranger.file.exchange.folders.add(stranger.place, SETTINGS);
    const [id] = (await fill(stranger.file, [person('Sample Farzi')])) as [RecordId];
    await sync(stranger);
    fs.copyFileSync(await bundleFile(b, [a]), path.join(a.place, 'by-hand.rihai'));
    expect((await sync(a)).waits.map(({ reason, from }) => [reason, from]).sort()).toEqual([
      ['by-hand', 'Sample Two'],
      ['not-member', 'Sample Stranger'],
    ]);
    a.file.exchange.cards.revoke('Sample Stranger');
    group(a, [stranger]);
    const refused = await sync(a);
    expect(refused.waits).toContainEqual(
      expect.objectContaining({ reason: 'refused', code: 'bundle/revoked' }),
    );
    expect(refused.leftOut).toEqual([{ name: 'Sample Stranger', state: 'revoked' }]);
    expect(has(a, id)).toBe(false);
  });

  it('refuses pieces of another bundle, and pieces put in another order', async () => {
    const { a, b } = await two({ settings: { ...SETTINGS, partBytes: LEAST_PART_BYTES } });
    await attach(a, Buffer.alloc(300_000, 'Sample scan '), 'Sample scan');
    await sync(a);
    const pieces = filesIn(a.place)
      .filter((name) => name.endsWith('.bin'))
      .map((name) => path.join(a.place, name))
      .filter((file) => fs.statSync(file).size === LEAST_PART_BYTES);
    const [one, other] = pieces as [string, string];
    const kept = [fs.readFileSync(one), fs.readFileSync(other)] as const;
    fs.writeFileSync(one, kept[1]);
    fs.writeFileSync(other, kept[0]);
    const { taken, waits } = await sync(b);
    expect(taken).toMatchObject([{ bundles: 1, files: 0 }]);
    expect(waits).toMatchObject([{ reason: 'arriving' }]);
    fs.writeFileSync(one, kept[0]);
    fs.writeFileSync(other, kept[1]);
    expect((await sync(b)).taken).toMatchObject([{ bundles: 1, files: 1 }]);
  });

  it('does not take an old bundle that somebody put back', async () => {
    const { a, b } = await two();
    const [id] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    await sync(a);
    const [name] = bundlesIn(a.place) as [string];
    const old = fs.readFileSync(path.join(a.place, name));
    for (const one of [b, a]) await sync(one);
    fs.writeFileSync(path.join(a.place, 'again.rihai'), old);
    const before = b.file.records.get(id);
    expect(await sync(b)).toMatchObject({ taken: [], waits: [] });
    expect(b.file.records.get(id)).toEqual(before);
  });

  it('asks before it deletes, and keeps the question when the bundle is gone', async () => {
    const { a, b } = await two();
    const [id] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    for (const one of [a, b, a]) await sync(one);
    a.file.trash.trash(id);
    await sync(a);
    expect((await sync(b)).taken).toMatchObject([{ changes: 0, asking: 1 }]);
    await sync(a);
    expect(b.file.records.get(id)?.isTrashed).toBe(false);
    const [asked] = b.file.exchange.aside.list();
    expect(asked).toMatchObject({ record: id, question: 'deletes', from: 'Sample One' });
    b.file.exchange.aside.answer([asked!.change], 'take');
    expect(b.file.records.get(id)?.isTrashed).toBe(true);
    expect(b.file.exchange.aside.list()).toEqual([]);
    expect(await codeOfSync(() => b.file.exchange.aside.answer([asked!.change], 'take'))).toBe(
      'input/not-found',
    );
  });

  it('lets only the levels of its settings leave', async () => {
    const { a, b } = await two({ settings: { ...SETTINGS, purpose: 'committee', level: 'team' } });
    const [id] = (await fill(a.file, [
      person('Sample Farzi'),
      { ...person('Sample Khayali'), level: 'privileged' },
    ])) as [RecordId];
    await sync(a);
    await sync(b);
    expect(
      b.file.list({ kind: 'person', isTrashed: false, limit: 9, offset: 0 }).map((one) => one.id),
    ).toEqual([id]);
  });

  it('never writes into an empty folder where a stick should be', async () => {
    const { a, b } = await two();
    const [id] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    await sync(a);
    for (const name of filesIn(a.place)) fs.rmSync(path.join(a.place, name));
    expect(await codeOf(sync(a))).toBe('folder/empty');
    expect(filesIn(a.place)).toEqual([]);
    await sync(a, { anew: true });
    await sync(b);
    expect(has(b, id)).toBe(true);
  });

  it('stops when it is called off, and goes on the next time', async () => {
    const { a, b } = await two();
    const [id] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    let left = 3;
    const halfway = { isCancelled: () => (left -= 1) < 0 };
    expect(await sync(a, halfway)).toMatchObject({ isCancelled: true });
    await sync(a);
    left = 1;
    expect(await sync(b, halfway)).toMatchObject({ isCancelled: true });
    await sync(b);
    expect(has(b, id)).toBe(true);
  });

  it('crosses by a stick that only ever holds what one desk put on it', async () => {
    const { desks: made } = await desks(['Sample One', 'Sample Two'], { isOnePlace: false });
    const [a, b] = made as [FolderDesk, FolderDesk];
    const stick = newFolder();
    const ids = [];
    for (let round = 0; round < 3; round += 1)
      for (const one of [a, b]) {
        carry(stick, one.place);
        ids.push(...(await fill(one.file, [person(`Sample ${one.name} ${round}`)])));
        await sync(one);
        carry(one.place, stick);
      }
    carry(stick, a.place);
    await sync(a);
    expect(ids.every((id) => has(a, id) && has(b, id))).toBe(true);
  });

  it('sees what came by hand before as taken', async () => {
    const { a, b } = await two();
    await fill(a.file, [person('Sample Farzi')]);
    await sync(a);
    const [name] = bundlesIn(a.place) as [string];
    await takeFile(b, path.join(a.place, name));
    expect((await sync(b)).taken).toEqual([]);
    expect((await sync(a)).removed).toBe(1);
  });
});

describe('the settings of shared folders', () => {
  it('refuse the vault, what is not there, what is there already, and what cannot be', async () => {
    const { a } = await two();
    const { folders } = a.file.exchange;
    const add = (place: string, over = {}) =>
      codeOfSync(() => folders.add(place, { ...SETTINGS, ...over }));
    expect(await add(a.vault.dir)).toBe('folder/inside');
    expect(await add(path.dirname(a.vault.dir))).toBe('folder/inside');
    expect(await add(path.join(a.vault.dir, 'blobs'))).toBe('folder/inside');
    expect(await add('/nowhere/at/all')).toBe('folder/unreachable');
    expect(await add(a.place)).toBe('folder/known');
    expect(await add(newFolder(), { group: 'Nobody' })).toBe('input/not-found');
    expect(await add(newFolder(), { partBytes: 10 })).toBe('input/field');
  });

  it('move with the stick, and go with or without what lies there', async () => {
    const { a, b } = await two();
    await fill(a.file, [person('Sample Farzi')]);
    await sync(a);
    const there = newFolder();
    carry(a.place, there);
    const moved = a.file.exchange.folders.move(a.place, there);
    expect(moved.place).toBe(fs.realpathSync(there));
    expect((await a.file.exchange.folders.sync(there)).sent.bundles).toBe(0);
    a.file.exchange.folders.remove(there, { clear: true });
    expect(filesIn(there)).toEqual([]);
    expect(a.file.exchange.folders.list()).toEqual([]);
    b.file.exchange.folders.remove(b.place, { clear: false });
    expect(bundlesIn(b.place)).toHaveLength(1);
    expect(await codeOf(Promise.resolve().then(() => sync(b)))).toBe('input/not-found');
  });
});
