import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { isAppError } from '#shared/errors/app-error';
import { sharedState } from '#tests/fixtures/memory-desks';
import { fixedId, memoryVault } from '#tests/fixtures/memory-vault';
import { conflictDesk } from './conflicts';
import { changeExporter } from './export-changes';
import { historyReader } from './history';
import type { Change, ChangeSet } from './model';
import { purger } from './purge';
import { compareWithTables } from './replay';
import { taker } from './take-in';
import { trashCan } from './trash';
import { bundleUndoer } from './undo-bundle';
import { undoer } from './undo';

function desk(seed: number) {
  const vault = memoryVault(seed);
  return {
    ...vault,
    out: (...records: readonly RecordId[]) =>
      changeExporter(vault.db)({ records: records.length === 0 ? 'all' : records }),
    takeIn: taker(vault.parts),
    undoImport: bundleUndoer(vault.parts),
    undo: undoer(vault.parts).undo,
    desk: conflictDesk(vault.parts, vault.writer),
    can: trashCan(vault.parts),
    purge: purger(vault.parts),
    history: historyReader(vault.db, vault.clock),
    person: (id: RecordId) => vault.reader.getOf('person', id),
  };
}

const from = (bundle: string) => ({ bundle, sender: 'Sample Sender' });
const all = () => 'take' as const;

/** Two desks with one person in common. */
function pair() {
  const [here, there] = [desk(1), desk(2)];
  const person = here.newRecord();
  here.edit(person, 'person', { sex: 'male', notes: 'common' });
  there.takeIn(here.out(), from('first'));
  return { here, there, person };
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isAppError(error)) return `${error.code} ${String(error.params['reason'] ?? '')}`.trim();
    throw error;
  }
  return 'nothing';
}

const altered = (set: ChangeSet, values: Partial<Change>): ChangeSet => ({
  ...set,
  changes: set.changes.map((change) => ({ ...change, ...values })),
});

describe('taking in a bundle', () => {
  it('brings records with who said so', () => {
    const { there, person } = pair();
    expect(there.person(person)?.fields).toEqual({ sex: 'male', notes: 'common' });
    expect(there.history(person)[0]).toMatchObject({
      actorName: 'Sample Desk 1, says Sample Sender',
      origin: { type: 'bundle', bundle: 'first', sender: 'Sample Sender' },
    });
  });

  it('changes nothing the second time', () => {
    const { here, there } = pair();
    const before = sharedState(there.db);
    expect(there.takeIn(here.out(), from('again'))).toEqual({
      taken: [],
      refused: [],
      setAside: [],
      known: 2,
    });
    expect(sharedState(there.db)).toEqual(before);
  });

  it('keeps both values where both sides wrote, until one is picked', () => {
    const { here, there, person } = pair();
    here.edit(person, 'person', { sex: 'female' });
    there.edit(person, 'person', { sex: 'other' });
    there.takeIn(here.out(), from('second'));
    const [conflict] = there.desk.conflicts();
    expect(conflict).toMatchObject({ record: person, path: 'sex', kind: 'person' });
    expect(conflict?.heads.map((head) => head.value).toSorted()).toEqual(['female', 'other']);
    expect(there.person(person)?.conflicts['sex']).toHaveLength(2);
    const { action } = there.desk.settle(person, 'sex', 'female');
    expect(there.desk.conflicts()).toEqual([]);
    expect(there.person(person)).toMatchObject({ conflicts: {}, fields: { sex: 'female' } });
    expect(codeOf(() => there.desk.settle(person, 'sex', 'male'))).toBe('input/not-found');
    const undone = there.undo(action);
    expect(there.desk.conflicts()).toHaveLength(1);
    there.undo(undone.action);
    expect(there.desk.conflicts()).toEqual([]);
    expect(there.history(person, 'sex').filter((entry) => entry.isHead)).toHaveLength(1);
    expect(compareWithTables(there.db)).toEqual([]);
  });

  it('sees no conflict where both wrote the same', () => {
    const { here, there, person } = pair();
    here.edit(person, 'person', { sex: 'female' });
    there.edit(person, 'person', { sex: 'female' });
    there.takeIn(here.out(), from('second'));
    expect(there.desk.conflicts()).toEqual([]);
  });

  it('refuses a whole bundle in which an id stands for other content', () => {
    const { here, there, person } = pair();
    here.edit(person, 'person', { notes: 'new' });
    const before = sharedState(there.db);
    const forged = altered(here.out(), { at: 5 });
    expect(codeOf(() => there.takeIn(forged, from('forged')))).toBe('bundle/clash');
    const otherKind = altered(here.out(), { kind: 'hold' });
    const fresh = { ...otherKind, changes: otherKind.changes.slice(-1) };
    expect(codeOf(() => there.takeIn(fresh, from('forged')))).toBe('bundle/clash');
    expect(sharedState(there.db)).toEqual(before);
    expect(there.db.prepare("SELECT * FROM bundle WHERE id = 'forged'").all()).toEqual([]);
  });

  it('refuses changes that no vault can have written', () => {
    const { here, there } = pair();
    const set = here.out();
    const [first, second] = set.changes;
    const self = altered(set, { prev: [first!.id] });
    expect(codeOf(() => there.takeIn(self, from('x')))).toBe('input/field replaces-itself');
    expect(codeOf(() => there.takeIn({ ...set, actions: [] }, from('x')))).toBe(
      'input/field without-action',
    );
    const ring = {
      ...set,
      changes: [
        { ...first!, id: fixedId(3), covers: [second!.id, fixedId(4)] },
        { ...first!, id: fixedId(4), covers: [fixedId(3)] },
      ] as unknown as Change[],
    };
    expect(codeOf(() => desk(3).takeIn(ring, from('x')))).toBe('bundle/clash');
  });

  it('answers a refused change with our value on top, for both sides', () => {
    const { here, there, person } = pair();
    here.edit(person, 'person', { sex: 'female', notes: 'better' });
    const isSex = (change: Change) => (change.path === 'sex' ? 'refuse' : 'take');
    const done = there.takeIn(here.out(), from('second'), isSex);
    expect([done.taken.length, done.refused.length]).toEqual([1, 1]);
    expect(there.person(person)?.fields).toEqual({ sex: 'male', notes: 'better' });
    here.takeIn(there.out(), from('back'));
    expect(here.person(person)).toMatchObject({
      fields: { sex: 'male', notes: 'better' },
      conflicts: {},
    });
    const values = here.history(person, 'sex').map((entry) => entry.value);
    expect(values.toSorted()).toEqual(['female', 'male', 'male']);
  });

  it('stores nothing of what is set aside, and makes no conflict of what rests on it', () => {
    const { here, there, person } = pair();
    here.edit(person, 'person', { sex: 'female' });
    const middle = here.history(person, 'sex').at(-1)?.change;
    here.edit(person, 'person', { sex: 'other' });
    const aside = (change: Change) => (change.id === middle ? 'setAside' : 'take');
    const done = there.takeIn(here.out(), from('second'), aside);
    expect(done.setAside).toEqual([{ change: middle }]);
    expect(there.person(person)).toMatchObject({ fields: { sex: 'other' }, conflicts: {} });
    expect(there.history(person, 'sex')).toHaveLength(2);
    expect(there.takeIn(here.out(), from('third')).taken).toEqual([middle]);
    expect(there.person(person)).toMatchObject({ fields: { sex: 'other' }, conflicts: {} });
  });

  it('deletes only when that is accepted here, and asks again', () => {
    const { here, there, person } = pair();
    here.can.trash(person);
    const done = there.takeIn(here.out(), from('second'));
    expect(done.setAside.map((one) => one.question)).toEqual(['deletes']);
    expect(there.person(person)?.isTrashed).toBe(false);
    there.edit(person, 'person', { sex: 'female' });
    there.takeIn(here.out(), from('third'), all);
    expect(there.person(person)?.isTrashed).toBe(true);
    expect(there.can.inbox().map((item) => item.record)).toEqual([person]);
  });

  it('asks before a level is lowered', () => {
    const { here, there, person } = pair();
    here.writer.commit('edit', { type: 'typed' }, [
      { record: person, kind: 'person', path: 'sex', value: 'male', level: 'public' },
      { record: person, kind: 'person', path: '$level', value: 'public' },
    ]);
    const done = there.takeIn(here.out(), from('second'));
    expect(done.setAside.map((one) => one.question)).toEqual(['lowers-level', 'lowers-level']);
    expect(there.person(person)?.level).toBe('team');
  });

  it('holds back what was purged here until it is asked for', () => {
    const { here, there, person } = pair();
    there.purge([person]);
    const done = there.takeIn(here.out(), from('second'));
    expect(done.setAside.map((one) => one.question)).toEqual(['purged-here', 'purged-here']);
    expect(there.person(person)).toBeUndefined();
    there.takeIn(here.out(), from('third'), all);
    expect(there.person(person)?.fields.sex).toBe('male');
  });

  it('keeps kinds, fields and values of a later version, hidden, and passes them on', () => {
    const { here, there, person } = pair();
    here.edit(person, 'person', { occupation: 'tailor' });
    const set = here.out();
    const later: ChangeSet = {
      ...set,
      changes: [
        { ...set.changes.at(-1)!, id: fixedId(1), path: 'shoeSize', value: { eu: 43 } },
        { ...set.changes.at(-1)!, id: fixedId(2), path: 'sex', value: 'unlisted', prev: [] },
        { ...set.changes.at(-1)!, id: fixedId(3), record: fixedId(8), kind: 'visit', path: 'a/b' },
      ],
    };
    there.takeIn(later, from('later'), all);
    expect(there.person(person)?.fields).toEqual({ sex: 'male', notes: 'common' });
    expect(there.reader.get(fixedId(8))).toBeUndefined();
    expect(compareWithTables(there.db)).toEqual([]);
    const own = new Set(later.changes.map((change) => change.id));
    const passed = there.out().changes.filter((change) => own.has(change.id));
    expect(new Set(passed)).toEqual(new Set(later.changes));
  });
});

describe('undo of an import', () => {
  it('takes its changes out, also whole records', () => {
    const { here, there, person } = pair();
    const before = sharedState(there.db);
    const other = here.newRecord();
    here.edit(other, 'person', { sex: 'female' });
    here.edit(person, 'person', { sex: 'other' });
    there.takeIn(here.out(), from('second'));
    expect(there.undoImport('second')).toEqual({
      ...{ removed: 2, kept: [], shared: 2, erasedSince: 0 },
    });
    expect(sharedState(there.db)).toEqual(before);
    expect(compareWithTables(there.db)).toEqual([]);
    expect(codeOf(() => there.undoImport('second'))).toBe('input/not-found');
  });

  it('keeps and lists what a change made here since names', () => {
    const { here, there, person } = pair();
    here.edit(person, 'person', { sex: 'other', notes: 'theirs' });
    there.takeIn(here.out(), from('second'));
    there.edit(person, 'person', { sex: 'female' });
    const done = there.undoImport('second');
    expect(done.kept.map((entry) => entry.value)).toEqual(['other']);
    expect(there.person(person)?.fields).toEqual({ sex: 'female', notes: 'common' });
  });

  it('makes no conflict of what other bundles put on top', () => {
    const { here, there, person } = pair();
    here.edit(person, 'person', { sex: 'female' });
    there.takeIn(here.out(), from('second'));
    here.edit(person, 'person', { sex: 'other' });
    const set = here.out();
    there.takeIn({ ...set, changes: set.changes.slice(-1) }, from('third'));
    there.undoImport('second');
    expect(there.person(person)).toMatchObject({ fields: { sex: 'other' }, conflicts: {} });
  });

  it('leaves what was made here when it comes back in a bundle', () => {
    const { here, there, person } = pair();
    here.takeIn(there.out(), from('back'));
    expect(codeOf(() => here.undoImport('back'))).toBe('input/not-found');
    expect(here.person(person)?.fields.sex).toBe('male');
  });
});
