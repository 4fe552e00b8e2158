import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedGroups, readGroup } from './groups';

describe('groups of the recovery sheet', () => {
  const letter = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'));
  const group = fc.string({ unit: letter, minLength: 4, maxLength: 4 });

  it('asks two different ones of the nine', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 9, maxLength: 9 }), (groups) => {
        const [first, second] = askedGroups(groups.join('-'));
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeGreaterThan(first);
        expect(second).toBeLessThan(9);
      }),
    );
  });

  it('are read however they are written', () => {
    expect(readGroup(' 7k3o ')).toBe('7K30');
    expect(readGroup('ilO1')).toBe('1101');
  });
});
