import { describe, expect, it } from 'vitest';
import { draftStore } from '#core/db/repositories/draft-store';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { enterOutcome } from './outcome';
import { writing } from './writing';

function formDesk() {
  const vault = memoryVault();
  const { db, writer, reader, ids, actor } = vault;
  const drafts = draftStore(db, actor);
  return { vault, reader, drafts, desk: writing({ db, writer, reader, ids, drafts }) };
}

describe('what a form writes', () => {
  it('gives every new element an id of its own', () => {
    const { desk, reader } = formDesk();
    const saved = desk.create('person', [
      { path: 'names/new', value: { text: 'Sample Hikayati' } },
      { path: 'names/new', value: { text: 'Sample Misali' } },
    ]);
    if (!saved.isSaved) throw new Error('not saved');
    const names = reader.getOf('person', saved.record)?.fields.names;
    expect(names?.map(({ value }) => value.text)).toEqual(['Sample Hikayati', 'Sample Misali']);
  });

  it('refuses to edit what is not held', () => {
    const { desk } = formDesk();
    expect(() => desk.edit(desk.newId(), [{ path: 'sex', value: 'male' }])).toThrow(
      'input/not-found',
    );
  });

  it('keeps a draft whose value was refused', () => {
    const { desk, drafts, vault } = formDesk();
    const record = vault.newRecord();
    vault.edit(record, 'person', { sex: 'female' });
    drafts.save({ record, kind: 'person', path: 'ageYears', value: 400, at: 1 });
    expect(desk.edit(record, [{ path: 'ageYears', value: 400 }]).isSaved).toBe(false);
    expect(drafts.list(record)).toHaveLength(1);
    expect(desk.edit(record, [{ path: 'ageYears', value: 40 }]).isSaved).toBe(true);
    expect(drafts.list(record)).toEqual([]);
  });
});

describe('entering an outcome', () => {
  it('changes the appearance that is there and leaves a blank as it was', () => {
    const { desk, reader, vault } = formDesk();
    const [hearing, accused, appearance] = [
      vault.newRecord(),
      vault.newRecord(),
      vault.newRecord(),
    ];
    vault.edit(accused, 'accused', { name: 'Sample Khayali' });
    vault.edit(hearing, 'hearing', { purpose: 'evidence', outcome: 'part heard' });
    vault.edit(appearance, 'appearance', { hearing, accused, produced: 'yes' });
    const saved = enterOutcome(reader, desk, {
      hearing,
      status: 'heard',
      appearances: [{ accused, edits: [{ path: 'produced', value: 'no' }] }],
    });
    expect(saved.isSaved).toBe(true);
    expect(
      reader
        .referring('appearance', 'hearing', hearing)
        .map(({ id, fields }) => [id, fields.produced]),
    ).toEqual([[appearance, 'no']]);
    expect(reader.getOf('hearing', hearing)?.fields).toMatchObject({
      status: 'heard',
      outcome: 'part heard',
    });
  });

  it('names a fault by its place in the form and writes nothing', () => {
    const { desk, reader, vault } = formDesk();
    const hearing = vault.newRecord();
    vault.edit(hearing, 'hearing', { purpose: 'evidence' });
    const saved = enterOutcome(reader, desk, {
      hearing,
      status: 'adjourned',
      appearances: [],
      next: [{ path: 'on', value: { edtf: '2026-02-30' } }],
    });
    expect(saved).toMatchObject({
      isSaved: false,
      faults: [{ path: 'next/on', code: 'input/date' }],
    });
    expect(reader.getOf('hearing', hearing)?.fields.status).toBeUndefined();
  });
});
