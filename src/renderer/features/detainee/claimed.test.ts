import { describe, expect, it } from 'vitest';
import { byField, placesOf, subjectOf, subjectsOf } from './claimed';
import type { ClaimRecord, PersonPage } from './model';

const claim = (id: string, about: string, field?: string, certainty?: string) =>
  ({ id, fields: { about, field, certainty } }) as unknown as ClaimRecord;

const page = (claims: readonly ClaimRecord[]): PersonPage =>
  ({
    record: {
      id: 'person',
      label: 'Sample Khayali',
      fields: { names: [{ id: 'n1', value: { text: 'Sample Khayali' } }] },
    },
    holds: [{ record: { id: 'hold', label: 'arrest', fields: { from: { edtf: '2026-04-03' } } } }],
    placements: [],
    events: [{ record: { id: 'event', label: 'produced', fields: {} } }],
    claims,
  }) as unknown as PersonPage;

describe('what claims are about', () => {
  it('is the person, and every hold, place and event of theirs', () => {
    expect(subjectsOf(page([])).map(({ kind, id, on }) => [kind, id, on])).toEqual([
      ['person', 'person', undefined],
      ['hold', 'hold', '2026-04-03'],
      ['custodyEvent', 'event', undefined],
    ]);
  });

  it('is one value: of a field with several values each one that is on file', () => {
    const [person, hold] = subjectsOf(page([]));
    const paths = (one: typeof person) => (one ? placesOf(one).map(({ path }) => path) : []);
    expect(paths(person)).toContain('names/n1');
    expect(paths(person)).toContain('bornOn');
    expect(paths(person)).not.toContain('names');
    expect(paths(person)).not.toContain('phones');
    expect(paths(hold)).toEqual(['type', 'from', 'until', 'authority']);
  });

  it('is the person where the page does not show it', () => {
    expect(subjectOf(page([]), claim('c', 'elsewhere')).id).toBe('person');
  });

  it('keeps the same field of two records apart, the better graded claim first', () => {
    const groups = byField(
      page([
        claim('a', 'hold', 'from', 'doubtful'),
        claim('b', 'event', 'type'),
        claim('c', 'hold', 'from', 'confirmed'),
        claim('d', 'hold', 'type'),
      ]),
    );
    expect(
      groups.map(({ subject, path, claims }) => [subject.id, path, claims.map(({ id }) => id)]),
    ).toEqual([
      ['hold', 'from', ['c', 'a']],
      ['event', 'type', ['b']],
      ['hold', 'type', ['d']],
    ]);
  });
});
