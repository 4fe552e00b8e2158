import { createHash } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  existsSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { outsideRegister, type NewOutside } from './index';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'rihai-outside-')));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const DAY_MS = 86_400_000;

describe('the register of what lies outside', () => {
  let vault: ReturnType<typeof memoryVault>;
  let register: ReturnType<typeof outsideRegister>;
  let folder: string;
  const on = (machine: string) => outsideRegister({ ...vault, machine });
  beforeEach(() => {
    vault = memoryVault();
    register = on('chambers');
    folder = mkdtempSync(join(root, 'f-'));
  });

  /** A file in the folder, and what is told of it. */
  const file = (text: string, name = 'order.pdf'): NewOutside => {
    const place = join(folder, name);
    writeFileSync(place, text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    return {
      kind: 'original',
      what: 'document',
      place,
      sha256,
      sizeBytes: Buffer.byteLength(text),
    };
  };
  const noted = (news: NewOutside) => {
    register.note(news);
    const row = register.open().at(-1);
    if (row === undefined) throw new Error('nothing was noted');
    return row;
  };
  const code = (code: string) => expect.objectContaining({ code }) as unknown;

  it('tells whether a file is still there, was changed, or is gone, and notes when it looked', async () => {
    const { id, place } = noted(file('Sample order.'));
    expect(await register.check(id)).toBe('there');
    writeFileSync(place, 'Sample 0rder.');
    expect(await register.check(id)).toBe('changed');
    rmSync(place);
    expect(await register.check(id)).toBe('gone');
    expect(register.one(id)).toMatchObject({ seen: 'gone', seenAt: vault.clock.nowMs() });
    expect(register.one(id).closed).toBeUndefined();
  });

  it('does not call a file gone whose folder cannot be reached, or that lies on another machine', async () => {
    const { id } = noted(file('Sample order.'));
    expect(await on('laptop').check(id)).toBe('there');
    rmSync(folder, { recursive: true });
    expect(await register.check(id)).toBe('unreachable');
    expect(await on('laptop').check(id)).toBe('elsewhere');
  });

  it('never reads what was put in the place of a file', async () => {
    const { id, place } = noted(file('Sample order.'));
    rmSync(place);
    mkdirSync(place);
    expect(await register.check(id)).toBe('changed');
    await expect(register.remove(id)).rejects.toEqual(code('outside/changed'));
    expect(existsSync(place)).toBe(true);
  });

  it('follows a link to the file that holds the bytes', () => {
    const { place, ...rest } = file('Sample order.');
    const link = join(folder, 'link.pdf');
    symlinkSync(place, link);
    expect(noted({ ...rest, place: link }).place).toBe(place);
  });

  it('deletes a file only while it is the very one, and says where its bytes have another name', async () => {
    const { id, place } = noted(file('Sample order.'));
    writeFileSync(place, 'Sample 0rder.');
    await expect(register.remove(id)).rejects.toEqual(code('outside/changed'));
    writeFileSync(place, 'Sample order.');
    linkSync(place, join(folder, 'other'));
    expect(await register.remove(id)).toEqual({ hasOtherName: true });
    expect(existsSync(place)).toBe(false);
    expect(register.one(id)).toMatchObject({ closed: 'deleted' });
    await expect(register.remove(id)).rejects.toEqual(code('outside/closed'));
    expect(vault.audit.rows.at(-1)).toEqual({
      action: 'outside.close',
      objectRef: id,
      details: { how: 'deleted' },
    });
  });

  it('leaves the entry open where there is nothing to delete', async () => {
    const { id, place } = noted(file('Sample order.'));
    rmSync(place);
    await expect(register.remove(id)).rejects.toEqual(code('outside/unreachable'));
    const printed = noted({ kind: 'print', what: 'day', place: 'Sample printer' });
    await expect(register.remove(printed.id)).rejects.toEqual(code('outside/unreachable'));
    expect(register.open()).toHaveLength(2);
  });

  it('notes the same file once, and closes the entry of one that another took the place of', () => {
    const first = noted(file('Sample order.'));
    expect(noted(file('Sample order.')).id).toBe(first.id);
    const second = noted({ ...file('Another order.'), kind: 'export' });
    expect(register.open()).toEqual([second]);
    expect(register.one(first.id).closed).toBe('replaced');
  });

  it('notes every printed copy, also of the same', () => {
    const print = { kind: 'print', what: 'day', place: 'Sample printer', copies: 2 } as const;
    register.note(print);
    register.note(print);
    expect(register.open().map(({ copies, place }) => [copies, place])).toEqual([
      [2, 'Sample printer'],
      [2, 'Sample printer'],
    ]);
  });

  it('is closed with what became of it, to whom it was given, and opened again', () => {
    const { id } = noted({ kind: 'print', what: 'paper', place: 'Sample printer' });
    expect(() => {
      register.close(id, 'given', ' ');
    }).toThrow(code('input/field'));
    register.close(id, 'given', ' Registrar, with receipt ');
    expect(register.open()).toEqual([]);
    expect(register.closed(10, 0)).toMatchObject([
      { closed: 'given', closedNote: 'Registrar, with receipt' },
    ]);
    expect(() => {
      register.close(id, 'gone', '');
    }).toThrow(code('outside/closed'));
    register.reopen(id);
    expect(register.open()).toMatchObject([{ id, closed: undefined, closedNote: '' }]);
    expect(register.closedCount()).toBe(0);
  });

  it('reminds of what is open for seven days, or as many as were chosen', () => {
    noted(file('Sample order.'));
    expect(register.summary()).toEqual({ days: 7, open: 1, due: 0 });
    vault.clock.set(vault.clock.nowMs() + 7 * DAY_MS);
    expect(register.summary()).toEqual({ days: 7, open: 1, due: 1 });
    register.setDays(30);
    expect(register.summary()).toEqual({ days: 30, open: 1, due: 0 });
  });
});
