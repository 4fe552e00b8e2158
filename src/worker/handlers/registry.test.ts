import { describe, expect, it } from 'vitest';
import { shownRegistry } from './registry';

describe('the registry as forms see it', () => {
  const registry = shownRegistry();

  it('tells running text from a line', () => {
    expect(registry['person']?.['whyInside']?.isLong).toBe(true);
    expect(registry['person']?.['occupation']?.isLong).toBe(false);
  });

  it('tells the parts of an object, what each takes and whether it is needed', () => {
    expect(registry['order']?.['persons']?.parts).toEqual([
      { name: 'person', type: 'ref', isNeeded: true, to: ['person'] },
      { name: 'servedOn', type: 'date', isNeeded: false },
      { name: 'groundsOn', type: 'date', isNeeded: false },
      { name: 'setAsideOn', type: 'date', isNeeded: false },
      { name: 'note', type: 'text', isNeeded: false },
    ]);
    expect(registry['person']?.['names']?.parts?.map(({ type }) => type)).toEqual([
      'text',
      'choice',
      'choice',
      'choice',
    ]);
  });

  it('knows the number in a court number', () => {
    const year = registry['proceeding']?.['earlierNumbers']?.parts?.find(
      ({ name }) => name === 'year',
    );
    expect(year).toEqual({ name: 'year', type: 'integer', isNeeded: false });
  });
});
