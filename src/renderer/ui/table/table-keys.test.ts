import { describe, expect, it } from 'vitest';
import { moveTo } from './table-keys';

/** Ten rows, of which 0, 4 and 9 are headings of groups. */
const isStop = (index: number) => ![0, 4, 9].includes(index);
const from = (active: number, key: string) => moveTo(key, { active, count: 10, page: 4, isStop });

describe('keys of a list', () => {
  it('go one row and pass over headings', () => {
    expect(from(1, 'ArrowDown')).toBe(2);
    expect(from(3, 'ArrowDown')).toBe(5);
    expect(from(5, 'ArrowUp')).toBe(3);
  });

  it('stop at both ends', () => {
    expect(from(8, 'ArrowDown')).toBeUndefined();
    expect(from(1, 'ArrowUp')).toBeUndefined();
  });

  it('leap to the first and last row, and by the page', () => {
    expect(from(5, 'Home')).toBe(1);
    expect(from(5, 'End')).toBe(8);
    expect(from(1, 'PageDown')).toBe(5);
    expect(from(7, 'PageDown')).toBe(8);
    expect(from(3, 'PageUp')).toBe(1);
  });

  it('begin at the first row', () => {
    expect(from(-1, 'ArrowDown')).toBe(1);
  });

  it('do nothing in an empty list or for other keys', () => {
    expect(moveTo('ArrowDown', { active: -1, count: 0, page: 4, isStop })).toBeUndefined();
    expect(from(1, 'constructor')).toBeUndefined();
  });
});
