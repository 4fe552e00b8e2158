import { describe, expect, it } from 'vitest';
import type { ImportId, RecordId } from '#shared/domain/ids';
import { isAppError } from '#shared/errors/app-error';
import { sharedState } from '#tests/fixtures/memory-desks';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { changeExporter } from './export-changes';
import { historyReader } from './history';
import type { JsonValue } from './model';
import { compareWithTables } from './replay';
import { taker } from './take-in';
import { trashCan } from './trash';
import { undoer } from './undo';

type Line = readonly [record: RecordId, values: Readonly<Record<string, JsonValue>>];

function desk(seed = 1) {
  const vault = memoryVault(seed);
  return {
    ...vault,
    ...undoer(vault.parts),
    can: trashCan(vault.parts),
    history: historyReader(vault.db, vault.clock),
    newImport: () => vault.ids.next<ImportId>(),
    /** One batch of an import: every line an action of its own. */
    importLines: (id: ImportId, lines: readonly Line[]) =>
      vault.writer.commitAll(
        lines.map(([record, values], index) => ({
          what: 'import',
          origin: { type: 'file', import: id, row: index + 1 },
          edits: Object.entries(values).map(([path, value]) => ({
            record,
            kind: 'person',
            path,
            value,
          })),
        })),
      ),
    people: () => vault.reader.all('person').map(({ id }) => id),
    fieldsOf: (id: RecordId) => vault.reader.getOf('person', id)?.fields,
    actions: () =>
      vault.db.prepare<{ n: number }>('SELECT count(*) AS n FROM action').get()?.n ?? 0,
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

describe('undo of an import', () => {
  it('takes back every line of every batch, as one action with one audit row', () => {
    const own = desk();
    const [known, ...fresh] = Array.from({ length: 1201 }, () => own.newRecord());
    own.edit(known!, 'person', { sex: 'male', notes: 'kept' });
    const id = own.newImport();
    own.importLines(id, [[known!, { sex: 'female', occupation: 'Invented work' }]]);
    own.importLines(
      id,
      fresh.map((record): Line => [record, { sex: 'male' }]),
    );
    const before = own.actions();
    const done = own.undoFileImport(id);
    expect(own.fieldsOf(known!)).toEqual({ sex: 'male', notes: 'kept' });
    expect(own.people()).toEqual([known]);
    expect(own.reader.get(fresh[0]!)).toMatchObject({ isTrashed: true, fields: { sex: 'male' } });
    expect(done).toMatchObject({ changes: 1202 });
    expect(new Set(done.records)).toEqual(new Set([known, ...fresh]));
    expect(own.actions()).toBe(before + 1);
    expect(own.audit.rows.at(-1)).toEqual({
      action: 'undo',
      objectRef: id,
      details: { action: done.action, changes: 1202 },
    });
    expect(compareWithTables(own.db)).toEqual([]);
  });

  it('is itself undone like any action, and that again', () => {
    const own = desk();
    const [known, fresh] = [own.newRecord(), own.newRecord()];
    own.edit(known, 'person', { sex: 'male' });
    const id = own.newImport();
    own.importLines(id, [
      [known, { sex: 'female' }],
      [fresh, { sex: 'other' }],
    ]);
    const back = own.undo(own.undoFileImport(id).action);
    expect(own.people()).toEqual([known, fresh]);
    expect(own.fieldsOf(known)).toEqual({ sex: 'female' });
    own.undo(back.action);
    expect(own.people()).toEqual([known]);
    expect(own.fieldsOf(known)).toEqual({ sex: 'male' });
    expect(compareWithTables(own.db)).toEqual([]);
  });

  it('goes back to what stood before it where two of its lines wrote to one path', () => {
    const own = desk();
    const [known, fresh] = [own.newRecord(), own.newRecord()];
    own.edit(known, 'person', { sex: 'male' });
    const id = own.newImport();
    const lines: Line[] = [
      [known, { sex: 'female' }],
      [fresh, { sex: 'female' }],
    ];
    own.importLines(id, lines);
    own.importLines(id, [
      [known, { sex: 'other' }],
      [fresh, { sex: 'other' }],
    ]);
    own.undoFileImport(id);
    expect(own.fieldsOf(known)).toEqual({ sex: 'male' });
    expect(own.reader.get(known)?.conflicts).toEqual({});
    expect(own.people()).toEqual([known]);
    expect(own.history(known, 'sex').filter(({ isHead }) => isHead)).toHaveLength(1);
  });

  it('is refused whole where later changes rest on it, with their number and the first records', () => {
    const own = desk();
    const people = Array.from({ length: 700 }, () => own.newRecord());
    const id = own.newImport();
    own.importLines(
      id,
      people.map((record): Line => [record, { sex: 'male' }]),
    );
    const edited = people.slice(600, 608);
    for (const record of edited) own.edit(record, 'person', { sex: 'female', notes: 'seen' });
    const last = own.can.trash(people[650]!);
    const state = sharedState(own.db);
    expect(paramsOf(() => own.undoFileImport(id))).toEqual({
      code: 'input/undo',
      import: id,
      reason: 'later-changes',
      changes: 17,
      records: 9,
      in: edited.slice(0, 5).join(' '),
      first: last.action,
    });
    expect(sharedState(own.db)).toEqual(state);
    expect(own.people()).toHaveLength(699);
  });

  it('is refused the second time, and where no import has the id', () => {
    const own = desk();
    const id = own.newImport();
    own.importLines(id, [[own.newRecord(), { sex: 'male' }]]);
    own.undoFileImport(id);
    expect(paramsOf(() => own.undoFileImport(id))).toMatchObject({
      code: 'input/undo',
      records: 1,
    });
    const none = own.newImport();
    expect(paramsOf(() => own.undoFileImport(none))).toEqual({
      code: 'input/not-found',
      import: none,
    });
  });

  it('takes back the part that one run wrote, and leaves what another run added', () => {
    const own = desk();
    const [one, two, three] = [own.newRecord(), own.newRecord(), own.newRecord()];
    const [cut, rest] = [own.newImport(), own.newImport()];
    own.importLines(cut, [
      [one, { sex: 'male' }],
      [two, { sex: 'male' }],
    ]);
    own.importLines(rest, [[three, { sex: 'male' }]]);
    own.undoFileImport(cut);
    expect(own.people()).toEqual([three]);
    own.undoFileImport(rest);
    expect(own.people()).toEqual([]);
  });

  it('touches nothing that a bundle brought under the same id', () => {
    const [own, other] = [desk(1), desk(2)];
    const id = own.newImport();
    const [mine, theirs] = [own.newRecord(), other.newRecord()];
    own.importLines(id, [[mine, { sex: 'male' }]]);
    other.importLines(id, [[theirs, { sex: 'male' }]]);
    taker(own.parts)(
      changeExporter(other.db)({ records: 'all' }),
      { bundle: 'sample-bundle', sender: 'Sample Desk' },
      () => 'take',
    );
    own.undoFileImport(id);
    expect(own.people()).toEqual([theirs]);
  });

  it('knows lines imported before imports had ids as actions of their own only', () => {
    const own = desk();
    const record = own.newRecord();
    const { action } = own.writer.commit('import', { type: 'file', row: 7 }, [
      { record, kind: 'person', path: 'sex', value: 'male' },
    ]);
    expect(own.history(record)).toMatchObject([{ origin: { type: 'file', row: 7 } }]);
    own.undo(action);
    expect(own.people()).toEqual([]);
  });
});

describe('an import id from another vault', () => {
  it('is refused where it is none', () => {
    const [own, other] = [desk(1), desk(2)];
    other.importLines('people.jsonl' as ImportId, [[other.newRecord(), { sex: 'male' }]]);
    const set = changeExporter(other.db)({ records: 'all' });
    const origin = { bundle: 'sample-bundle', sender: 'Sample Desk' };
    expect(paramsOf(() => taker(own.parts)(set, origin))).toMatchObject({
      code: 'input/field',
      reason: 'not-an-id',
    });
  });
});
