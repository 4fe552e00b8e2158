import { describe, expect, it } from 'vitest';
import { fixedId, memoryVault } from '#tests/fixtures/memory-vault';
import type { Edit, JsonValue } from './model';
import { validateEdits } from './validate';

const vault = memoryVault();
const person = vault.newRecord();
const element = vault.newElement();
vault.edit(person, 'person', { sex: 'male' });

function faultOf(kind: string, path: string, value: JsonValue, more: Partial<Edit> = {}): string {
  const edit = { record: vault.newRecord(), kind, path, value, ...more };
  const [fault] = validateEdits(vault.db, [edit]);
  if (fault === undefined) return 'none';
  const { reason, part } = fault.error.params;
  expect(fault.error.params).toMatchObject({ record: edit.record, path });
  return [fault.error.code, reason, part].filter((text) => text !== undefined).join(' ');
}

const deep = (levels: number): JsonValue => (levels === 0 ? 1 : [deep(levels - 1)]);

describe('an edit is refused with what is wrong in it', () => {
  it.each<[string, string, JsonValue, string]>([
    ['visit', 'on', 'x', 'input/field unknown-kind'],
    ['person', 'shoeSize', 43, 'input/field unknown-field'],
    ['person', 'toString', 'x', 'input/field unknown-field'],
    ['person', '__proto__', 'x', 'input/field unknown-field'],
    ['person', '$trash', null, 'input/field unknown-field'],
    ['person', '$level', 'secret', 'input/field not-a-level'],
    ['person', '$level', null, 'input/field not-a-level'],
    ['person', 'names', { text: 'x' }, 'input/field not-an-element'],
    ['person', 'names/first', { text: 'x' }, 'input/field not-an-element'],
    ['person', `sex/${element}`, 'male', 'input/field not-an-element'],
    ['person', 'sex', 'unlisted', 'input/field invalid-value'],
    ['person', 'ageYears', 131, 'input/field too-big'],
    ['person', 'ageYears', 30.5, 'input/field invalid-type'],
    ['person', 'ageYears', '30', 'input/field invalid-type'],
    ['person', 'notes', '', 'input/field empty'],
    ['person', 'notes', 'x'.repeat(20_001), 'input/field too-long'],
    ['person', 'notes', 'pass\u202eword', 'input/field hidden-characters'],
    ['person', 'notes', 'half \ud800 a letter', 'input/field hidden-characters'],
    ['person', 'occupation', 'two\nlines', 'input/field line-break'],
    ['person', `names/${element}`, { text: 'a\u0000b' }, 'input/field hidden-characters'],
    ['person', `names/${element}`, { text: 'x', nick: 'y' }, 'input/field unrecognized-keys'],
    ['person', `names/${element}`, { text: '' }, 'input/field empty text'],
    ['person', 'bornOn', { edtf: '2025-02-30' }, 'input/date not-a-date edtf'],
    ['person', 'bornOn', { edtf: '2025-05', zone: '+05:00' }, 'input/field not-a-zone zone'],
    ['person', 'incident', 'INC-1', 'input/field not-an-id'],
    ['hold', 'case', person, 'input/reference wrong-kind'],
    ['claim', 'value', deep(40), 'input/field too-deep'],
    ['claim', 'value', ['x'.repeat(40_000), 'x'.repeat(40_000)], 'input/field too-long'],
    ['claim', 'value', { a: ['\u2066'] }, 'input/field hidden-characters'],
  ])('%s %s %j', (kind, path, value, expected) => {
    expect(faultOf(kind, path, value)).toBe(expected);
  });

  it('also where its stamp is wrong', () => {
    expect(faultOf('person', 'sex', 'male', { record: 'P-1' as never })).toBe(
      'input/field not-an-id',
    );
    expect(faultOf('person', 'sex', 'male', { level: 'secret' as never })).toBe(
      'input/field not-a-level',
    );
    expect(faultOf('person', 'sex', 'male', { claim: 'S-014' as never })).toBe(
      'input/field not-an-id',
    );
    expect(faultOf('hold', 'type', 'arrest', { record: person })).toBe(
      'input/reference other-kind',
    );
  });
});

describe('an edit passes', () => {
  it.each<[string, string, JsonValue]>([
    ['person', `names/${element}`, { text: 'حسین \u200cخیالی', script: 'arabic' }],
    ['person', `names/${element}`, null],
    ['person', '$level', 'privileged'],
    ['hold', 'person', person],
    ['hold', 'case', fixedId(5)],
    ['order', `persons/${element}`, { person, servedOn: { edtf: '2025-05-14T10:30' } }],
    ['claim', 'value', { edtf: '2025' }],
  ])('%s %s %j', (kind, path, value) => {
    expect(faultOf(kind, path, value)).toBe('none');
  });
});

describe('a list of edits', () => {
  const edit = (record: string, kind: string, path: string, value: JsonValue) =>
    ({ record, kind, path, value }) as Edit;

  it('is checked to its end, and each fault tells its place', () => {
    const other = vault.newRecord();
    const faults = validateEdits(vault.db, [
      edit(other, 'hold', 'person', 'x'),
      edit(other, 'hold', 'type', 'arrest'),
      edit(other, 'hold', 'type', 'conviction'),
      edit(other, 'person', 'sex', 'male'),
    ]);
    expect(faults.map(({ index, error }) => [index, error.params['reason']])).toEqual([
      [0, 'not-an-id'],
      [2, 'given-twice'],
      [3, 'other-kind'],
    ]);
  });

  it('knows the kinds of records that are announced for later', () => {
    const [hold, later] = [vault.newRecord(), vault.newRecord()];
    const edits = [edit(hold, 'hold', 'case', later)];
    expect(validateEdits(vault.db, edits, new Map([[later, 'case']]))).toEqual([]);
    expect(validateEdits(vault.db, edits, new Map([[later, 'task']]))).toHaveLength(1);
  });
});
