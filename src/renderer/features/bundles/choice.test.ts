import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { canBeNameless, FRESH, isAddressed, orderOf } from './choice';

const ID = '01980000-0000-7000-8000-000000000001' as RecordId;
const OTHER = '01980000-0000-7000-8000-000000000002' as RecordId;

describe('what is asked of the gate', () => {
  it('is everything by the levels of the purpose, where nobody says otherwise', () => {
    expect(orderOf(FRESH, [])).toEqual({ purpose: 'committee', history: 'full', files: 'all' });
  });

  it('is nothing before somebody is named', () => {
    expect(orderOf({ ...FRESH, subjects: [] }, [])).toBeUndefined();
  });

  it('names persons and cases apart', () => {
    const subjects = [
      { id: ID, kind: 'person', label: 'Sample Khayali' },
      { id: OTHER, kind: 'case', label: 'Sample matter' },
    ] as const;
    expect(orderOf({ ...FRESH, subjects, level: 'public' }, [])).toMatchObject({
      ...{ persons: [ID], cases: [OTHER], level: 'public' },
    });
  });

  it('names the files that stay by those that go', () => {
    const choice = { ...FRESH, without: new Map([[ID, 'Statement']]) };
    expect(orderOf(choice, [ID, OTHER])?.files).toEqual([OTHER]);
  });

  it('names the files that go where some documents were named', () => {
    const documents = [ID, OTHER].map((id) => ({ id, kind: 'document' as const, label: 'Order' }));
    const some = { ...FRESH, files: 'some' as const };
    expect(orderOf(some, [OTHER])?.files).toEqual([]);
    expect(orderOf({ ...some, documents }, [])?.files).toEqual([ID, OTHER]);
    const without = new Map([[ID, 'Order']]);
    expect(orderOf({ ...some, documents, without }, [])?.files).toEqual([OTHER]);
  });

  it('gives pseudonyms to one group alone', () => {
    const one = { ...FRESH, isNameless: true, groups: ['a'] };
    expect(orderOf(one, [])?.namelessFor).toBe('a');
    for (const more of [{ groups: ['a', 'b'] }, { cards: ['c'] }, { toSelf: true }, { groups: [] }])
      expect(canBeNameless({ ...one, ...more })).toBe(false);
    expect(orderOf({ ...one, cards: ['c'] }, [])).not.toHaveProperty('namelessFor');
  });

  it('is for somebody before it is made', () => {
    expect(isAddressed(FRESH)).toBe(false);
    for (const to of [{ cards: ['c'] }, { groups: ['g'] }, { toSelf: true }, { isForWords: true }])
      expect(isAddressed({ ...FRESH, ...to })).toBe(true);
  });
});
