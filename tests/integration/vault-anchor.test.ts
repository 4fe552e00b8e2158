import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Timer } from '#core/kernel/ports';
import { isAppError } from '#shared/errors/app-error';
import { codeOf, copyFolder, editFile, flipAt, newFolder, newVault, open } from './vault-kit';

/** A timer that waits until it is told that the time is up. */
function heldTimer(): Timer & { readonly fire: () => void; readonly waiting: () => number } {
  const waiting = new Set<() => unknown>();
  return {
    after: (_ms, work) => {
      waiting.add(work);
      return () => waiting.delete(work);
    },
    fire: () => {
      for (const work of [...waiting]) {
        waiting.delete(work);
        work();
      }
    },
    waiting: () => waiting.size,
  };
}

/** A vault made on one machine, and what that machine remembers. */
async function watched() {
  const anchors = { dir: path.join(newFolder(), 'anchors') };
  const { vault } = await newVault({ anchors });
  vault.close();
  return { dir: vault.dir, anchors };
}

const anchorIn = (dir: string): string => path.join(dir, fs.readdirSync(dir)[0] ?? '');

async function use(dir: string, over: Parameters<typeof open>[1]): Promise<string> {
  const vault = await open(dir, over);
  const { state } = vault.age;
  vault.close();
  return state;
}

describe('a vault that this machine has seen', () => {
  test('is the latest as long as it goes on from there', async () => {
    const { dir, anchors } = await watched();
    expect(await use(dir, { anchors })).toBe('current');
    expect(await use(dir, { anchors })).toBe('current');
    expect(fs.readdirSync(anchors.dir)).toHaveLength(1);
    expect(path.basename(anchorIn(anchors.dir))).toMatch(/^[0-9a-f]{16}\.rha$/u);
  });

  test('is refused when an older copy lies in its place, with both times, and not changed', async () => {
    const { dir, anchors } = await watched();
    const older = copyFolder(dir);
    await use(dir, { anchors });
    const error: unknown = await open(older, { anchors }).catch((thrown: unknown) => thrown);
    expect(isAppError(error, 'vault/rollback') && Object.keys(error.params).sort()).toEqual([
      'held',
      'seen',
    ]);
    const looked = await open(older, { anchors, readOnly: true });
    expect(looked.audit.verify()).toBe(1);
    looked.close();
    expect(await use(dir, { anchors })).toBe('current');
  });

  test('can be read in an older copy, which leaves the memory as it was', async () => {
    const { dir, anchors } = await watched();
    const older = copyFolder(dir);
    await use(dir, { anchors });
    const remembered = fs.readFileSync(anchorIn(anchors.dir));
    expect(await use(older, { anchors, readOnly: true })).toBe('older');
    expect(fs.readFileSync(anchorIn(anchors.dir))).toEqual(remembered);
  });

  test('counts in the older copy once somebody says that it was restored, and that is logged', async () => {
    const { dir, anchors } = await watched();
    const older = copyFolder(dir);
    await use(dir, { anchors });
    const vault = await open(older, { anchors, isRestored: true });
    expect(vault.age.state).toBe('current');
    const actions = vault.db.prepare<{ action: string }>('SELECT action FROM audit').all();
    expect(actions.map(({ action }) => action)).toContain('vault.restored');
    vault.close();
    expect(await use(older, { anchors })).toBe('current');
    // The copy that was in use before is now the one that does not count.
    expect(await codeOf(open(dir, { anchors }))).toBe('vault/rollback');
    // Saying it where nothing is older changes nothing.
    expect(await use(older, { anchors, isRestored: true })).toBe('current');
  });

  test('is refused when two copies went different ways', async () => {
    const { dir, anchors } = await watched();
    const other = copyFolder(dir);
    await use(dir, { anchors });
    for (let n = 0; n < 3; n += 1) await use(other, {});
    expect(await codeOf(open(other, { anchors }))).toBe('vault/rollback');
  });

  test('that was restored on another machine is taken here without asking again', async () => {
    const { dir, anchors } = await watched();
    const elsewhere = { dir: path.join(newFolder(), 'anchors') };
    const older = copyFolder(dir);
    await use(dir, { anchors });
    await use(dir, { anchors: elsewhere });
    await use(older, { anchors, isRestored: true });
    expect(await use(older, { anchors: elsewhere })).toBe('current');
  });
});

describe('a machine that cannot tell', () => {
  test('says so when it sees a vault for the first time, and remembers it from then on', async () => {
    const { dir } = await watched();
    const anchors = { dir: path.join(newFolder(), 'elsewhere') };
    const vault = await open(dir, { anchors });
    expect(vault.age).toEqual({ state: 'unknown', reason: 'first' });
    vault.close();
    expect(await use(dir, { anchors })).toBe('current');
    expect(await use(dir, {})).toBe('unwatched');
  });

  test('says so when what it remembers is damaged or belongs to another vault', async () => {
    const { dir, anchors } = await watched();
    const sound = fs.readFileSync(anchorIn(anchors.dir));
    const unreadable = { state: 'unknown', reason: 'unreadable' };
    const ageNow = async () => {
      const vault = await open(dir, { anchors, readOnly: true });
      vault.close();
      return vault.age;
    };
    for (let at = 0; at < sound.length; at += 7) {
      fs.writeFileSync(anchorIn(anchors.dir), sound);
      editFile(anchorIn(anchors.dir), flipAt(at));
      expect(await ageNow(), `byte ${String(at)}`).toEqual(unreadable);
    }
    const other = await watched();
    fs.copyFileSync(anchorIn(other.anchors.dir), anchorIn(anchors.dir));
    expect(await ageNow()).toEqual(unreadable);
  });

  test('opens the vault when it cannot write down what it saw, and says so', async () => {
    const { dir } = await watched();
    const file = path.join(newFolder(), 'a-file');
    fs.writeFileSync(file, '');
    const vault = await open(dir, { anchors: { dir: path.join(file, 'anchors') } });
    expect(vault.age).toEqual({ state: 'unkept', code: 'disk/failed' });
    vault.close();
  });
});

test('the memory follows what was committed, once for many commits, and never what was not', async () => {
  const timer = heldTimer();
  const anchors = { dir: path.join(newFolder(), 'anchors'), timer };
  const { vault } = await newVault({ anchors });
  const read = () => fs.readFileSync(anchorIn(anchors.dir), 'utf8');
  const seqOf = (text: string) => /"audit_seq":(\d+)/u.exec(text)?.[1];
  timer.fire();
  const first = read();
  expect(seqOf(first)).toBe('1');
  for (let n = 0; n < 3; n += 1) vault.audit.append('sample', String(n));
  expect(read()).toBe(first);
  expect(timer.waiting()).toBe(1);
  timer.fire();
  expect(seqOf(read())).toBe('4');
  expect(() => {
    vault.db.transaction(() => {
      vault.audit.append('sample', 'taken back');
      throw new Error('taken back');
    });
  }).toThrow('taken back');
  timer.fire();
  expect(seqOf(read())).toBe('4');
  vault.audit.append('sample', 'last');
  vault.close();
  expect(seqOf(read())).toBe('5');
  expect(timer.waiting()).toBe(0);
});
