import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf, OutputOf } from '#shared/ipc/entry';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';

type Out<C extends keyof Contract['bundles']> = OutputOf<Contract['bundles'][C]>;
type Order = InputOf<Contract['bundles']['plan']>['order'];
type Found = NonNullable<Out<'open'>['found']>;
type Waiting = Extract<Found, { readonly what: 'bundle' }>;

const EVERYTHING: Order = { purpose: 'counsel', history: 'full', files: 'all' };
const PAGE = { limit: 100, offset: 0 };
const ANSWERS = { deletes: 'setAside', 'lowers-level': 'setAside', 'purged-here': 'setAside' };
const TAKE = { from: 'all', but: [], rest: 'setAside', answers: ANSWERS, despite: false } as const;
const STATEMENT = 'An invented statement about saffron. '.repeat(9_000);

const newJob = (): string => crypto.randomUUID();

/** What the window of a desk does with bundles. */
function bundlesOf(desk: WindowDesk) {
  const path = (name: string) => join(desk.folder, name);
  const call = <T>(name: keyof Contract['bundles'], input?: unknown, files = {}) =>
    desk.value<T>(`bundles:${name}`, input, files);
  const make = async (name: string, to: object | undefined, order = EVERYTHING, note = '') => {
    const { seen } = await call<Out<'plan'>>('plan', { order });
    const { token, files } = desk.chosen(path(name), 'save');
    return call<Out<'make'>>('make', { job: newJob(), token, seen, note, to }, files);
  };
  const open = (file: string, words?: string) => {
    const { token, files } = desk.chosen(file, 'read', statSync(file).size);
    const secret = words === undefined ? {} : { words: new TextEncoder().encode(words) };
    return desk.ask('bundles:open', { job: newJob(), token, ...secret }, files);
  };
  const opened = async (file: string): Promise<Waiting> => {
    const result = await open(file);
    if (!result.ok) throw new Error(result.error.code);
    const { found } = result.value as Out<'open'>;
    if (found?.what !== 'bundle') throw new Error(`found ${String(found?.what)}`);
    return found;
  };
  return { path, call, make, open, opened };
}

const newPerson = async (desk: WindowDesk, text: string): Promise<string> => {
  const { record } = await desk.value<{ record: string }>('records:create', {
    kind: 'person',
    edits: [{ path: 'names/new', value: { text, kind: 'legal' } }],
  });
  return record;
};

describe('bundles, by the calls of two windows', () => {
  let lawyer: WindowDesk;
  let committee: WindowDesk;
  let out: ReturnType<typeof bundlesOf>;
  let came: ReturnType<typeof bundlesOf>;
  let person: string;
  let card: string;
  const to = () => ({ cards: [card], groups: [], toSelf: false, despite: false });

  beforeAll(async () => {
    [lawyer, committee] = [windowDesk(), windowDesk()];
    [out, came] = [bundlesOf(lawyer), bundlesOf(committee)];
    await Promise.all([lawyer.open(), committee.open()]);
    person = await newPerson(lawyer, 'Sample Khayali');
    await lawyer.value('records:edit', {
      id: person,
      edits: [
        { path: 'notes', value: 'said to counsel alone', level: 'privileged' },
        { path: 'occupation', value: 'tailor' },
      ],
    });
    writeFileSync(out.path('statement.txt'), STATEMENT);
    const { token, files } = lawyer.chosen(out.path('statement.txt'), 'read', STATEMENT.length);
    const attach = { tokens: [token], job: newJob(), about: [person] };
    await lawyer.value('documents:attach', attach, files);
    const { exchange } = lawyer.desk.file();
    ({ id: card } = exchange.cards.add(await committee.desk.file().exchange.ownCard()).card);
    exchange.cards.verify(card, 'voice', exchange.cards.show(card).digits.join(' '));
  });
  afterAll(() => {
    lawyer.end();
    committee.end();
  });

  it('show exactly what leaves and what stays, before anything is written', async () => {
    const order: Order = { ...EVERYTHING, purpose: 'committee' };
    const plan = await out.call<Out<'plan'>>('plan', { order });
    expect(plan).toMatchObject({ level: 'team', records: 2, files: 1, heldBack: 2 });
    expect(plan.sizeBytes).toBe(STATEMENT.length);
    const { seen } = plan;
    const leaving = await out.call<Out<'leaving'>>('leaving', { seen, ...PAGE });
    const fields = leaving.rows.find(({ id }) => id === person)?.fields ?? [];
    expect(fields).toContainEqual({ path: 'occupation', value: 'tailor', past: 0 });
    expect(fields.map(({ path }) => path)).not.toContain('notes');
    expect(await out.call('leavingFiles', { seen, ...PAGE })).toMatchObject({
      rows: [{ label: 'statement', sizeBytes: STATEMENT.length }],
    });
    const stays = await out.call<Out<'stayingBack'>>('stayingBack', { seen, ...PAGE });
    expect(stays.rows).toContainEqual({
      ...{ kind: 'person', label: 'Sample Khayali', path: 'notes', reason: 'level' },
    });
    expect(await out.call('leaving', { seen, limit: 1, offset: 1 })).toMatchObject({
      total: 2,
      rows: [{}],
    });
    const other = await lawyer.ask('bundles:leaving', { seen: 'f'.repeat(32), ...PAGE });
    expect(other).toMatchObject({ error: { code: 'input/changed' } });
  });

  it('are not made where something changed since it was seen', async () => {
    const { seen } = await out.call<Out<'plan'>>('plan', { order: EVERYTHING });
    await lawyer.value('records:edit', {
      id: person,
      edits: [{ path: 'occupation', value: 'weaver' }],
    });
    const { token, files } = lawyer.chosen(out.path('stale.rihai'), 'save');
    const input = { job: newJob(), token, seen, note: '', to: to() };
    expect(await lawyer.ask('bundles:make', input, files)).toMatchObject({
      error: { code: 'input/changed' },
    });
    expect(existsSync(out.path('stale.rihai'))).toBe(false);
  });

  it('are written with progress, noted in log and register, and not where it is cancelled', async () => {
    lawyer.events.length = 0;
    const { made } = await out.make('first.rihai', to(), EVERYTHING, 'For the committee.');
    expect(made).toMatchObject({ seq: 1, sizeBytes: statSync(out.path('first.rihai')).size });
    expect(made?.words).toBeUndefined();
    const told = lawyer.events.filter(({ name }) => name === 'progress');
    expect(told.at(-1)?.payload).toMatchObject({ done: STATEMENT.length });
    const { rows } = await lawyer.value<{ rows: { action: string }[] }>('log:list', PAGE);
    expect(rows.map(({ action }) => action)).toContain('bundle');
    const outside = await lawyer.value<{ rows: { what: string; note: string }[] }>('outside:list');
    expect(outside.rows).toContainEqual(
      expect.objectContaining({ what: 'bundle', note: 'Sample Vakil' }),
    );

    const { seen } = await out.call<Out<'plan'>>('plan', { order: EVERYTHING });
    const { token, files } = lawyer.chosen(out.path('never.rihai'), 'save');
    const job = newJob();
    const running = out.call<Out<'make'>>('make', { job, token, seen, note: '', to: to() }, files);
    await out.call('cancel', { job });
    expect(await running).toEqual({ isCancelled: true });
    expect(existsSync(out.path('never.rihai'))).toBe(false);
    expect(readdirSync(lawyer.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect((await out.call<Out<'list'>>('list')).sent).toHaveLength(1);
  });

  it('are looked through before anything changes, and wait until they are let go', async () => {
    expect(await came.call('waiting')).toEqual({});
    const found = await came.opened(out.path('first.rihai'));
    expect(found).toMatchObject({
      ...{ from: 'Sample Vakil', standing: 'unknown', isStale: false, cards: 1, seq: 1 },
      ...{ note: 'For the committee.', counts: { records: 2, conflicts: 0, files: 1 } },
    });
    expect(found.digits).toHaveLength(8);
    expect(await came.call('waiting')).toEqual({ bundle: found });
    const { bundle } = found;
    const coming = await came.call<Out<'coming'>>('coming', { bundle, ...PAGE });
    expect(coming.rows.map(({ isNew }) => isNew)).toEqual([true, true]);
    const one = await came.call<Out<'comingOne'>>('comingOne', { bundle, id: person });
    expect(one).toEqual(coming.rows.find(({ id }) => id === person));
    const other = { bundle, id: '01980000-0000-7000-8000-000000000001' };
    expect(await committee.ask('bundles:comingOne', other)).toMatchObject({
      error: { code: 'input/not-found' },
    });
    expect(await came.call('comingFiles', { bundle, ...PAGE })).toMatchObject({ total: 1 });
    expect(committee.desk.file().counts()).toEqual([]);

    await came.call('close', { bundle });
    expect(await committee.ask('bundles:coming', { bundle, ...PAGE })).toMatchObject({
      error: { code: 'input/not-found' },
    });
    const { vault } = committee.desk.file();
    expect(readdirSync(join(vault.dir, 'staging'))).toEqual([]);
  });

  it('of a sender nobody verified are only looked at, unless somebody says so', async () => {
    const { bundle } = await came.opened(out.path('first.rihai'));
    const take = (more: object = {}) =>
      committee.ask('bundles:take', { job: newJob(), bundle, ...TAKE, ...more });
    expect(await take()).toMatchObject({ error: { code: 'bundle/unverified' } });
    expect(committee.desk.file().counts()).toEqual([]);
    expect(await take({ despite: true })).toMatchObject({ value: { outcome: 'all', files: 1 } });
    const { rows } = await committee.value<{ rows: { action: string }[] }>('log:list', PAGE);
    expect(rows.map(({ action }) => action)).toContain('bundle.override');
    // The text of what came can be looked for, as if it had been taken in here.
    const { groups } = await committee.value<{ groups: { kind: string }[] }>('search:query', {
      text: 'saffron',
    });
    expect(groups.map(({ kind }) => kind)).toEqual(['document']);
    expect(committee.events).toContainEqual({ name: 'vaultChanged', payload: { records: [] } });
  });

  it('are receipted, and the receipt is opened like anything that arrives', async () => {
    const { arrived } = await came.call<Out<'list'>>('list');
    const { token, files } = committee.chosen(came.path('receipt.rhr'), 'save');
    await came.call('receipt', { bundle: arrived[0]?.id, token }, files);
    expect(await out.open(came.path('receipt.rhr'))).toMatchObject({
      value: { found: { what: 'receipt', from: 'Sample Vakil', seq: 1, outcome: 'all' } },
    });
    const { sent } = await out.call<Out<'list'>>('list');
    expect(sent).toMatchObject([{ to: ['Sample Vakil'], receipts: [{ outcome: 'all' }] }]);
    // Their own receipt says nothing to those who wrote it.
    expect(await came.open(came.path('receipt.rhr'))).toMatchObject({
      error: { code: 'receipt/unknown' },
    });
  });

  it('come again as what they are: known, or a card or notice of another tab', async () => {
    const found = await came.opened(out.path('first.rihai'));
    expect(found).toMatchObject({ before: 'all', counts: { records: 0, updates: 0 } });
    await came.call('close', { bundle: found.bundle });
    writeFileSync(came.path('card'), await lawyer.desk.file().exchange.ownCard());
    expect(await came.open(came.path('card'))).toMatchObject({
      value: { found: { what: 'card' } },
    });
    writeFileSync(came.path('noise'), 'x'.repeat(100_000));
    expect(await came.open(came.path('noise'))).toMatchObject({
      error: { code: 'bundle/damaged', params: { reason: 'not-a-bundle' } },
    });
  });

  it('keep both values, and take all of it back at once', async () => {
    const edit = (desk: WindowDesk, value: string) =>
      desk.value('records:edit', { id: person, edits: [{ path: 'occupation', value }] });
    await edit(lawyer, 'printer');
    await edit(committee, 'teacher');
    await out.make('second.rihai', to());
    const found = await came.opened(out.path('second.rihai'));
    expect(found.counts).toMatchObject({ conflicts: 1 });
    const { bundle } = found;
    const taken = await came.call<Out<'take'>>('take', {
      ...{ job: newJob(), bundle, ...TAKE, despite: true },
    });
    expect(taken).toMatchObject({ outcome: 'all', conflicts: 1 });
    expect(await came.call('undo', { bundle })).toMatchObject({ kept: 0 });
    expect(await committee.value('conflicts:list')).toEqual([]);
    const { record } = { record: committee.desk.file().records.get(person as never) };
    expect(record?.fields).toMatchObject({ occupation: 'teacher' });
  });

  it('open by eight words, as they were shown once', async () => {
    const { made } = await out.make('words.rihai', undefined, { ...EVERYTHING, files: 'none' });
    expect(made?.words).toHaveLength(8);
    const file = out.path('words.rihai');
    expect(await came.open(file)).toMatchObject({ error: { code: 'bundle/passphrase' } });
    expect(await came.open(file, 'not these words at all for sure no')).toMatchObject({
      error: { code: 'bundle/passphrase', params: { reason: 'wrong' } },
    });
    const typed = `  ${(made?.words ?? []).join('  ').toUpperCase()}\n`;
    const result = await came.open(file, typed);
    expect(result).toMatchObject({ value: { found: { what: 'bundle' } } });
    expect(readFileSync(file).subarray(22, 31).toString()).toBe('-> scrypt');
    const { sent } = await out.call<Out<'list'>>('list');
    expect(sent[0]).toMatchObject({ isForWords: true, to: [] });
  });

  it('are asked for again as they were', async () => {
    const order: Order = {
      ...EVERYTHING,
      persons: [person as never],
      files: 'none',
      level: 'team',
    };
    const { made } = await out.make('again.rihai', to(), order);
    expect(await out.call('again', { bundle: made?.bundle })).toEqual({
      order,
      to: { cards: [card], groups: [], toSelf: false },
    });
  });
});
