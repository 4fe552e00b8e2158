import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ElementId } from '#shared/domain/ids';
import { sharedState } from '#tests/fixtures/memory-desks';
import { fixedId, memoryVault } from '#tests/fixtures/memory-vault';
import { changeExporter } from './export-changes';
import type { Edit, JsonValue } from './model';
import { compareWithTables } from './replay';
import { taker } from './take-in';
import { undoer } from './undo';
import { bundleUndoer } from './undo-bundle';

const seed = Number(process.env['SEED'] ?? Date.now() % 0x7fffffff);
const numRuns = Number(process.env['SOAK_RUNS'] ?? 30);
console.info(`undo properties: seed ${seed}, ${numRuns} runs (SEED, SOAK_RUNS)`);
const settings = { seed, numRuns, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false };

const PERSONS = [fixedId(0xb1), fixedId(0xb2)] as unknown as readonly Edit['record'][];
const TAG = `tags/${fixedId<ElementId>(0xe1)}`;

const edit = fc.record({
  record: fc.constantFrom(...PERSONS),
  kind: fc.constant('person'),
  path: fc.constantFrom('notes', 'occupation', TAG),
  value: fc.constantFrom<JsonValue>(null, 'one', 'two', 'three'),
});

/** One action: at most one value for each path. */
const action = fc.uniqueArray(edit, {
  minLength: 1,
  maxLength: 4,
  selector: ({ record, path }) => `${record} ${path}`,
});

const step = fc.record({ desk: fc.nat({ max: 1 }), edits: action, shares: fc.boolean() });

function desk(number: number) {
  const vault = memoryVault(number);
  return {
    ...vault,
    out: () => changeExporter(vault.db)({ records: 'all' }),
    takeIn: taker(vault.parts),
    undo: undoer(vault.parts).undo,
    undoImport: bundleUndoer(vault.parts),
    commit: (edits: readonly Edit[]) => vault.writer.commit('edit', { type: 'typed' }, edits),
    /** What is shown, without the times of writing. */
    shown: () =>
      PERSONS.map((id) => vault.reader.get(id)).map(
        (view) => view && { fields: view.fields, conflicts: view.conflicts },
      ),
  };
}

function twoDesks(steps: readonly { desk: number; edits: readonly Edit[]; shares: boolean }[]) {
  const desks = [desk(1), desk(2)] as const;
  steps.forEach(({ desk: at, edits, shares }, index) => {
    const [own, other] = at === 0 ? desks : [desks[1], desks[0]];
    own.commit(edits);
    const origin = { bundle: `bundle-${index}`, sender: 'Sample Desk' };
    if (shares) other.takeIn(own.out(), origin, () => 'take');
  });
  return desks;
}

const steps = fc.array(step, { minLength: 2, maxLength: 12 });

describe('whatever two desks did', () => {
  it('an action undone shows what was shown before it, and undone again what it showed', () => {
    fc.assert(
      fc.property(steps, action, (before, last) => {
        const [own] = twoDesks(before);
        for (const record of PERSONS)
          own.commit([{ record, kind: 'person', path: 'sex', value: 'male' }]);
        const first = own.shown();
        const done = own.commit(last);
        const second = own.shown();
        if (done.changes === 0) return;
        const undone = own.undo(done.action);
        expect(own.shown()).toEqual(first);
        own.undo(undone.action);
        expect(own.shown()).toEqual(second);
        expect(compareWithTables(own.db)).toEqual([]);
      }),
      settings,
    );
  }, 120_000);

  it('an import taken back leaves the vault as it was', () => {
    fc.assert(
      fc.property(steps, (before) => {
        const [own, other] = twoDesks(before);
        const state = sharedState(own.db);
        const log = own.out();
        const origin = { bundle: 'last', sender: 'Sample Desk' };
        const { taken } = own.takeIn(other.out(), origin, () => 'take');
        if (taken.length > 0) expect(own.undoImport('last').removed).toBe(taken.length);
        expect(sharedState(own.db)).toEqual(state);
        expect(own.out()).toEqual(log);
        expect(compareWithTables(own.db)).toEqual([]);
      }),
      settings,
    );
  }, 120_000);
});
