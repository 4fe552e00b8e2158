import { describe, expect, it } from 'vitest';
import { HERE, settledBy } from './conflict-sources';

const head = (value: string, bundle?: string) => ({
  value,
  origin: bundle === undefined ? { type: 'typed' } : { type: 'bundle', bundle },
});

const OPEN = [
  { record: 'one', path: 'notes', heads: [head('ours'), head('theirs', 'b1')] },
  { record: 'two', path: 'sex', heads: [head('male', 'b1'), head('female', 'b2')] },
  { record: 'three', path: 'notes', heads: [head('first'), head('second'), head('third', 'b1')] },
];

describe('what one source settles', () => {
  it('is each conflict to which it gives a value', () => {
    expect(settledBy(OPEN, 'b1')).toEqual([
      { record: 'one', path: 'notes', value: 'theirs' },
      { record: 'two', path: 'sex', value: 'male' },
      { record: 'three', path: 'notes', value: 'third' },
    ]);
    expect(settledBy(OPEN, 'b2')).toEqual([{ record: 'two', path: 'sex', value: 'female' }]);
  });

  it('is none to which it gives two', () => {
    expect(settledBy(OPEN, HERE)).toEqual([{ record: 'one', path: 'notes', value: 'ours' }]);
    expect(settledBy(OPEN, 'b3')).toEqual([]);
  });
});
