import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { historyReader } from './history';
import type { Edit } from './model';
import type { Touch } from './ports';
import { actionWriter } from './writer';

const typed = { type: 'typed' } as const;

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${String(error.params['reason'])}`;
    throw error;
  }
  return 'nothing';
}

describe('an action', () => {
  it('creates a record and gives it back as it was written', () => {
    const vault = memoryVault();
    const person = vault.newRecord();
    const name = vault.newElement();
    vault.edit(person, 'person', {
      [`names/${name}`]: { text: 'Zarina Khayali', kind: 'legal' },
      sex: 'female',
      bornOn: { edtf: '1987-05', zone: 'Asia/Karachi', written: 'May 1987' },
      ageYears: 38,
    });
    const view = vault.reader.getOf('person', person);
    expect(view?.label).toBe('Zarina Khayali');
    expect(view?.level).toBe('team');
    expect(view?.fields).toEqual({
      names: [{ id: name, value: { text: 'Zarina Khayali', kind: 'legal' } }],
      sex: 'female',
      bornOn: { edtf: '1987-05', zone: 'Asia/Karachi', written: 'May 1987' },
      ageYears: 38,
    });
    expect(view?.conflicts).toEqual({});
  });

  it('keeps the bounds of a date beside it', () => {
    const vault = memoryVault();
    const hold = vault.newRecord();
    vault.edit(hold, 'hold', { from: { edtf: '2025-05' }, until: { edtf: '2025-06-01/..' } });
    const row = vault.db.prepare<Record<string, unknown>>('SELECT * FROM hold').get();
    expect(row).toMatchObject({
      from_lo: '2025-05-01T00:00',
      from_hi: '2025-05-31T23:59',
      until_lo: '2025-06-01T00:00',
      until_hi: null,
    });
  });

  it('writes nothing, not even an audit row, where every value stands already', () => {
    const vault = memoryVault();
    const person = vault.newRecord();
    expect(vault.edit(person, 'person', { sex: 'male' }).changes).toBe(1);
    expect(vault.edit(person, 'person', { sex: 'male', notes: null }).changes).toBe(0);
    expect(vault.audit.rows).toHaveLength(1);
    expect(vault.db.prepare('SELECT * FROM action').all()).toHaveLength(1);
  });

  it('replaces the head and removes an element with null', () => {
    const vault = memoryVault();
    const person = vault.newRecord();
    const phone = `phones/${vault.newElement()}`;
    vault.edit(person, 'person', { [phone]: { number: '0301' }, sex: 'male' });
    vault.edit(person, 'person', { [phone]: null, sex: 'female' });
    expect(vault.reader.get(person)?.fields).toEqual({ sex: 'female' });
    const history = historyReader(vault.db, vault.clock)(person);
    expect(history.map(({ path, value, isHead }) => [path, value, isHead])).toEqual([
      [phone, { number: '0301' }, false],
      ['sex', 'male', false],
      [phone, null, true],
      ['sex', 'female', true],
    ]);
    expect(history[0]?.actorName).toBe('Sample Desk 1');
    expect(historyReader(vault.db, vault.clock)(person, 'phones')).toHaveLength(2);
  });

  it('starts a value with the level of its field and keeps the level it was given', () => {
    const vault = memoryVault();
    const person = vault.newRecord();
    const history = historyReader(vault.db, vault.clock);
    vault.edit(person, 'person', { safety: 'none', sex: 'male' });
    expect(history(person).map((entry) => entry.level)).toEqual(['privileged', 'team']);
    vault.writer.commit('edit', typed, [
      { record: person, kind: 'person', path: 'sex', value: 'male', level: 'privileged' },
    ]);
    vault.edit(person, 'person', { sex: 'female', $level: 'privileged' });
    expect(history(person, 'sex').at(-1)?.level).toBe('privileged');
    expect(vault.reader.get(person)?.level).toBe('privileged');
  });

  it('never lets time run backwards on a device, also after a restart', () => {
    const vault = memoryVault();
    const person = vault.newRecord();
    vault.edit(person, 'person', { sex: 'male' });
    vault.clock.set(1000);
    vault.edit(person, 'person', { sex: 'female' });
    const again = actionWriter(vault.parts);
    again.commit('edit', typed, [{ record: person, kind: 'person', path: 'sex', value: 'other' }]);
    const times = historyReader(vault.db, vault.clock)(person).map((entry) => entry.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBe(1_760_000_000_000);
  });

  it('marks a time far ahead of this clock', () => {
    const vault = memoryVault();
    const person = vault.newRecord();
    vault.clock.set(4_000_000_000_000);
    vault.edit(person, 'person', { sex: 'male' });
    vault.clock.set(1_760_000_000_000);
    expect(historyReader(vault.db, vault.clock)(person)[0]?.isFarAhead).toBe(true);
  });

  it('finds who names a record, also from inside objects, until the name is taken away', () => {
    const vault = memoryVault();
    const [person, order, document] = [vault.newRecord(), vault.newRecord(), vault.newRecord()];
    const covered = `persons/${vault.newElement()}`;
    vault.edit(person, 'person', { sex: 'male' });
    vault.edit(order, 'order', { [covered]: { person } });
    vault.edit(document, 'document', { [`about/${vault.newElement()}`]: person });
    expect(vault.reader.referring('order', 'persons', person).map((view) => view.id)).toEqual([
      order,
    ]);
    expect(vault.reader.referring('document', 'about', person)).toHaveLength(1);
    vault.edit(order, 'order', { [covered]: null });
    expect(vault.reader.referring('order', 'persons', person)).toEqual([]);
  });

  it('tells derivations what was touched and which names went', () => {
    const seen: Touch[] = [];
    const vault = memoryVault(1, [
      { refresh: (touched) => seen.push(...touched), rebuild: () => undefined },
    ]);
    const [hold, first, second] = [vault.newRecord(), vault.newRecord(), vault.newRecord()];
    vault.edit(hold, 'hold', { person: first });
    vault.edit(hold, 'hold', { person: second, type: 'arrest' });
    expect(
      seen.map((touch) => [touch.id, touch.kind, [...touch.fields], touch.formerRefs]),
    ).toEqual([
      [hold, 'hold', ['person'], []],
      [hold, 'hold', ['person', 'type'], [first]],
    ]);
  });

  it('leaves nothing behind when something derived fails', () => {
    const vault = memoryVault(1, [
      {
        refresh: () => {
          throw new Error('full');
        },
        rebuild: () => undefined,
      },
    ]);
    expect(() => vault.edit(vault.newRecord(), 'person', { sex: 'male' })).toThrow('full');
    for (const table of ['change', 'action', 'record', 'person', 'field'])
      expect(vault.db.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
  });
});

describe('many actions at once', () => {
  it('are committed together with one audit row of ids', () => {
    const vault = memoryVault();
    const inputs = [1, 2, 3].map((row) => ({
      what: 'import',
      origin: { type: 'file', row } as const,
      edits: [{ record: vault.newRecord(), kind: 'person', path: 'ageYears', value: row }],
    }));
    const done = vault.writer.commitAll(inputs);
    expect(vault.audit.rows).toEqual([
      {
        action: 'commit',
        objectRef: done[0]?.action,
        details: { what: 'import', changes: 3, actions: 3, last: done[2]?.action },
      },
    ]);
  });

  it('are refused together', () => {
    const vault = memoryVault();
    const edit = (value: string): Edit => ({
      record: vault.newRecord(),
      kind: 'person',
      path: 'sex',
      value,
    });
    expect(
      codeOf(() =>
        vault.writer.commitAll(
          ['male', 'nonsense'].map((sex) => ({
            what: 'import',
            origin: typed,
            edits: [edit(sex)],
          })),
        ),
      ),
    ).toBe('input/field invalid-value');
    expect(vault.db.prepare('SELECT * FROM change').all()).toEqual([]);
  });

  it('may name records of each other in any order', () => {
    const vault = memoryVault();
    const [hold, person] = [vault.newRecord(), vault.newRecord()];
    vault.writer.commitAll([
      {
        what: 'import',
        origin: typed,
        edits: [{ record: hold, kind: 'hold', path: 'person', value: person }],
      },
      {
        what: 'import',
        origin: typed,
        edits: [{ record: person, kind: 'person', path: 'sex', value: 'male' }],
      },
    ]);
    expect(vault.reader.getOf('hold', hold)?.fields.person).toBe(person);
  });
});
