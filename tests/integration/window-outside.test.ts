import { existsSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';

type Out<G extends keyof Contract, C extends keyof Contract[G]> = OutputOf<Contract[G][C]>;

/** What the window makes lie outside the vault, and what it hears of it. */
describe('what lies outside, by the calls of the window', () => {
  let desk: WindowDesk;
  let person: string;
  beforeAll(async () => {
    desk = windowDesk();
    await desk.open();
    ({ record: person } = await desk.value<{ record: string }>('records:create', {
      kind: 'person',
      edits: [{ path: 'names/new', value: { text: 'Sample Khayali', kind: 'legal' } }],
    }));
  });
  afterAll(() => {
    desk.end();
  });
  const list = () => desk.value<Out<'outside', 'list'>>('outside:list');
  const rowAt = async (place: string) => {
    const { rows } = await list();
    const found = rows.find((row) => row.place === place);
    if (found === undefined) throw new Error(`${place} is not on the list`);
    return found;
  };
  const path = (name: string) => join(realpathSync(desk.folder), name);
  const attach = async (name: string, text: string): Promise<string> => {
    writeFileSync(path(name), text);
    const { token, files } = desk.chosen(path(name), 'read', text.length);
    const { documents } = await desk.value<Out<'documents', 'attach'>>(
      'documents:attach',
      { tokens: [token], job: crypto.randomUUID(), about: [person] },
      files,
    );
    return documents[0]?.id ?? '';
  };
  const acts = async () => {
    const { rows } = await desk.value<Out<'log', 'list'>>('log:list', { limit: 50, offset: 0 });
    return rows.map(({ action }) => action);
  };

  it('is a file that was taken in, until it is deleted, which the vault allows while its copy is whole', async () => {
    const document = await attach('order.txt', 'Sample order of the court.');
    const row = await rowAt(path('order.txt'));
    expect(row).toMatchObject({
      ...{ kind: 'original', what: 'document', sizeBytes: 26, isHere: true, isBackedUp: false },
      ...{ record: { id: document, label: 'order' }, name: 'Sample Vakil', isDue: false },
    });
    const job = crypto.randomUUID();
    expect(await desk.value('outside:check', { job })).toEqual({ isCancelled: false, checked: 1 });
    expect((await rowAt(path('order.txt'))).seen?.how).toBe('there');
    expect(await desk.value('outside:remove', { id: row.id })).toEqual({ hasOtherName: false });
    expect(existsSync(path('order.txt'))).toBe(false);
    expect((await list()).rows).toEqual([]);
    const { rows } = await desk.value<Out<'outside', 'closed'>>('outside:closed', {
      limit: 10,
      offset: 0,
    });
    expect(rows).toMatchObject([{ id: row.id, closed: { how: 'deleted' } }]);
    expect(await acts()).toContain('outside.close');
  });

  it('is not deleted where the vault does not hold the same bytes any more', async () => {
    const document = await attach('letter.txt', 'Sample letter.');
    const { id } = await rowAt(path('letter.txt'));
    const { vault, records } = desk.desk.file();
    const blob = records.getOf('document', document as RecordId)?.fields.blob ?? '';
    rmSync(join(vault.dir, 'blobs', blob.slice(0, 2), `${blob}.rhb`));
    expect(await desk.ask('outside:remove', { id })).toMatchObject({
      error: { code: 'blob/missing' },
    });
    expect(existsSync(path('letter.txt'))).toBe(true);
    await desk.value('outside:close', { id, how: 'kept', note: 'In the safe of the chambers' });
  });

  it('is every file that was written: a document, a paper, the log', async () => {
    const document = await attach('memo.txt', 'Sample memo.');
    const save = async (channel: string, name: string, input: object) => {
      const { token, files } = desk.chosen(path(name), 'save');
      await desk.value(channel, { ...input, token }, files);
      const row = await rowAt(path(name));
      expect(row).toMatchObject({ kind: 'export', sizeBytes: statSync(path(name)).size });
      return row;
    };
    const subject = { type: 'person', id: person };
    const choice = { profile: 'family', paper: 'a4', fullAddresses: false, fullIdentity: false };
    const written = [
      await save('documents:extract', 'memo-out.txt', { id: document }),
      await save('write:export', 'brief.docx', { ...choice, subject }),
      await save('log:export', 'activity.csv', {}),
    ];
    expect(written.map(({ what, note }) => [what, note])).toEqual([
      ['document', ''],
      ['paper', 'family'],
      ['log', ''],
    ]);
    const { checked } = await desk.value<Out<'outside', 'check'>>('outside:check', {
      job: crypto.randomUUID(),
    });
    expect(checked).toBe(4);
    const { rows } = await list();
    expect(rows.map(({ seen }) => seen?.how)).toEqual(['there', 'there', 'there', 'there']);
  });

  it('is every printed copy, which counts as taken out by who printed it', async () => {
    await desk.value('outside:printed', {
      ...{ what: 'paper', subject: person, printer: 'Sample printer', copies: 3 },
    });
    const row = await rowAt('Sample printer');
    expect(row).toMatchObject({ kind: 'print', copies: 3, record: { label: 'Sample Khayali' } });
    expect((await acts())[0]).toBe('print');
    const held = await desk.value<Out<'keepers', 'heldBy'>>('keepers:heldBy', { slot: 1 });
    expect(held[0]).toMatchObject({ action: 'print', record: { id: person } });
    expect(await desk.ask('outside:close', { id: row.id, how: 'given' })).toMatchObject({
      error: { code: 'input/field' },
    });
    await desk.value('outside:close', { id: row.id, how: 'given', note: 'The family' });
    await desk.value('outside:reopen', { id: row.id });
    expect((await rowAt('Sample printer')).closed).toBeUndefined();
  });

  it('is due after the days that were chosen, and is told where readiness is', async () => {
    const report = () => desk.value<Out<'backups', 'readiness'>>('backups:readiness');
    expect((await report()).outside).toEqual({ days: 7, open: 5, due: 0 });
    const week = 8 * 86_400_000;
    desk.desk.file().vault.db.exec(`UPDATE outside SET at = at - ${String(week)}`);
    expect((await report()).outside.due).toBe(5);
    expect((await report()).todo).toContain('outside');
    expect((await list()).rows.every(({ isDue }) => isDue)).toBe(true);
    await desk.value('outside:setDays', { days: 30 });
    expect((await report()).todo).not.toContain('outside');
  });

  it('names the document that was kept once more of a file with the same bytes, and the first its own', async () => {
    const first = await attach('notice.txt', 'Sample notice, twice.');
    expect(await attach('notice copy.txt', 'Sample notice, twice.')).toBe('');
    expect((await rowAt(path('notice copy.txt'))).record).toMatchObject({ id: first });
    const { id: record } = await desk.value<Out<'documents', 'again'>>('documents:again', {
      id: first,
      name: 'notice copy.txt',
      about: [person],
    });
    expect(record).not.toBe(first);
    expect((await rowAt(path('notice copy.txt'))).record).toMatchObject({ id: record });
    expect((await rowAt(path('notice.txt'))).record).toMatchObject({ id: first });
    for (const name of ['notice.txt', 'notice copy.txt']) {
      const { id } = await rowAt(path(name));
      await desk.value('outside:remove', { id });
    }
  });
});
