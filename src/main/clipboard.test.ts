import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownClipboard } from './clipboard';

/** A clipboard that other programs use as well. */
function machine() {
  let there = '';
  let isHung = false;
  const own = ownClipboard({
    write: (text) => {
      there = text;
      return Promise.resolve();
    },
    read: () => (isHung ? new Promise(() => undefined) : Promise.resolve(there)),
    clear: () => {
      there = '';
    },
  });
  return {
    own,
    there: () => there,
    otherCopies: (text: string) => {
      there = text;
    },
    hangs: () => {
      isHung = true;
    },
  };
}

describe('a text that was copied', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is there for half a minute', async () => {
    const { own, there } = machine();
    await own.copy('FIR 112/2026');
    await vi.advanceTimersByTimeAsync(29_999);
    expect(there()).toBe('FIR 112/2026');
    await vi.advanceTimersByTimeAsync(1);
    expect(there()).toBe('');
  });

  it('counts its half minute from the last copy', async () => {
    const { own, there } = machine();
    await own.copy('one');
    await vi.advanceTimersByTimeAsync(20_000);
    await own.copy('two');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(there()).toBe('two');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(there()).toBe('');
  });

  it('leaves alone what another program has copied since', async () => {
    const { own, there, otherCopies } = machine();
    await own.copy('FIR 112/2026');
    otherCopies('a recipe');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(there()).toBe('a recipe');
    await own.forget();
    expect(there()).toBe('a recipe');
  });

  it('goes with the session', async () => {
    const { own, there } = machine();
    await own.copy('FIR 112/2026');
    await own.forget();
    expect(there()).toBe('');
  });

  it('goes also where the program that holds the clipboard does not answer', async () => {
    const { own, there, hangs } = machine();
    await own.copy('FIR 112/2026');
    hangs();
    const forgotten = own.forget();
    await vi.advanceTimersByTimeAsync(500);
    await forgotten;
    expect(there()).toBe('');
  });

  it('goes at once and without a look where there is no time', async () => {
    const { own, there } = machine();
    await own.copy('FIR 112/2026');
    own.forgetNow();
    expect(there()).toBe('');
  });
});

describe('a clipboard nothing was copied to', () => {
  it('is left alone', async () => {
    const { own, there, otherCopies } = machine();
    otherCopies('a recipe');
    await own.forget();
    own.forgetNow();
    expect(there()).toBe('a recipe');
  });
});
