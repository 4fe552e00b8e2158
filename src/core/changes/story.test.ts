import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { fixedId, memoryVault } from '#tests/fixtures/memory-vault';
import { storyReader, type Story } from './story';
import { trashCan } from './trash';

/** A person held in a case with a hearing, and a bystander in the same case. */
function desk() {
  const vault = memoryVault();
  const { newRecord, edit, db, clock, parts } = vault;
  const made = (kind: string, values: Parameters<typeof edit>[2]): RecordId => {
    const id = newRecord();
    clock.set(clock.nowMs() + 1000);
    edit(id, kind, values);
    return id;
  };
  const person = made('person', { sex: 'female' });
  const other = made('person', { sex: 'male' });
  const matter = made('case', { title: 'Sample' });
  const accused = made('accused', { person, case: matter });
  const beside = made('accused', { person: other, case: matter });
  const hold = made('hold', { person, case: matter, type: 'arrest' });
  const claim = made('claim', { about: hold, field: 'from' });
  const proceeding = made('proceeding', { case: matter, type: 'trial' });
  const hearing = made('hearing', { proceeding, purpose: 'arguments' });
  const appearance = made('appearance', { hearing, accused, produced: 'yes' });
  return {
    ...vault,
    ...{ person, other, matter, accused, beside, hold, claim, proceeding, hearing, appearance },
    can: trashCan(parts),
    story: storyReader(db, clock),
  };
}

const ALL = { limit: 100 };
const recordsOf = ({ entries }: Story) => [...new Set(entries.map(({ record }) => record))];

describe('the story of a record', () => {
  it('holds all that belongs to a person, at any depth, the latest first', () => {
    const { story, person, accused, hold, claim, appearance } = desk();
    expect(recordsOf(story(person, ALL))).toEqual([appearance, claim, hold, accused, person]);
  });

  it('keeps the case and what is of others out of the story of a person', () => {
    const { story, person, ...rest } = desk();
    const found = recordsOf(story(person, ALL));
    for (const id of [rest.matter, rest.other, rest.beside, rest.hearing, rest.proceeding])
      expect(found).not.toContain(id);
  });

  it('holds all that belongs to a case, with everybody accused in it', () => {
    const { story, matter, person, other, ...rest } = desk();
    const { accused, beside, hold, claim, proceeding, hearing, appearance } = rest;
    const found = recordsOf(story(matter, ALL));
    expect(new Set(found)).toEqual(
      new Set([matter, accused, beside, hold, claim, proceeding, hearing, appearance]),
    );
    expect(found).not.toContain(person);
    expect(found).not.toContain(other);
  });

  it('says of each line what record it is of, who wrote it, and if it still stands', () => {
    const { story, person, hold, edit } = desk();
    edit(hold, 'hold', { type: 'policeRemand' });
    const types = story(person, ALL).entries.filter(({ path }) => path === 'type');
    const line = { record: hold, kind: 'hold', label: 'policeRemand', actorName: 'Sample Desk 1' };
    expect(types).toMatchObject([
      { ...line, value: 'policeRemand', isHead: true },
      { ...line, value: 'arrest', isHead: false },
    ]);
  });

  it('still tells of what was put into the trash', () => {
    const { story, person, hold, can } = desk();
    can.trash(hold);
    const [last] = story(person, ALL).entries;
    expect(last).toMatchObject({ record: hold, what: 'trash', isTrashed: true });
  });

  it('comes in pages of whole actions, without gap or repetition', () => {
    const { story, person, edit, newElement } = desk();
    edit(person, 'person', {
      occupation: 'Teacher',
      [`tags/${newElement()}`]: 'night of the raid',
    });
    const whole = story(person, ALL);
    expect(whole.older).toBeUndefined();
    const pages: Story[] = [];
    let before: Story['older'];
    do {
      const page = story(person, { before, limit: 2 });
      pages.push(page);
      before = page.older;
    } while (before !== undefined);
    expect(pages.map(({ entries }) => new Set(entries.map(({ action }) => action)).size)).toEqual([
      2, 2, 2,
    ]);
    expect(pages.flatMap(({ entries }) => entries)).toEqual(whole.entries);
  });

  it('keeps the pages right where two actions bear the same time', () => {
    const { story, person, edit } = desk();
    edit(person, 'person', { occupation: 'Teacher' });
    edit(person, 'person', { occupation: 'Porter' });
    const first = story(person, { limit: 1 });
    const second = story(person, { limit: 1, before: first.older });
    expect([first, second].map(({ entries }) => entries[0]?.value)).toEqual(['Porter', 'Teacher']);
  });

  it('leaves out of an action what it wrote to others', () => {
    const { story, person, other, writer } = desk();
    writer.commit('edit', { type: 'typed' }, [
      { record: person, kind: 'person', path: 'notes', value: 'brought in at night' },
      { record: other, kind: 'person', path: 'notes', value: 'of somebody else' },
    ]);
    const { entries } = story(person, { limit: 1 });
    expect(entries.map(({ value }) => value)).toEqual(['brought in at night']);
  });

  it('is empty where the record is not held', () => {
    expect(desk().story(fixedId(9), ALL)).toEqual({ entries: [], older: undefined });
  });
});
