import { describe, expect, test } from 'vitest';
import { AppError, isAppError } from '#shared/errors/app-error';
import type { DeriveKey } from './kdf';
import { calibrate, type KdfCost } from './kdf-policy';

const MIB = 1024;

/** A machine that needs so long for a MiB and pass, and has so much memory. */
async function onMachine(msPerMib: number, memoryMib = 4096) {
  let now = 0;
  const tried: KdfCost[] = [];
  const derive: DeriveKey = ({ mKib, t }) => {
    tried.push({ mKib, t });
    if (mKib > memoryMib * MIB) return Promise.reject(new AppError('kdf/memory'));
    now += (mKib / MIB) * t * msPerMib;
    return Promise.resolve(Uint8Array.of(tried.length));
  };
  const clock = { nowMs: () => now };
  const made = await calibrate(derive, new Uint8Array(1), new Uint8Array(16), clock);
  return { cost: made.cost, isLast: made.kek[0] === tried.length, tried };
}

describe('the cost of a derivation', () => {
  test('is 256 MiB and three passes where that takes one to four seconds', async () => {
    expect(await onMachine(2)).toMatchObject({ cost: { mKib: 256 * MIB, t: 3 }, isLast: true });
  });

  test('gains passes on a fast machine, at most eight', async () => {
    expect((await onMachine(0.8)).cost).toEqual({ mKib: 256 * MIB, t: 5 });
    expect((await onMachine(0.01)).cost).toEqual({ mKib: 256 * MIB, t: 8 });
    expect((await onMachine(0)).cost).toEqual({ mKib: 256 * MIB, t: 8 });
  });

  test('loses memory on a slow machine, at least 64 MiB stay', async () => {
    expect((await onMachine(8)).cost).toEqual({ mKib: 128 * MIB, t: 3 });
    expect((await onMachine(100)).cost).toEqual({ mKib: 64 * MIB, t: 3 });
  });

  test('loses memory where it cannot be had', async () => {
    expect((await onMachine(1, 130)).cost).toEqual({ mKib: 128 * MIB, t: 3 });
    const tooSmall = onMachine(1, 32);
    await expect(tooSmall).rejects.toSatisfy((error) => isAppError(error, 'kdf/memory'));
  });

  test('is that of the key which is used', async () => {
    for (const speed of [0.1, 0.7, 3, 50]) {
      const { cost, isLast, tried } = await onMachine(speed);
      expect(isLast).toBe(true);
      expect(tried.at(-1)).toEqual(cost);
    }
  });
});
