import { describe, expect, it } from 'vitest';
import { groupState, plainDigits } from './digits';

describe('digits that are read out', () => {
  it('are the same in each script, and whatever stands between them falls away', () => {
    expect(plainDigits('۰۱۲۳۴')).toBe('01234');
    expect(plainDigits('٠١٢٣٤')).toBe('01234');
    expect(plainDigits(' 0 1-2,3 4 ')).toBe('01234');
    expect(plainDigits('none')).toBe('');
  });

  it.each([
    ['', 'open'],
    ['01', 'open'],
    ['01234', 'same'],
    ['۰۱۲۳۴', 'same'],
    ['02', 'differs'],
    ['01235', 'differs'],
    ['012345', 'differs'],
  ] as const)('%j is %s for 01234', (typed, state) => {
    expect(groupState(typed, '01234')).toBe(state);
  });
});
