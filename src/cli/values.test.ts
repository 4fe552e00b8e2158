import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { fieldRows, type Naming } from './values';

const PERSON = '01900000-0000-7000-8000-000000000001' as RecordId;
const naming: Naming = {
  label: (id) => (id === PERSON ? 'Sample Khayali' : ''),
  short: (id) => id.slice(0, 8),
};

describe('the fields of a record in words', () => {
  it('come in the order of the registry, lists one below the other', () => {
    const names = [
      { id: 'x', value: { text: 'Sample Khayali', kind: 'legal' } },
      { id: 'y', value: { text: 'Sample', kind: 'alias', script: 'latin' } },
    ];
    expect(fieldRows('person', { sex: 'male', names }, naming)).toEqual([
      ['names', 'Sample Khayali  (legal)\nSample  (alias, latin)'],
      ['sex', 'male'],
    ]);
  });

  it('name the record that a reference means, and show the start of its id', () => {
    expect(fieldRows('hold', { person: PERSON }, naming)).toEqual([
      ['person', 'Sample Khayali  01900000'],
    ]);
    const elsewhere = '01900000-0000-7000-8000-000000000002';
    expect(fieldRows('hold', { person: elsewhere }, naming)).toEqual([['person', elsewhere]]);
  });

  it('say dates with their zone and the words of the paper, also inside objects', () => {
    const from = { edtf: '2025-05-14T10:30', zone: 'Asia/Karachi', written: 'Wednesday' };
    expect(fieldRows('hold', { from }, naming)).toEqual([
      ['from', '2025-05-14 10:30 (Asia/Karachi), “Wednesday”'],
    ]);
    const persons = [{ id: 'z', value: { person: PERSON, servedOn: { edtf: '2025-05' } } }];
    expect(fieldRows('order', { persons }, naming)).toEqual([
      ['persons', 'Sample Khayali  01900000  (servedOn 2025-05)'],
    ]);
  });

  it('say flags and claimed values as they are', () => {
    expect(fieldRows('claim', { value: { edtf: '2025' }, preferred: true }, naming)).toEqual([
      ['value', '{"edtf":"2025"}'],
      ['preferred', 'yes'],
    ]);
  });
});
