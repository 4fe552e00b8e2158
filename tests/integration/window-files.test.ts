import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import type { Calls, Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';

type Reading = OutputOf<Calls['reading']['open']>;
type Part = OutputOf<Calls['reading']['next']>;
type Out<G extends keyof Contract, C extends keyof Contract[G]> = OutputOf<Contract[G][C]>;

const PAGE = { limit: 100, offset: 0 };

/** Files through the calls of the window; every answer is held against the contract. */
describe('files of the window', () => {
  let desk: WindowDesk;
  beforeAll(async () => {
    desk = windowDesk();
    await desk.open('2026-04-28');
    await desk.takeInSamples();
  });
  afterAll(() => {
    desk.end();
  });

  const person = (): RecordId | undefined => desk.desk.file().records.all('person')[0]?.id;

  it('take files in, show them, write them out, and stop when asked', async () => {
    const about = person();
    const file = join(desk.folder, 'note.txt');
    writeFileSync(file, 'Sample note of a visit.\n');
    const note = desk.chosen(file, 'read', 24);
    const job = crypto.randomUUID();
    const input = { tokens: [note.token], job, about: [about] };
    const done = await desk.value<Out<'documents', 'attach'>>(
      'documents:attach',
      input,
      note.files,
    );
    expect(done).toMatchObject({
      isCancelled: false,
      documents: [{ name: 'note.txt', textPages: 1 }],
    });
    expect(desk.events).toContainEqual({
      name: 'progress',
      payload: { job, done: 24, total: 24, step: 'note.txt' },
    });
    const id = done.documents[0]?.id;
    const { reading, ...what } = await desk.value<Reading>('reading:open', { id });
    expect(what).toEqual({ mediaType: 'text/plain', sizeBytes: 24 });
    expect(await desk.value('reading:next', { reading })).toEqual({
      bytes: new TextEncoder().encode('Sample note of a visit.\n'),
      isLast: true,
    });
    await desk.value('reading:close', { reading });
    expect(await desk.ask('reading:next', { reading })).toMatchObject({
      error: { code: 'read/closed' },
    });
    const out = join(desk.folder, 'out.txt');
    const target = desk.chosen(out, 'save');
    await desk.value('documents:extract', { id, token: target.token }, target.files);
    expect(readFileSync(out, 'utf8')).toBe('Sample note of a visit.\n');
    // A file to read is never one to write.
    const wrong = await desk.ask('documents:extract', { id, token: note.token }, note.files);
    expect(wrong).toMatchObject({ error: { code: 'input/file' } });

    const large = join(desk.folder, 'large.bin');
    writeFileSync(large, new Uint8Array(8 * 1024 * 1024));
    const second = desk.chosen(large, 'read', 8 * 1024 * 1024);
    const stopped = crypto.randomUUID();
    const running = desk.value<Out<'documents', 'attach'>>(
      'documents:attach',
      { tokens: [second.token], job: stopped, about: [about] },
      second.files,
    );
    await desk.value('documents:cancel', { job: stopped });
    expect(await running).toEqual({ isCancelled: true, documents: [], kept: [] });
  });

  it('say where the bytes of a file are kept already, and keep them once more on wish', async () => {
    const about = person();
    const file = join(desk.folder, 'twice.txt');
    writeFileSync(file, 'Sample note, told twice.\n');
    const copy = join(desk.folder, 'copy.txt');
    writeFileSync(copy, 'Sample note, told twice.\n');
    const take = async (path: string) => {
      const { token, files } = desk.chosen(path, 'read', 25);
      const input = { tokens: [token], job: crypto.randomUUID(), about: [about] };
      return desk.value<Out<'documents', 'attach'>>('documents:attach', input, files);
    };
    const first = (await take(file)).documents[0]!;
    const second = await take(copy);
    expect(second.documents).toEqual([]);
    const { label } = await desk.value<{ label: string }>('records:get', { id: about });
    expect(second.kept).toMatchObject([
      { name: 'copy.txt', id: first.id, label: 'twice', about: [{ kind: 'person', label }] },
    ]);
    const again = { id: first.id, name: 'copy.txt', about: [about] };
    const other = await desk.value<Out<'documents', 'again'>>('documents:again', again);
    const get = () => desk.value<Out<'records', 'get'>>('records:get', { id: other.id });
    expect((await get()).fields).toMatchObject({ sha256: first.sha256 });
    // Both files lie outside, readable, each noted once.
    const { rows } = await desk.value<Out<'outside', 'list'>>('outside:list');
    const noted = rows.filter(({ record }) => record?.id === first.id || record?.id === other.id);
    expect(noted.map(({ place }) => basename(place)).toSorted()).toEqual(['copy.txt', 'twice.txt']);
    await desk.value('undo:run', { action: other.action });
    expect((await get()).isTrashed).toBe(true);
  });

  it('give out the bytes of every paper of the samples, part by part, and say what it is', async () => {
    const { rows } = await desk.value<Out<'documents', 'list'>>('documents:list', PAGE);
    const kinds = new Set<string>();
    for (const { id, fields } of rows) {
      if (fields.blob === undefined) continue;
      const { reading, ...what } = await desk.value<Reading>('reading:open', { id });
      kinds.add(what.mediaType);
      let size = 0;
      for (let isLast = false; !isLast;) {
        const part = await desk.value<Part>('reading:next', { reading });
        size += part.bytes.length;
        isLast = part.isLast;
      }
      expect(size).toBe(what.sizeBytes);
      await desk.value('reading:close', { reading });
    }
    expect([...kinds].toSorted()).toEqual(['application/pdf', 'image/png', 'text/plain']);
  });
});
