import { expect, it } from 'vitest';
import { beginsWith } from './ids';
import { theOne } from './the-one';

it('answers the only one, and says with what was asked where there is none or several', () => {
  expect(theOne(['a'], 'x')).toBe('a');
  expect(() => theOne([], 'x')).toThrow(
    expect.objectContaining({ code: 'input/not-found', params: { id: 'x' } }),
  );
  expect(() => theOne(['a', 'b'], 'x')).toThrow(
    expect.objectContaining({ code: 'input/ambiguous', params: { id: 'x' } }),
  );
});

it('knows an id by its first digits, with hyphens or without, large or small', () => {
  const id = '0197d2a4-6c00-7000-8000-00000000000a';
  expect(beginsWith(id, '0197D2A4-6C')).toBe(true);
  expect(beginsWith(id, '0197d2a46c')).toBe(true);
  expect(beginsWith(id, '0197d2a5')).toBe(false);
});
