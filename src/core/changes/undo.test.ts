import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { isAppError } from '#shared/errors/app-error';
import { draftStore } from '#core/db/repositories/draft-store';
import { fixedId, memoryVault } from '#tests/fixtures/memory-vault';
import { historyReader } from './history';
import { purger } from './purge';
import { compareWithTables } from './replay';
import { trashCan } from './trash';
import { undoer } from './undo';

function desk() {
  const vault = memoryVault();
  return {
    ...vault,
    ...undoer(vault.parts),
    can: trashCan(vault.parts),
    purge: purger(vault.parts),
    history: historyReader(vault.db, vault.clock),
    sexOf: (id: RecordId) => vault.reader.getOf('person', id)?.fields.sex,
  };
}

function paramsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (isAppError(error)) return { code: error.code, ...error.params };
    throw error;
  }
  return undefined;
}

describe('undo', () => {
  it('writes back the value before, and undo of it the value after', () => {
    const { newRecord, edit, undo, sexOf, history } = desk();
    const person = newRecord();
    edit(person, 'person', { sex: 'male', notes: 'kept' });
    const { action } = edit(person, 'person', { sex: 'female' });
    const undone = undo(action);
    expect(sexOf(person)).toBe('male');
    undo(undone.action);
    expect(sexOf(person)).toBe('female');
    expect(history(person, 'sex').map((entry) => entry.value)).toEqual([
      'male',
      'female',
      'male',
      'female',
    ]);
  });

  it('gives a value back its level', () => {
    const { newRecord, edit, writer, undo, history } = desk();
    const person = newRecord();
    edit(person, 'person', { sex: 'male' });
    const { action } = writer.commit('edit', { type: 'typed' }, [
      { record: person, kind: 'person', path: 'sex', value: 'female', level: 'privileged' },
    ]);
    undo(action);
    expect(history(person).at(-1)).toMatchObject({ value: 'male', level: 'team' });
  });

  it('puts a record that the action made into the trash, with its values', () => {
    const { newRecord, edit, undo, reader } = desk();
    const person = newRecord();
    const { action } = edit(person, 'person', { sex: 'male' });
    const undone = undo(action);
    expect(reader.get(person)).toMatchObject({ isTrashed: true, fields: { sex: 'male' } });
    expect(reader.all('person')).toEqual([]);
    undo(undone.action);
    expect(reader.get(person)?.isTrashed).toBe(false);
  });

  it('refuses, with what to undo first, where later changes rest on the action', () => {
    const { newRecord, edit, undo, sexOf } = desk();
    const person = newRecord();
    const first = edit(person, 'person', { sex: 'male' });
    const second = edit(person, 'person', { sex: 'female' });
    const third = edit(person, 'person', { sex: 'other' });
    expect(paramsOf(() => undo(second.action))).toEqual({
      code: 'input/undo',
      action: second.action,
      reason: 'later-changes',
      changes: 1,
      records: 1,
      in: person,
      first: third.action,
    });
    expect(paramsOf(() => undo(first.action))).toMatchObject({ changes: 2 });
    expect(sexOf(person)).toBe('other');
  });

  it('refuses to undo twice, and what is not there', () => {
    const { newRecord, edit, undo } = desk();
    const person = newRecord();
    edit(person, 'person', { sex: 'male' });
    const { action } = edit(person, 'person', { sex: 'female' });
    undo(action);
    expect(paramsOf(() => undo(action))?.code).toBe('input/undo');
    expect(paramsOf(() => undo(fixedId(9)))?.code).toBe('input/not-found');
  });
});

describe('the trash', () => {
  it('hides a record from lists until it is restored', () => {
    const { newRecord, edit, can, reader } = desk();
    const person = newRecord();
    edit(person, 'person', { sex: 'male' });
    can.trash(person);
    expect(reader.all('person')).toEqual([]);
    expect(reader.get(person)?.isTrashed).toBe(true);
    expect(can.inbox()).toEqual([]);
    can.restore(person);
    expect(reader.all('person')).toHaveLength(1);
  });

  it('brings a record to the inbox when it is written to afterwards, until someone decides again', () => {
    const { newRecord, edit, can } = desk();
    const person = newRecord();
    edit(person, 'person', { sex: 'male', notes: 'seen' });
    can.trash(person);
    edit(person, 'person', { sex: 'female' });
    expect(can.inbox().map((item) => item.unseen.map((entry) => entry.value))).toEqual([
      ['female'],
    ]);
    can.trash(person);
    expect(can.inbox()).toEqual([]);
  });
});

describe('a purge', () => {
  it('leaves nothing of a record but its id', () => {
    const vault = desk();
    const { newRecord, edit, db, audit } = vault;
    const [person, hold] = [newRecord(), newRecord()];
    edit(person, 'person', { [`names/${vault.newElement()}`]: { text: 'Farzi' }, sex: 'male' });
    edit(person, 'person', { sex: 'female' });
    edit(hold, 'hold', { person });
    draftStore(db, vault.actor).save({
      record: person,
      kind: 'person',
      path: 'notes',
      value: 'x',
      at: 1,
    });
    expect(vault.purge([person])).toEqual({ blobs: [], referring: [hold] });
    expect(vault.reader.get(person)).toBeUndefined();
    expect(vault.history(person)).toEqual([]);
    const count = (table: string) => db.prepare(`SELECT * FROM "${table}"`).all().length;
    const left = [
      'change',
      'action',
      'record',
      'person',
      'element',
      'replaced',
      'draft',
      'tombstone',
    ];
    expect(left.map(count)).toEqual([1, 1, 1, 0, 0, 0, 0, 1]);
    expect(audit.rows.at(-1)).toEqual({ action: 'purge', objectRef: person, details: {} });
    expect(compareWithTables(db)).toEqual([]);
    expect(paramsOf(() => edit(person, 'person', { sex: 'male' }))).toMatchObject({
      code: 'input/field',
      reason: 'purged',
    });
  });

  it('throws away the key of an attachment that no other document shows', () => {
    const { newRecord, edit, db, purge } = desk();
    const [one, two] = [newRecord(), newRecord()];
    const key = Buffer.alloc(32);
    for (const name of ['own', 'shared'])
      db.prepare('INSERT INTO blob VALUES (?, ?, ?, 1)').run(name, key, key);
    edit(one, 'document', { blob: 'own' });
    edit(one, 'document', { blob: 'shared' });
    edit(two, 'document', { blob: 'shared' });
    expect(purge([one]).blobs).toEqual(['own']);
    expect(db.prepare('SELECT name FROM blob').all()).toEqual([{ name: 'shared' }]);
  });
});

describe('a draft', () => {
  it('belongs to its writer, is replaced by the next, and goes when it is cleared', () => {
    const { db, actor, newRecord } = desk();
    const [record, other] = [newRecord(), newRecord()];
    const mine = draftStore(db, actor);
    mine.save({ record, kind: 'person', path: 'notes', value: 'Fri', at: 1 });
    mine.save({ record, kind: 'person', path: 'notes', value: 'Friday', at: 2 });
    mine.save({ record: other, kind: 'person', path: 'sex', value: 'male', at: 3 });
    expect(mine.get(record, 'notes')?.value).toBe('Friday');
    expect(mine.list()).toHaveLength(2);
    expect(mine.list(record)).toHaveLength(1);
    expect(draftStore(db, fixedId(7)).list()).toEqual([]);
    mine.clear(record, 'notes');
    expect(mine.get(record, 'notes')).toBeUndefined();
    mine.clear(other);
    expect(mine.list()).toEqual([]);
    expect(db.prepare('SELECT * FROM change').all()).toEqual([]);
  });
});
