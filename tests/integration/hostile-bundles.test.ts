import { beforeAll, describe, expect, it } from 'vitest';
import { makeCard } from '#core/identity/card';
import { newIdentity, type Identity } from '#core/identity/identity';
import { ownIdentity } from '#core/vault/own-identity';
import { sodiumRandom } from '#core/vault/sodium';
import { change, craft, idOf, PERSON, setOf, type Craft } from '#tests/fixtures/crafted-bundle';
import { INSIDE } from '#tests/fixtures/hostile/inside';
import { LINES } from '#tests/fixtures/hostile/lines';
import { OUTSIDE } from '#tests/fixtures/hostile/outside';
import { desk, TAKE_ALL, type Desk } from '#tests/fixtures/exchange-desks';
import { codeOf, filesOf, streamOf } from './vault-kit';

let here: Desk;
let sender: Identity;
let stranger: Identity;
let receiver: Identity;

const make = (wish: Craft) => craft({ sender, receiver }, wish);

/** Opens and takes in, as a person would who agrees to all that is offered. */
async function attempt(bytes: Uint8Array) {
  const incoming = await here.file.exchange.open(streamOf(bytes));
  try {
    return here.file.exchange.take(incoming, TAKE_ALL);
  } finally {
    incoming.drop();
  }
}

/** Everything a bundle could have changed: the log, what is shown, what lies on the disk. */
const stateOf = (): unknown => ({
  changes: here.vault.db.prepare('SELECT count(*) AS n, max(key) AS last FROM change').get(),
  person: here.file.records.get(PERSON),
  blobs: here.vault.blobs.names(),
  waiting: filesOf(`${here.vault.dir}/staging`),
});

beforeAll(async () => {
  here = await desk('Sample Committee');
  [sender, stranger] = [newIdentity(sodiumRandom), newIdentity(sodiumRandom)];
  receiver = ownIdentity(here.vault)!;
  const { card } = here.file.exchange.cards.add(makeCard('Sample Vakil', sender));
  here.file.exchange.cards.verify(card.id, 'person', card.digits.join(''));
  const privileged = change(0x11, { path: 'safety', value: 'kept here', level: 'privileged' });
  const held = setOf(change(0x10), change(0x12, { path: 'sex', value: 'male' }), privileged);
  await attempt(
    await make({
      set: held,
      manifest: (m) => ({ ...m, scope: { ...m.scope, level: 'privileged' } }),
    }),
  );
});

describe('a hostile bundle', () => {
  const all = [...OUTSIDE, ...INSIDE, ...LINES];

  it('comes in more than sixty kinds', () => {
    expect(all.length).toBeGreaterThan(60);
    expect(new Set(all.map(([why]) => why)).size).toBe(all.length);
  });

  it.each(all)('is refused, and nothing is changed: %s', async (_why, as, bytes) => {
    const before = stateOf();
    expect(await codeOf(attempt(await bytes({ sender, stranger, receiver })))).toBe(as);
    expect(stateOf()).toEqual(before);
  });
});

describe('a bundle that is sound and means no good', () => {
  const notes = () => here.file.records.getOf('person', PERSON)?.fields;

  it('does not lower a level by itself', async () => {
    const lowered = change(0x40, { path: 'notes', level: 'public', prev: [idOf(0x10)] });
    const done = await attempt(await make({ set: setOf(lowered) }));
    expect(done.setAside).toEqual([{ change: idOf(0x40), question: 'lowers-level' }]);
    expect(notes()?.notes).toBe('note 16');
  });

  it('does not put a redacted field over a real value', async () => {
    const emptied = change(0x41, { path: 'safety', value: null, prev: [idOf(0x11)] });
    const done = await attempt(await make({ set: setOf(emptied) }));
    expect(done.setAside).toEqual([{ change: idOf(0x41), question: 'lowers-level' }]);
    expect(notes()?.safety).toBe('kept here');
  });

  it('does not delete a record', async () => {
    const mark = change(0x42, { path: '$trash', value: { seen: [idOf(0x10)] } });
    const done = await attempt(await make({ set: setOf(mark) }));
    expect(done.setAside).toEqual([{ change: idOf(0x42), question: 'deletes' }]);
    expect(here.file.records.get(PERSON)?.isTrashed).toBe(false);
  });

  it('shows no value that hides what it says', async () => {
    const hidden = change(0x43, { path: 'occupation', value: 'a\u202eb' });
    await attempt(await make({ set: setOf(hidden) }));
    expect(notes()?.occupation).toBeUndefined();
  });

  it('keeps what a later version may know, and shows nothing of it', async () => {
    const unknown = change(0x44, { record: idOf(0x66), kind: 'tomorrow', path: 'what', value: 1 });
    const done = await attempt(await make({ set: setOf(unknown) }));
    expect([done.taken, here.file.records.get(idOf(0x66))]).toEqual([[idOf(0x44)], undefined]);
  });

  it('changes nothing the second time, and is called late after a later one', async () => {
    const bytes = await make({
      set: setOf(change(0x45, { path: 'whyInside' })),
      manifest: (m) => ({ ...m, seq: 9 }),
    });
    expect((await attempt(bytes)).taken).toHaveLength(1);
    const before = stateOf();
    expect((await attempt(bytes)).taken).toEqual([]);
    expect(stateOf()).toEqual(before);
    const older = await make({
      set: setOf(change(0x46, { path: 'whyInside' })),
      manifest: (m) => ({ ...m, seq: 4 }),
    });
    const incoming = await here.file.exchange.open(streamOf(older));
    expect(here.file.exchange.arrivalOf(incoming)).toMatchObject({ isStale: true });
    incoming.drop();
  });

  it('is shown and not taken where nobody verified its sender, and then by a word that the log keeps', async () => {
    const bytes = await craft(
      { sender: stranger, receiver },
      { set: setOf(change(0x47, { path: 'dependants' })) },
    );
    const before = stateOf();
    expect(await codeOf(attempt(bytes))).toBe('bundle/unverified');
    expect(stateOf()).toEqual(before);
    const incoming = await here.file.exchange.open(streamOf(bytes));
    expect(here.file.exchange.arrivalOf(incoming).sender).toBe('unknown');
    here.file.exchange.take(incoming, { ...TAKE_ALL, despite: true });
    const log = here.vault.db.prepare("SELECT 1 FROM audit WHERE action = 'bundle.override'").all();
    expect(log).toHaveLength(1);
  });

  it('is not taken from another card than the verified one, nor from a revoked one', async () => {
    const next = newIdentity(sodiumRandom);
    const { cards } = here.file.exchange;
    cards.add(makeCard('Sample Vakil', next), 'Sample Vakil');
    const old = await make({ set: setOf(change(0x48)) });
    const fresh = await craft({ sender: next, receiver }, { set: setOf(change(0x49)) });
    expect(await codeOf(attempt(old))).toBe('bundle/changed');
    expect(await codeOf(attempt(fresh))).toBe('bundle/changed');
    cards.revoke('Sample Vakil');
    expect(await codeOf(attempt(fresh))).toBe('bundle/revoked');
  });
});
