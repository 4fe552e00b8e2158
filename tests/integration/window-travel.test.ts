import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf, OutputOf } from '#shared/ipc/entry';
import { openCaseFile, openVault, type CaseFile } from '#core/app/index';
import { utf8 } from '#core/kernel/bytes';
import { systemClock } from '#core/kernel/ports';
import { deriveHere } from '#core/vault/index';
import { PASSPHRASE_OF_DESK, windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';
import { newFolder } from './vault-kit';

type Out<C extends keyof Contract['travel']> = OutputOf<Contract['travel'][C]>;
type Order = InputOf<Contract['bundles']['plan']>['order'];

const WORDS = 'copper meadow violin anchor thistle drum';
const PAPER = 'An invented order about saffron. '.repeat(4_000);
const newJob = (): string => crypto.randomUUID();

describe('a travel copy, by the calls of the window', () => {
  let desk: WindowDesk;
  let person: string;
  let other: string;
  const orderOf = (persons: readonly string[]): Order =>
    ({ persons, purpose: 'counsel', history: 'full', files: 'all' }) as unknown as Order;
  const plan = async () =>
    desk.value<OutputOf<Contract['bundles']['plan']>>('bundles:plan', { order: orderOf([person]) });
  const make = async (dir: string, more: object = {}) => {
    const { seen } = await plan();
    const { token, files } = desk.chosen(dir, 'newVault');
    const input = { job: newJob(), token, seen, passphrase: utf8(WORDS), days: 30, ...more };
    return desk.ask('travel:make', input, files);
  };
  const back = (dir: string, words = WORDS) => {
    const { token, files } = desk.chosen(dir, 'openVault');
    return desk.ask('travel:back', { job: newJob(), token, passphrase: utf8(words) }, files);
  };
  const list = () => desk.value<Out<'list'>>('travel:list');
  const create = async (text: string): Promise<string> => {
    const { record } = await desk.value<{ record: string }>('records:create', {
      kind: 'person',
      edits: [{ path: 'names/new', value: { text, kind: 'legal' } }],
    });
    return record;
  };
  const edit = (path: string, value: string) =>
    desk.value('records:edit', { id: person, edits: [{ path, value }] });
  const inCopy = async (dir: string, work: (file: CaseFile) => void) => {
    const secret = { type: 'passphrase', bytes: utf8(WORDS) } as const;
    const vault = await openVault({ dir, secret, clock: systemClock, deriveKey: deriveHere });
    work(openCaseFile(vault, { resourcesDir: 'resources' }));
    vault.close();
  };
  const fields = () => desk.desk.file().records.getOf('person', person as never)?.fields;

  const dir = join(newFolder(), 'visit');

  beforeAll(async () => {
    desk = windowDesk();
    await desk.open();
    person = await create('Sample Khayali');
    other = await create('Sample Farzi');
    const paper = join(desk.folder, 'order.txt');
    writeFileSync(paper, PAPER);
    const { token, files } = desk.chosen(paper, 'read', PAPER.length);
    const attach = { tokens: [token], job: newJob(), about: [person] };
    await desk.value('documents:attach', attach, files);
  });
  afterAll(() => {
    desk.end();
  });

  it('is made of exactly what was seen, under words of its own, and is listed as out', async () => {
    expect(await list()).toEqual([]);
    const look = (path: string) => {
      const { token, files } = desk.chosen(path, 'newVault');
      return desk.ask('travel:look', { token }, files);
    };
    expect(await look(dir)).toEqual({ ok: true, value: {} });
    expect(await look(join(dir, 'Dropbox', 'copy'))).toMatchObject({
      value: { carrier: 'Dropbox' },
    });
    expect(await look(desk.folder)).toMatchObject({ error: { code: 'vault/exists' } });
    expect(await make(desk.folder)).toMatchObject({ error: { code: 'vault/exists' } });
    expect(await make(dir, { seen: 'f'.repeat(32) })).toMatchObject({
      error: { code: 'input/changed' },
    });
    expect(await make(dir, { passphrase: utf8('aaaaaaaaaaaa') })).toMatchObject({ ok: false });
    expect(existsSync(dir)).toBe(false);
    expect(await list()).toEqual([]);

    desk.events.length = 0;
    const made = await make(dir);
    expect(made).toMatchObject({ value: { isCancelled: false, made: { records: 2, files: 1 } } });
    expect(desk.events.at(-1)?.payload).toMatchObject({ done: PAPER.length, total: PAPER.length });
    const [copy, ...more] = await list();
    expect(more).toEqual([]);
    expect(copy).toMatchObject({ place: dir, asked: 1, records: 2, files: 1, isOver: false });
    expect(copy?.about).toEqual([{ id: person, kind: 'person', label: 'Sample Khayali' }]);
    expect(copy?.backMs).toBeUndefined();
    // It is no other desk that something could be made for.
    const { cards } = await desk.value<{ cards: unknown[] }>('cards:list');
    expect(cards).toEqual([]);
    await inCopy(dir, ({ records }) => {
      expect(records.get(person as never)?.label).toBe('Sample Khayali');
      expect(records.get(other as never)).toBeUndefined();
    });
  });

  it('comes back by merge: new values, a conflict where both wrote, and again nothing', async () => {
    await inCopy(dir, (file) => {
      file.desk.edit(person as never, [
        { path: 'notes', value: 'tired, asks for a doctor' },
        { path: 'occupation', value: 'weaver' },
      ]);
    });
    await edit('occupation', 'tailor');
    expect(await back(dir, 'not these words at all')).toMatchObject({
      error: { code: 'vault/passphrase' },
    });
    expect(await back(join(dir, 'gone'))).toMatchObject({ ok: false });
    const done = await back(dir);
    expect(done).toMatchObject({ value: { isCancelled: false, back: { conflicts: 1 } } });
    expect(fields()).toMatchObject({ notes: 'tired, asks for a doctor' });
    expect(desk.events).toContainEqual({ name: 'vaultChanged', payload: { records: [] } });
    expect((await list())[0]?.backMs).toBeGreaterThan(0);
    expect(await back(dir)).toMatchObject({ value: { back: { taken: 0 } } });
  });

  it('is refused where it is another vault', async () => {
    expect(await back(join(desk.folder, 'vault'), PASSPHRASE_OF_DESK)).toMatchObject({ ok: false });
    const elsewhere = windowDesk();
    await elsewhere.open();
    elsewhere.desk.close();
    expect(await back(join(elsewhere.folder, 'vault'), PASSPHRASE_OF_DESK)).toMatchObject({
      error: { code: 'travel/none' },
    });
    elsewhere.end();
  });

  it('is refused once it is lost, held once it is seized, and believed again when it was found', async () => {
    const id = (await list())[0]?.id;
    const end = (how?: string) => desk.value('travel:end', { id, ...(how && { how }) });
    await end('lost');
    expect((await list())[0]).toMatchObject({ ended: { how: 'lost' } });
    expect(await back(dir)).toMatchObject({ error: { code: 'bundle/revoked' } });
    await end('seized');
    expect(await back(dir)).toMatchObject({ error: { code: 'bundle/held' } });
    await end();
    expect((await list())[0]?.ended).toBeUndefined();
    expect(await back(dir)).toMatchObject({ value: { back: { taken: 0 } } });
    await end('destroyed');
    expect(await back(dir)).toMatchObject({ error: { code: 'bundle/revoked' } });
    const { rows } = await desk.value<{ rows: { action: string }[] }>('log:list', {
      limit: 50,
      offset: 0,
    });
    expect(rows.filter(({ action }) => action === 'travel.end')).toHaveLength(4);
    expect(await desk.ask('travel:end', { id: 'f'.repeat(32), how: 'lost' })).toMatchObject({
      error: { code: 'input/not-found' },
    });
  });

  it('leaves nothing where it is called off', async () => {
    const place = join(newFolder(), 'never');
    const { seen } = await plan();
    const { token, files } = desk.chosen(place, 'newVault');
    const job = newJob();
    const input = { job, token, seen, passphrase: utf8(WORDS), days: 1 };
    const running = desk.value<Out<'make'>>('travel:make', input, files);
    await desk.value('travel:cancel', { job });
    expect(await running).toEqual({ isCancelled: true });
    expect(existsSync(place)).toBe(false);
    expect(await list()).toHaveLength(1);
    expect(readdirSync(join(desk.folder, 'vault', 'staging'))).toEqual([]);
    const cards = desk.desk.file().exchange.cards.list();
    expect(cards).toHaveLength(1);
  });
});
