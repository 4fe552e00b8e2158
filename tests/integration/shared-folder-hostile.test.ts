import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { LEAST_PART_BYTES } from '#core/sharing/index';
import { bundleFile, fill, introduce } from '#tests/fixtures/exchange-desks';
import {
  attachTo,
  bundlesIn,
  carry,
  closeAll,
  filesIn,
  group,
  has,
  person,
  SETTINGS,
  stranger,
  sync,
  twoDesks,
} from '#tests/fixtures/folder-desks';
import { codeOf, codeOfSync, newFolder } from './vault-kit';

afterEach(closeAll);

describe('a shared folder that others write into too', () => {
  it('takes nothing of a file that is still being copied', async () => {
    const { a, b } = await twoDesks();
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
    const { a, b } = await twoDesks();
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
    const { clock, a, b } = await twoDesks();
    const outsider = await stranger('Sample Stranger', clock, a.place);
    await introduce(a, outsider);
    group(outsider, [a]);
    outsider.file.exchange.folders.add(outsider.place, SETTINGS);
    const [id] = (await fill(outsider.file, [person('Sample Farzi')])) as [RecordId];
    await sync(outsider);
    fs.copyFileSync(await bundleFile(b, [a]), path.join(a.place, 'by-hand.rihai'));
    expect((await sync(a)).waits.map(({ reason, from }) => [reason, from]).sort()).toEqual([
      ['by-hand', 'Sample Two'],
      ['not-member', 'Sample Stranger'],
    ]);
    a.file.exchange.cards.revoke('Sample Stranger');
    group(a, [outsider]);
    const refused = await sync(a);
    expect(refused.waits).toContainEqual(
      expect.objectContaining({ reason: 'refused', code: 'bundle/revoked' }),
    );
    expect(refused.leftOut).toEqual([{ name: 'Sample Stranger', state: 'revoked' }]);
    expect(has(a, id)).toBe(false);
  });

  it('refuses pieces of another bundle, and pieces put in another order', async () => {
    const { a, b } = await twoDesks({ settings: { ...SETTINGS, partBytes: LEAST_PART_BYTES } });
    await attachTo(a, Buffer.alloc(300_000, 'Sample scan '), 'Sample scan');
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
    const { a, b } = await twoDesks();
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
});

describe('the settings of shared folders', () => {
  it('refuse the vault, what is not there, what is there already, and what cannot be', async () => {
    const { a } = await twoDesks();
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
    const { a, b } = await twoDesks();
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
