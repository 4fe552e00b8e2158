import { describe, expect, it } from 'vitest';
import { initialOf } from './initials';

describe('the letter a name is found under', () => {
  it('is its first letter or digit, whatever stands before it', () => {
    expect(initialOf('advocate Tania Hikayati')).toBe('A');
    expect(initialOf('“Noor” Misali')).toBe('N');
    expect(initialOf('7th Street Clinic')).toBe('7');
  });

  it('is one letter in Urdu too, and one where it is written in two parts', () => {
    expect(initialOf('بیگم شمیم')).toBe('ب');
    expect(initialOf('A\u0308rzte')).toBe('Ä');
  });

  it('is none for a name that is not known', () => {
    expect(initialOf('')).toBe('');
    expect(initialOf('?')).toBe('');
  });
});
