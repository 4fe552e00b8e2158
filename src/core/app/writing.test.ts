import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
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

  const remandDay = () => {
    const { desk, reader, vault } = formDesk();
    const [person, matter, accused, proceeding, hearing, hold] = Array.from({ length: 6 }, () =>
      vault.newRecord(),
    ) as [RecordId, RecordId, RecordId, RecordId, RecordId, RecordId];
    vault.edit(person, 'person', { sex: 'male' });
    vault.edit(matter, 'case', { title: 'State v Sample Khayali' });
    vault.edit(accused, 'accused', { case: matter, person });
    vault.edit(proceeding, 'proceeding', { case: matter });
    vault.edit(hearing, 'hearing', { proceeding, on: { edtf: '2026-04-05T12:00' } });
    vault.edit(hold, 'hold', { person, type: 'arrest', from: { edtf: '2026-04-04' } });
    const remand = (hearingId: RecordId, type: string, until: string) =>
      enterOutcome(reader, desk, {
        hearing: hearingId,
        status: 'heard',
        appearances: [],
        orders: [
          {
            accused: [accused],
            edits: [
              { path: 'type', value: type },
              { path: 'until', value: { edtf: until } },
            ],
          },
        ],
      });
    return { reader, vault, person, matter, proceeding, hearing, hold, remand };
  };

  it('writes an order of remand for whom it covers, and the custody that rests on it', () => {
    const { reader, person, matter, hearing, hold, remand } = remandDay();
    expect(remand(hearing, 'policeRemand', '2026-04-09').isSaved).toBe(true);
    const [order] = reader.referring('order', 'hearing', hearing);
    expect(order?.fields).toMatchObject({
      type: 'policeRemand',
      case: matter,
      on: { edtf: '2026-04-05T12:00' },
      from: { edtf: '2026-04-05T12:00' },
      until: { edtf: '2026-04-09' },
      persons: [{ value: { person } }],
    });
    expect(reader.getOf('hold', hold)?.fields.until).toEqual({ edtf: '2026-04-05T12:00' });
    const holds = reader.referring('hold', 'person', person);
    expect(holds).toHaveLength(2);
    expect(holds[1]?.fields).toMatchObject({
      type: 'policeRemand',
      case: matter,
      order: order?.id,
      from: { edtf: '2026-04-05T12:00' },
    });
    expect(holds[1]?.fields.until).toBeUndefined();
  });

  it('goes on with the custody that is there when a remand is extended', () => {
    const { reader, vault, person, proceeding, hearing, remand } = remandDay();
    const later = vault.newRecord();
    vault.edit(later, 'hearing', { proceeding, on: { edtf: '2026-04-09' } });
    remand(hearing, 'policeRemand', '2026-04-09');
    remand(later, 'policeRemand', '2026-04-14');
    const types = reader.referring('hold', 'person', person).map(({ fields }) => fields.type);
    expect(types).toEqual(['arrest', 'policeRemand']);
  });

  it('names a fault of an order by its place in the form and writes nothing', () => {
    const { reader, hearing, hold, remand } = remandDay();
    expect(remand(hearing, 'judicialRemand', '2026-02-30')).toMatchObject({
      isSaved: false,
      faults: [{ path: 'orders/0/until', code: 'input/date' }],
    });
    expect(reader.referring('order', 'hearing', hearing)).toEqual([]);
    expect(reader.getOf('hold', hold)?.fields.until).toBeUndefined();
  });
});
