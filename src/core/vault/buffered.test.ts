import { describe, expect, it } from 'vitest';
import { bufferedReader, bufferedWriter } from './buffered';

const bytes = (...values: number[]) => new Uint8Array(values);

describe('a buffered writer', () => {
  it('gives all bytes in their order, in parts of one size and a rest', async () => {
    const parts: number[][] = [];
    const to = bufferedWriter((part) => {
      parts.push([...part]);
      return Promise.resolve();
    }, 4);
    await to.write(bytes(1, 2, 3));
    await to.write(bytes());
    await to.write(bytes(4, 5, 6, 7, 8, 9, 10));
    await to.flush();
    await to.flush();
    expect(parts).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10],
    ]);
  });

  it('fills the next part while one is written, keeps that one as it was, and never writes two at once', async () => {
    const ends: (() => void)[] = [];
    const seen: number[][] = [];
    let running = 0;
    const to = bufferedWriter(async (part) => {
      running += 1;
      expect(running).toBe(1);
      await new Promise<void>((end) => ends.push(end));
      seen.push([...part]);
      running -= 1;
    }, 2);
    await to.write(bytes(1, 2));
    await to.write(bytes(3));
    const third = to.write(bytes(4, 5));
    expect(seen).toEqual([]);
    ends.shift()?.();
    await third;
    const end = to.flush();
    ends.shift()?.();
    await new Promise(setImmediate);
    ends.shift()?.();
    await end;
    expect(seen).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('says with the next call that a write failed, and with the flush for the last', async () => {
    const failing = () => bufferedWriter(() => Promise.reject(new Error('full')), 2);
    const first = failing();
    await first.write(bytes(1, 2));
    await expect(first.write(bytes(3, 4))).rejects.toThrow('full');
    const last = failing();
    await last.write(bytes(1));
    await expect(last.flush()).rejects.toThrow('full');
  });
});

describe('a buffered reader', () => {
  it('fills what it is asked for from parts of any length, and less only at the end', async () => {
    const source = [bytes(1, 2, 3), bytes(4), bytes(5, 6)];
    const read = bufferedReader((target) => {
      const part = source.shift() ?? bytes();
      target.set(part);
      return Promise.resolve(part.length);
    }, 4);
    const [one, two] = [new Uint8Array(4), new Uint8Array(4)];
    expect([await read(one), [...one]]).toEqual([4, [1, 2, 3, 4]]);
    expect(await read(two)).toBe(2);
    expect([...two.subarray(0, 2)]).toEqual([5, 6]);
    expect(await read(two)).toBe(0);
  });
});
