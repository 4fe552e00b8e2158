import { describe, expect, it, vi } from 'vitest';
import { meaningOf, panicOverDialogs } from './panic-key';

const KEY = {
  type: 'keyDown',
  key: 'l',
  code: 'KeyL',
  control: true,
  meta: false,
  shift: false,
  alt: false,
};

describe('a key', () => {
  it.each([
    ['Ctrl L', {}, 'lock'],
    ['Ctrl L under Caps Lock', { key: 'L' }, 'lock'],
    ['Command L', { control: false, meta: true }, 'lock'],
    ['Ctrl Shift L', { key: 'L', shift: true }, 'panic'],
    ['the same key of an Urdu layout', { key: 'ل' }, 'lock'],
    ['L of a Dvorak layout, which lies elsewhere', { code: 'KeyP' }, 'lock'],
    ['N of a Dvorak layout, which lies there', { key: 'n' }, undefined],
    ['L alone', { control: false }, undefined],
    ['Alt Ctrl L, which writes a letter in some layouts', { alt: true }, undefined],
    ['Ctrl L let go', { type: 'keyUp' }, undefined],
    ['Ctrl K', { key: 'k', code: 'KeyK' }, undefined],
    ['F9', { key: 'F9', code: 'F9', control: false }, undefined],
  ] as const)('%s means %j: %s', (_name, change, meaning) => {
    expect(meaningOf({ ...KEY, ...change }, 'shiftL')).toBe(meaning);
  });

  it.each([
    ['f8', 'F8'],
    ['f9', 'F9'],
  ] as const)(
    '%s alone ends everything where it was chosen, and Ctrl Shift L locks',
    (chosen, code) => {
      expect(meaningOf({ ...KEY, key: code, code, control: false }, chosen)).toBe('panic');
      expect(meaningOf({ ...KEY, key: code, code, type: 'keyUp' }, chosen)).toBeUndefined();
      expect(meaningOf({ ...KEY, shift: true }, chosen)).toBe('lock');
    },
  );
});

describe('a dialog of the system', () => {
  function guarded() {
    const held = new Map<string, () => void>();
    const panic = vi.fn();
    const over = panicOverDialogs(
      {
        register: (name, callback) => {
          held.set(name, callback);
          return true;
        },
        unregister: (name) => held.delete(name),
      },
      () => 'shiftL',
      panic,
    );
    return { held, panic, over };
  }

  it('has the panic key work as long as it is open, and leaves it to others afterwards', async () => {
    const { held, panic, over } = guarded();
    const answered = await over(() => {
      held.get('CommandOrControl+Shift+L')?.();
      return Promise.resolve(['/a']);
    });
    expect(answered).toEqual(['/a']);
    expect(panic).toHaveBeenCalledOnce();
    expect([...held.keys()]).toEqual([]);
  });

  it('that fails gives the key back too', async () => {
    const { held, over } = guarded();
    await expect(over(() => Promise.reject(new Error('no dialog')))).rejects.toThrow('no dialog');
    expect([...held.keys()]).toEqual([]);
  });
});
