import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/changes/model';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { likelyDuplicates, sharedMarks } from './rules';

function desk() {
  const vault = memoryVault();
  const contact = (
    name: string,
    phone?: string,
    more: Readonly<Record<string, JsonValue>> = {},
  ) => {
    const id = vault.newRecord();
    vault.edit(id, 'contact', {
      [`names/${vault.newElement()}`]: { text: name },
      ...(phone === undefined ? {} : { [`phones/${vault.newElement()}`]: { number: phone } }),
      ...more,
    });
    return vault.reader.getOf('contact', id)!;
  };
  return { ...vault, contact };
}

describe('contacts that may be one', () => {
  it.each([
    ['+92 300 0000001', '0300-0000001'],
    ['0092 300 0000001', '۰۳۰۰۰۰۰۰۰۰۱'],
  ])('share a number however it is written: %s and %s', (one, other) => {
    const { contact } = desk();
    expect(sharedMarks(contact('Sample A Farzi', one), contact('Sample B Misali', other))).toEqual([
      'phone',
    ]);
  });

  it('share a name in two scripts', () => {
    const { contact } = desk();
    expect(sharedMarks(contact('Hussain Khayali'), contact('حسین خیالی'))).toEqual(['name']);
  });

  it('share an enrolment number, a person, or an address of mail', () => {
    const { contact, newRecord, newElement } = desk();
    const person = newRecord();
    const marks = (email: string, number: string) => ({
      person,
      enrolmentNumber: number,
      [`emails/${newElement()}`]: email,
    });
    const one = contact('Bilal Farzi', undefined, marks('a@example.org', 'GB-12/2019'));
    const other = contact('Sajid Misali', undefined, marks('A@Example.org', 'gb 12 2019'));
    expect(sharedMarks(one, other)).toEqual(['person', 'enrolmentNumber', 'email']);
  });

  it('are not those who share a short number, nothing, or half a name', () => {
    const { contact } = desk();
    const one = contact('Muhammad Khayali', '15');
    for (const other of [contact('Muhammad Dastani', '15'), contact('Bilal Farzi', '0311 0000002')])
      expect(sharedMarks(one, other)).toEqual([]);
  });

  it('are listed in pairs, those that share most first', () => {
    const { contact } = desk();
    const one = contact('Zarina Khayali', '0300 0000001');
    const brother = contact('Karim Khayali', '0300 0000001');
    const same = contact('Zareena Khayali', '0300 0000001');
    expect(likelyDuplicates([one, brother, same])).toEqual([
      { one: one.id, other: same.id, shared: ['phone', 'name'] },
      { one: one.id, other: brother.id, shared: ['phone'] },
      { one: brother.id, other: same.id, shared: ['phone'] },
    ]);
  });
});
