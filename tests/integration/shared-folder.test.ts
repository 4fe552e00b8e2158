import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { LEAST_PART_BYTES } from '#core/sharing/index';
import { fill, introduce, takeFile } from '#tests/fixtures/exchange-desks';
import {
  attachTo,
  bundlesIn,
  carry,
  closeAll,
  desksOf,
  filesIn,
  group,
  has,
  person,
  SETTINGS,
  stranger,
  sync,
  threeDesks,
  twoDesks,
  type FolderDesk,
} from '#tests/fixtures/folder-desks';
import { codeOf, codeOfSync, newFolder } from './vault-kit';

afterEach(closeAll);

describe('a shared folder', () => {
  it('brings what one desk writes to the others, and is empty of it when all have it', async () => {
    const { a, b, c } = await threeDesks();
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
    const { a, b } = await twoDesks();
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
    const { a, b, c } = await threeDesks();
    for (const one of [a, b, c]) await sync(one);
    await fill(a.file, [person('Sample Farzi')]);
    await sync(a);
    expect((await sync(b)).sent.bundles).toBe(0);
    expect((await sync(c)).sent.bundles).toBe(0);
  });

  it('waits at a gap, and goes on when it closes', async () => {
    const { a, b } = await twoDesks();
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
    const { a, b } = await twoDesks();
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
    const { clock, a, b, c } = await threeDesks();
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
    const { clock, a, b, c } = await threeDesks();
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
    const { clock, a, b } = await twoDesks();
    const [first] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    await attachTo(a, Buffer.from('Sample FIR'), 'Sample FIR');
    for (const one of [a, b, a, b]) await sync(one);
    // Its words can be searched where it came to.
    const { groups } = b.file.search('FIR', {});
    expect(groups.flatMap(({ hits }) => hits.map(({ page }) => page))).toContain(1);
    const late = await stranger('Sample Late', clock, a.place);
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
    const { a, b } = await twoDesks({ settings: { ...SETTINGS, partBytes: LEAST_PART_BYTES } });
    const bytes = Buffer.alloc(300_000, 'Sample scan ');
    await attachTo(a, bytes, 'Sample scan');
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

  it('asks before it deletes, and keeps the question when the bundle is gone', async () => {
    const { a, b } = await twoDesks();
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
    expect(
      await codeOfSync(() => {
        b.file.exchange.aside.answer([asked!.change], 'take');
      }),
    ).toBe('input/not-found');
  });

  it('lets only the levels of its settings leave', async () => {
    const { a, b } = await twoDesks({
      settings: { ...SETTINGS, purpose: 'committee', level: 'team' },
    });
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
    const { a, b } = await twoDesks();
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
    const { a, b } = await twoDesks();
    const [id] = (await fill(a.file, [person('Sample Farzi')])) as [RecordId];
    let left = 2;
    const halfway = { isCancelled: () => (left -= 1) < 0 };
    expect(await sync(a, halfway)).toMatchObject({ isCancelled: true });
    await sync(a);
    left = 1;
    expect(await sync(b, halfway)).toMatchObject({ isCancelled: true });
    await sync(b);
    expect(has(b, id)).toBe(true);
  });

  it('crosses by a stick that only ever holds what one desk put on it', async () => {
    const { desks: made } = await desksOf(['Sample One', 'Sample Two'], { isOnePlace: false });
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
    const { a, b } = await twoDesks();
    await fill(a.file, [person('Sample Farzi')]);
    await sync(a);
    const [name] = bundlesIn(a.place) as [string];
    await takeFile(b, path.join(a.place, name));
    expect((await sync(b)).taken).toEqual([]);
    expect((await sync(a)).removed).toBe(1);
  });
});
