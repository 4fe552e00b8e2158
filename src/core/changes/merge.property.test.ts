import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeId } from '#shared/domain/ids';
import { LEVELS } from '#shared/domain/levels';
import { changeQueries } from '#core/db/repositories/change-queries';
import { recordQueries } from '#core/db/repositories/record-view';
import { causalModel, SHARED, sharedState } from '#tests/fixtures/memory-desks';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { changeExporter } from './export-changes';
import { historyReader } from './history';
import type { Change, ChangeSet, JsonValue } from './model';
import { compareWithTables } from './replay';
import { taker } from './take-in';
import { trashCan } from './trash';

const runs = Number(process.env['SOAK_RUNS'] ?? 40);
const seed = Number(process.env['SEED'] ?? Date.now() % 0x7fffffff);
console.info(`merge properties: seed ${seed}, ${runs} runs (SEED, SOAK_RUNS)`);

const number = fc.nat({ max: 5 });
// Mostly the same few paths: only what meets can clash.
const few = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 5 }) },
);

const op = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      desk: number,
      record: few,
      path: few,
      value: number,
      level: number,
      at: fc.integer({ min: -5, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('trash' as const), desk: number, record: few }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('restore' as const), desk: number, record: few }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('share' as const),
      from: number,
      to: number,
      records: fc.array(few, { minLength: 1, maxLength: 3 }),
      levels: fc.uniqueArray(fc.constantFrom(...LEVELS), { minLength: 1, maxLength: 2 }),
      order: fc.infiniteStream(fc.nat({ max: 1000 })),
      parts: fc.integer({ min: 1, max: 3 }),
      twice: fc.boolean(),
    }),
  },
);
type Op = typeof op extends fc.Arbitrary<infer T> ? T : never;

const PATHS: Readonly<Record<string, readonly [string, (value: number) => JsonValue][]>> = {
  person: [
    ['sex', (value) => ['female', 'male', null][value % 3] ?? null],
    ['notes', (value) => (value === 0 ? null : `note ${value}`)],
    [`tags/${SHARED.elements[0]}`, (value) => (value === 0 ? null : `tag ${value}`)],
    [`tags/${SHARED.elements[1]}`, (value) => (value === 0 ? null : `tag ${value}`)],
    [`names/${SHARED.elements[0]}`, (value) => (value < 2 ? null : { text: `Khayali ${value}` })],
    ['$level', (value) => LEVELS[value % 3] ?? 'team'],
  ],
  order: [
    ['number', (value) => (value === 0 ? null : `No. ${value}`)],
    ['on', (value) => (value === 0 ? null : { edtf: `2025-0${value}` })],
    [
      `persons/${SHARED.elements[0]}`,
      (value) => (value === 0 ? null : { person: SHARED.records[0].id }),
    ],
  ],
  hold: [
    ['person', (value) => (value % 2 === 0 ? null : SHARED.records[0].id)],
    ['type', (value) => ['arrest', 'conviction', null][value % 3] ?? null],
    ['from', (value) => (value === 0 ? null : { edtf: `2025-05-1${value}` })],
  ],
};

type Desk = ReturnType<typeof desk>;
type Model = ReturnType<typeof causalModel>;

function desk(number: number) {
  const vault = memoryVault(number + 1);
  return {
    ...vault,
    exportChanges: changeExporter(vault.db),
    takeIn: taker(vault.parts),
    can: trashCan(vault.parts),
    log: changeQueries(vault.db),
    view: recordQueries(vault.db),
  };
}

const at = <Item>(items: readonly Item[], index: number): Item => items[index % items.length]!;

function edit(vault: Desk, command: Extract<Op, { type: 'edit' }>): void {
  const { id, kind } = at(SHARED.records, command.record);
  const [path, valueOf] = at(PATHS[kind]!, command.path);
  vault.clock.set(vault.clock.nowMs() + command.at * 1000);
  const level = at([...LEVELS, undefined, undefined], command.level);
  vault.writer.commit('edit', { type: 'typed' }, [
    { record: id, kind, path, value: valueOf(command.value), ...(level && { level }) },
  ]);
}

function shuffled(changes: readonly Change[], order: Iterator<number>): readonly Change[] {
  return changes
    .map((change) => ({ change, rank: order.next().value as number }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ change }) => change);
}

function inParts(set: ChangeSet, parts: number): readonly ChangeSet[] {
  return Array.from({ length: parts }, (_, part) => ({
    ...set,
    changes: set.changes.filter((_change, index) => index % parts === part),
  }));
}

let bundles = 0;
const takeAll = (to: Desk, set: ChangeSet) =>
  to.takeIn(set, { bundle: `bundle-${(bundles += 1)}`, sender: 'Sample Desk' }, () => 'take');

function share(desks: readonly Desk[], command: Extract<Op, { type: 'share' }>): void {
  const records = new Set(command.records.map((record) => at(SHARED.records, record).id));
  const set = at(desks, command.from).exportChanges({
    records: [...records],
    mayLeave: (change) => command.levels.includes(change.level),
  });
  const order = command.order[Symbol.iterator]();
  const mixed = { ...set, changes: shuffled(set.changes, order) };
  const to = at(desks, command.to);
  for (const part of inParts(mixed, command.parts)) takeAll(to, part);
  if (command.twice) takeAll(to, mixed);
}

function perform(desks: readonly Desk[], command: Op): void {
  if (command.type === 'share') {
    share(desks, command);
    return;
  }
  const own = at(desks, command.desk);
  if (command.type === 'edit') {
    edit(own, command);
    return;
  }
  const { id } = at(SHARED.records, command.record);
  if (own.view.byId(id) !== undefined) own.can[command.type](id);
}

/** Heads of a vault are exactly the changes that nobody, anywhere, knowingly followed with one it holds. */
function expectTrueHeads(own: Desk, model: Model): void {
  const held = own.exportChanges({ records: 'all' }).changes;
  const expected = model.heads(held);
  const found = new Map<string, Set<ChangeId>>();
  for (const row of own.view.everyRecord())
    for (const head of own.log.headsOfRecord(row.key)) {
      const place = `${head.record} ${head.path}`;
      found.set(place, (found.get(place) ?? new Set()).add(head.id));
    }
  expect(found).toEqual(new Map(expected));
}

/**
 * A record is in the inbox if its deletion did not follow all that is there, and only with values
 * that whoever deleted it had not seen. Between the two lies a deletion after a restore, by a desk
 * that was never sent a value which the first deletion had seen: asking again loses nothing.
 */
function expectTrueInbox(own: Desk, model: Model): void {
  const inbox = new Map(
    own.can.inbox().map((item) => [item.record, item.unseen.map((one) => one.change)]),
  );
  for (const row of own.view.trashed()) {
    const heads = own.log.headsOfRecord(row.key);
    const marks = heads.filter((head) => head.path === '$trash' && head.value !== null);
    const values = heads.filter((head) => head.path !== '$trash').map(({ id }) => id);
    const without = (known: (mark: ChangeId) => ReadonlySet<ChangeId>) =>
      values.filter((id) => !marks.some((mark) => known(mark.id).has(id)));
    const asked = inbox.get(row.id) ?? [];
    expect(asked).toEqual(expect.arrayContaining(without(model.ancestors)));
    expect(without(model.sawIn)).toEqual(expect.arrayContaining(asked));
    inbox.delete(row.id);
  }
  expect([...inbox]).toEqual([]);
}

function exchangeAll(desks: readonly Desk[]): void {
  for (const from of [...desks, ...desks])
    for (const to of desks) if (from !== to) takeAll(to, from.exportChanges({ records: 'all' }));
}

describe('three desks that edit and share at random', () => {
  it('have only the conflicts that somebody made, and end in the same state with no value lost', () => {
    fc.assert(
      fc.property(fc.array(op, { minLength: 10, maxLength: 40, size: 'max' }), (commands) => {
        const desks = [0, 1, 2].map(desk);
        const model = causalModel();
        for (const command of commands) {
          perform(desks, command);
          for (const own of desks) model.learn(own.db);
          for (const own of desks) {
            expectTrueHeads(own, model);
            expectTrueInbox(own, model);
          }
        }
        for (const own of desks) expect(compareWithTables(own.db)).toEqual([]);

        exchangeAll(desks);
        const [first, ...others] = desks.map((own) => sharedState(own.db));
        for (const state of others) expect(state).toEqual(first);
        for (const own of desks) {
          const history = historyReader(own.db, own.clock);
          const entries = SHARED.records.flatMap(({ id }) => history(id));
          const values = new Map(entries.map((entry) => [entry.change, entry.value]));
          expect(values).toEqual(new Map([...model.made].map(([id, { value }]) => [id, value])));
          expectTrueHeads(own, model);
        }

        exchangeAll(desks);
        expect(desks.map((own) => sharedState(own.db))).toEqual([first, first, first]);
      }),
      { seed, numRuns: runs, interruptAfterTimeLimit: 100_000, markInterruptAsFailure: false },
    );
  }, 120_000);
});
