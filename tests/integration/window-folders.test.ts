import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';
import { newFolder } from './vault-kit';

type Out<C extends keyof Contract['folders']> = OutputOf<Contract['folders'][C]>;

const SETTINGS = { purpose: 'committee', history: 'full', files: 'all', partMib: 4_095 } as const;
const PAPER = 'An invented order about saffron. '.repeat(4_000);
const newJob = (): string => crypto.randomUUID();

/** What the window of a desk does with shared folders. */
function foldersOf(desk: WindowDesk) {
  const call = <T>(name: keyof Contract['folders'], input?: unknown, files = {}) =>
    desk.value<T>(`folders:${name}`, input, files);
  const add = (path: string, more: object = {}) => {
    const { token, files } = desk.chosen(path, 'shared');
    return desk.ask('folders:add', { token, group: 'Committee', ...SETTINGS, ...more }, files);
  };
  const only = async () => {
    const { folders } = await call<Out<'list'>>('list');
    const [folder] = folders;
    if (folder === undefined) throw new Error('no folder');
    return folder;
  };
  const sync = async (more: object = {}) =>
    desk.ask('folders:sync', { job: newJob(), id: (await only()).id, anew: false, ...more });
  const synced = async (): Promise<Out<'sync'>> => {
    const result = await sync();
    if (!result.ok) throw new Error(result.error.code);
    return result.value as Out<'sync'>;
  };
  return { call, add, only, sync, synced };
}

const create = async (
  desk: WindowDesk,
  kind: string,
  values: Readonly<Record<string, unknown>>,
) => {
  const edits = Object.entries(values).map(([path, value]) => ({ path, value }));
  const { record } = await desk.value<{ record: string }>('records:create', { kind, edits });
  return record;
};

async function know(here: WindowDesk, there: WindowDesk): Promise<void> {
  const { exchange } = here.desk.file();
  const { card } = exchange.cards.add(await there.desk.file().exchange.ownCard());
  exchange.cards.verify(card.id, 'voice', card.digits.join(' '));
  await here.value('cards:setGroup', { name: 'Committee', members: [card.id] });
}

describe('a shared folder, by the calls of two windows', () => {
  let lawyer: WindowDesk;
  let committee: WindowDesk;
  let ours: ReturnType<typeof foldersOf>;
  let theirs: ReturnType<typeof foldersOf>;
  let person: string;
  const place = newFolder();

  beforeAll(async () => {
    [lawyer, committee] = [windowDesk(), windowDesk()];
    [ours, theirs] = [foldersOf(lawyer), foldersOf(committee)];
    await Promise.all([lawyer.open(), committee.open()]);
    await know(lawyer, committee);
    await know(committee, lawyer);
    person = await create(lawyer, 'person', {
      'names/new': { text: 'Sample Khayali', kind: 'legal' },
      occupation: 'tailor',
    });
    await lawyer.value('records:edit', {
      id: person,
      edits: [{ path: 'notes', value: 'said to counsel alone', level: 'privileged' }],
    });
  });
  afterAll(() => {
    lawyer.end();
    committee.end();
  });

  it('is looked at before it is used, and not where the vault itself lies', async () => {
    expect(await ours.call('list')).toEqual({ folders: [], asking: 0, filesOnTheWay: 0 });
    const look = (path: string) => {
      const { token, files } = lawyer.chosen(path, 'shared');
      return lawyer.ask('folders:look', { token }, files);
    };
    const carried = join(newFolder(), 'Nextcloud');
    mkdirSync(carried);
    expect(await look(place)).toEqual({ ok: true, value: {} });
    expect(await look(carried)).toEqual({ ok: true, value: { carrier: 'Nextcloud' } });
    expect(await look(join(place, 'gone'))).toMatchObject({
      error: { code: 'folder/unreachable' },
    });
    expect(await look(lawyer.folder)).toMatchObject({ error: { code: 'folder/inside' } });
    expect(await ours.add(lawyer.folder)).toMatchObject({ error: { code: 'folder/inside' } });
    // A folder that was chosen to open a vault is none to share.
    const { token, files } = lawyer.chosen(place, 'openVault');
    expect(await lawyer.ask('folders:look', { token }, files)).toMatchObject({
      error: { code: 'input/file' },
    });
    expect(await ours.add(place, { group: 'Nobody' })).toMatchObject({
      error: { code: 'input/not-found' },
    });
    expect(await ours.add(place, { purpose: 'campaign', level: 'team' })).toMatchObject({
      ok: true,
    });
    const { id } = await ours.only();
    await ours.call('remove', { id, clear: false });
  });

  it('is set up once for a group, with the widest level of its purpose', async () => {
    expect(await ours.add(place)).toMatchObject({ ok: true });
    expect(await ours.add(place)).toMatchObject({ error: { code: 'folder/known' } });
    const folder = await ours.only();
    expect(folder).toMatchObject({ group: 'Committee', level: 'team', partMib: 4_095 });
    expect(folder.members).toEqual([{ name: 'Sample Vakil', state: 'verified' }]);
    expect(folder.place).toContain(basename(place));
    expect(folder.syncedMs).toBeUndefined();
  });

  it('carries what may leave and nothing else, tells progress, and says who has not taken it', async () => {
    lawyer.events.length = 0;
    const done = await ours.synced();
    expect(done).toMatchObject({ isCancelled: false, taken: [], sent: { bundles: 1 } });
    expect(lawyer.events.map(({ name }) => name)).toContain('progress');
    expect((await ours.only()).outstanding).toMatchObject([{ name: 'Sample Vakil', bundles: 1 }]);

    await theirs.add(place);
    const taken = await theirs.synced();
    expect(taken.taken).toMatchObject([{ from: 'Sample Vakil', bundles: 1, asking: 0 }]);
    const view = committee.desk.file().records.getOf('person', person as never);
    expect(view?.fields).toMatchObject({ occupation: 'tailor' });
    expect(view?.fields.notes).toBeUndefined();
    expect(committee.events).toContainEqual({ name: 'vaultChanged', payload: { records: [] } });

    await ours.synced();
    expect((await ours.only()).outstanding).toEqual([]);
    expect(await ours.synced()).toMatchObject({ taken: [], sent: { bundles: 0 } });
  });

  it('brings facts first and the attachment later, and says what is on its way', async () => {
    const paper = join(lawyer.folder, 'order.txt');
    writeFileSync(paper, PAPER);
    const { token, files } = lawyer.chosen(paper, 'read', PAPER.length);
    await lawyer.value(
      'documents:attach',
      { tokens: [token], job: newJob(), about: [person] },
      files,
    );
    const before = new Set(readdirSync(place));
    const { sent } = await ours.synced();
    expect(sent).toMatchObject({ files: 1, bundles: 2 });
    // The larger one of the two has not come yet.
    const fresh = readdirSync(place).filter((name) => !before.has(name));
    const late = newFolder();
    const largest = fresh.toSorted(
      (a, b) => statSync(join(place, b)).size - statSync(join(place, a)).size,
    )[0];
    copyFileSync(join(place, largest ?? ''), join(late, 'late'));
    rmSync(join(place, largest ?? ''));
    await theirs.synced();
    expect(await theirs.call('list')).toMatchObject({ filesOnTheWay: 1 });
    copyFileSync(join(late, 'late'), join(place, largest ?? ''));
    expect(await theirs.synced()).toMatchObject({ taken: [{ files: 1 }] });
    expect(await theirs.call('list')).toMatchObject({ filesOnTheWay: 0 });
  });

  it('names each file that waits, and what half of one is', async () => {
    writeFileSync(join(place, 'half.rihai'), 'age-encryption.org/v1\n-> X25519 cut');
    await theirs.synced();
    const { waits } = await theirs.only();
    expect(waits).toContainEqual({ name: 'half.rihai', reason: 'arriving' });
    rmSync(join(place, 'half.rihai'));
    await theirs.synced();
    expect((await theirs.only()).waits).toEqual([]);
  });

  it('asks before it deletes, and takes the answer', async () => {
    await lawyer.value('records:trash', { id: person });
    await ours.synced();
    expect(await theirs.synced()).toMatchObject({ taken: [{ asking: 1 }] });
    expect(await theirs.call('list')).toMatchObject({ asking: 1 });
    const [asked] = await theirs.call<Out<'asks'>>('asks');
    expect(asked).toMatchObject({ question: 'deletes', from: 'Sample Vakil', record: person });
    await theirs.call('answer', { changes: [asked?.change], answer: 'refuse' });
    expect(await theirs.call('asks')).toEqual([]);
    expect(committee.desk.file().records.get(person as never)?.isTrashed).toBe(false);
    const again = { changes: [asked?.change], answer: 'take' };
    expect(await committee.ask('folders:answer', again)).toMatchObject({
      error: { code: 'input/not-found' },
    });
  });

  it('can be called off, and the next run does what is left', async () => {
    await create(lawyer, 'person', { 'names/new': { text: 'Sample Farzi', kind: 'legal' } });
    const { id } = await ours.only();
    const job = newJob();
    const running = ours.call<Out<'sync'>>('sync', { job, id, anew: false });
    await ours.call('cancel', { job });
    expect(await running).toMatchObject({ isCancelled: true, sent: { bundles: 0 } });
    expect(await ours.synced()).toMatchObject({ isCancelled: false, sent: { bundles: 1 } });
  });

  it('is told from another that stands in its place; it moves, and is left', async () => {
    const { id } = await ours.only();
    const other = newFolder();
    const move = (path: string) => {
      const { token, files } = lawyer.chosen(path, 'shared');
      return lawyer.ask('folders:move', { id, token }, files);
    };
    expect(await move(other)).toMatchObject({ ok: true });
    expect(await ours.sync()).toMatchObject({ error: { code: 'folder/empty' } });
    expect(await ours.sync({ anew: true })).toMatchObject({ ok: true });
    expect(await move(join(other, 'nowhere'))).toMatchObject({
      error: { code: 'folder/unreachable' },
    });
    rmSync(other, { recursive: true });
    expect(await ours.sync()).toMatchObject({ error: { code: 'folder/unreachable' } });
    expect(await move(place)).toMatchObject({ ok: true });
    // What lay here was written anew there meanwhile, so this one is another again.
    expect(await ours.sync()).toMatchObject({ error: { code: 'folder/empty' } });
    expect(await ours.sync({ anew: true })).toMatchObject({ ok: true });
    const left = readdirSync(place);
    await ours.call('remove', { id, clear: true });
    expect(await ours.call('list')).toMatchObject({ folders: [] });
    expect(readdirSync(place).length).toBeLessThan(left.length);
    expect(existsSync(place)).toBe(true);
    expect(await lawyer.ask('folders:sync', { job: newJob(), id, anew: false })).toMatchObject({
      error: { code: 'input/not-found' },
    });
  });
});
