import { expect, it } from 'vitest';
import { isShown } from './shown';

it('tells what is drawn from what only stands for nothing', () => {
  expect([undefined, null, false, true, ''].filter(isShown)).toEqual([]);
  expect(['Nobody is on file yet.', 0].filter(isShown)).toHaveLength(2);
});
