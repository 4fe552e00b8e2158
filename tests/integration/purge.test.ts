import { createDecipheriv } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openCaseFile, type CaseFile } from '#core/app/index';
import type { RecordId } from '#shared/domain/ids';
import { changeExporter } from '#core/changes/export-changes';
import { folderStore } from '#core/db/repositories/folder-store';
import { idToBytes } from '#core/kernel/ids';
import { linesOf } from '#core/sharing/bundle/change-lines';
import { keepSnapshot, snapshotFile } from '#core/vault/snapshot';
import { stateOf } from '#core/vault/vault-state';
import { noteRemnants } from '#core/vault/remnants';
import { codeOfSync, copyOfVault, open, streamOf } from './vault-kit';

const PAGE_BYTES = 4096;
const RESERVED_BYTES = 80;
const IV_BYTES = 16;
const SALT_BYTES = 16;
const WAL_HEAD_BYTES = 32;
const FRAME_HEAD_BYTES = 24;

/** The plain text of one page, decrypted without SQLite (docs/formats.md §5). */
function plainPage(page: Uint8Array, key: Uint8Array, isFirst: boolean): Buffer {
  const end = PAGE_BYTES - RESERVED_BYTES;
  const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + IV_BYTES));
  cipher.setAutoPadding(false);
  return Buffer.concat([
    cipher.update(page.subarray(isFirst ? SALT_BYTES : 0, end)),
    cipher.final(),
  ]);
}

const isBlank = (page: Uint8Array): boolean => page.every((byte) => byte === 0);

/** Every page of the database and of its write-ahead log as they lie on the disk, free pages included. */
function pagesOnDisk(file: string, key: Uint8Array): readonly Buffer[] {
  const bytes = fs.readFileSync(file);
  const main = Array.from({ length: bytes.length / PAGE_BYTES }, (_, at) =>
    bytes.subarray(at * PAGE_BYTES, (at + 1) * PAGE_BYTES),
  );
  const wal = fs.existsSync(`${file}-wal`) ? fs.readFileSync(`${file}-wal`) : Buffer.alloc(0);
  const frames = Math.max(
    0,
    Math.floor((wal.length - WAL_HEAD_BYTES) / (FRAME_HEAD_BYTES + PAGE_BYTES)),
  );
  const logged = Array.from({ length: frames }, (_, at) => {
    const start = WAL_HEAD_BYTES + at * (FRAME_HEAD_BYTES + PAGE_BYTES);
    const frame = wal.subarray(start, start + FRAME_HEAD_BYTES + PAGE_BYTES);
    return { isFirst: frame.readUInt32BE(0) === 1, page: frame.subarray(FRAME_HEAD_BYTES) };
  });
  return [...main.map((page, at) => ({ isFirst: at === 0, page })), ...logged]
    .filter(({ page }) => !isBlank(page))
    .map(({ page, isFirst }) => plainPage(page, key, isFirst));
}

/** Words that stand in nothing else, in every place of a record that takes words. */
const MARKS = [
  'Qissagonamard',
  'Zubanbandeen',
  'Khamoshgahan',
  'Raazdarkhat',
  'Adhurasatar',
] as const;
const [NAME, NOTE, PAPER, FILE, TYPED] = MARKS;

describe('erasing for good', () => {
  let file: CaseFile;
  let person: RecordId;
  let document: RecordId;
  let hold: RecordId;

  const database = (): string => path.join(file.vault.dir, stateOf(file.vault).header.db);
  /** Marks that can still be read in the database's own pages. */
  const traces = (): readonly string[] => {
    const pages = pagesOnDisk(database(), stateOf(file.vault).keys.database);
    expect(pages.some((page) => page.includes('CREATE TABLE setting'))).toBe(true);
    const text = pages.map((page) => page.toString('latin1').toLowerCase()).join('\n');
    return MARKS.filter((mark) => text.includes(mark.toLowerCase()));
  };
  const blobs = (): readonly string[] =>
    fs
      .readdirSync(path.join(file.vault.dir, 'blobs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.rhb'));
  const fill = (count: number): void => {
    for (let at = 0; at < count; at += 1)
      file.desk.create('task', [{ path: 'title', value: `Sample errand ${String(at)}` }]);
  };
  const made = (saved: ReturnType<CaseFile['desk']['create']>): RecordId => {
    const [id] = saved.isSaved ? saved.records : [];
    if (id === undefined) throw new Error('not saved');
    return id;
  };

  beforeEach(async () => {
    const vault = await open(await copyOfVault());
    file = openCaseFile(vault, { resourcesDir: path.resolve('resources') });
    fill(40);
    const name = { text: `Sample ${NAME}`, kind: 'legal' };
    person = made(file.desk.create('person', [{ path: 'names/new', value: name }]));
    fill(40);
    file.desk.edit(person, [{ path: 'notes', value: `${NOTE} `.repeat(900) }]);
    file.desk.edit(person, [{ path: 'notes', value: 'Sample, shorter.' }]);
    hold = made(
      file.desk.create('hold', [
        { path: 'person', value: person },
        { path: 'type', value: 'arrest' },
        { path: 'from', value: { edtf: '2025-05-14', zone: 'Asia/Karachi' } },
      ]),
    );
    const bytes = Buffer.from(`${PAPER} `.repeat(3_000));
    const attached = await file.documents.attach(
      { bytes: streamOf(bytes), sizeBytes: bytes.length },
      { originalName: `${FILE}.txt`, about: [] },
    );
    document = attached.id;
    file.drafts.save({ record: person, kind: 'person', path: 'occupation', value: TYPED, at: 1 });
    fill(40);
    keepSnapshot(vault);
    return () => {
      file.vault.close();
    };
  });

  it('leaves no word of it in the folder: not in free pages, the log, the index, copies or attachments', () => {
    expect(traces()).toEqual(MARKS);
    expect(blobs()).toHaveLength(1);
    for (const id of [person, document]) file.trash.trash(id);
    expect(file.weighErasing([person, document])).toEqual({
      ...{ records: 2, attachments: 1, referring: 1, outside: 0 },
    });
    expect(file.erase([person, document])).toEqual({
      ...{ records: 2, attachments: 1, referring: 1, isCleared: true },
    });
    expect(traces()).toEqual([]);
    expect(blobs()).toEqual([]);
    expect(fs.existsSync(snapshotFile(file.vault.dir))).toBe(false);
    expect(file.records.get(person)).toBeUndefined();
    expect(file.records.get(hold)?.fields).toMatchObject({ person });
    expect(file.search(NAME).groups).toEqual([]);
    expect(file.trashed()).toEqual([]);
    expect(file.recent(200).flatMap(({ records }) => records.map(({ id }) => id))).not.toContain(
      person,
    );
    file.vault.verifyPages();
    const rows = file.vault.db
      .prepare<{ object_ref: string; details: string }>(
        `SELECT object_ref, details FROM audit WHERE action = 'purge' ORDER BY seq`,
      )
      .all();
    expect(rows).toEqual([person, document].map((id) => ({ object_ref: id, details: '{}' })));
  });

  it('takes only what lies in the trash, all or nothing', async () => {
    file.trash.trash(person);
    for (const work of [file.weighErasing, file.erase]) {
      expect(await codeOfSync(() => work([person, hold]))).toBe('input/not-in-trash');
      expect(
        await codeOfSync(() => work([person, 'ffffffff-ffff-7fff-bfff-ffffffffffff' as RecordId])),
      ).toBe('input/not-found');
    }
    expect(file.trashed().map(({ id }) => id)).toEqual([person]);
    expect(fs.existsSync(snapshotFile(file.vault.dir))).toBe(true);
  });

  it('keeps an attachment that another document names, today or in its history', async () => {
    const bytes = Buffer.from(`${PAPER} `.repeat(3_000));
    const twin = await file.documents.attach(
      { bytes: streamOf(bytes), sizeBytes: bytes.length },
      { originalName: 'twin.txt', about: [] },
    );
    file.trash.trash(document);
    expect(file.erase([document])).toMatchObject({ attachments: 0 });
    expect(blobs()).toHaveLength(1);
    file.trash.trash(twin.id);
    expect(file.erase([twin.id])).toMatchObject({ attachments: 1 });
    expect(blobs()).toEqual([]);
  });

  it('is finished at the next unlock where it was broken off after the records were gone', async () => {
    const { vault } = file;
    noteRemnants(vault);
    const kept = snapshotFile(vault.dir);
    vault.close();
    expect(fs.existsSync(kept)).toBe(true);
    const again = await open(vault.dir);
    file = openCaseFile(again, { resourcesDir: path.resolve('resources') });
    expect(fs.existsSync(kept)).toBe(false);
    expect(stateOf(again).store.setting('remnants')).toBeUndefined();
  });

  it('drops what waits about it from a shared folder, and nothing else that waits', () => {
    const { db } = file.vault;
    const { actions, changes } = changeExporter(db)({ records: 'all' });
    const store = folderStore(db);
    const wait = (record: RecordId): void => {
      const change = changes.find((one) => one.record === record)!;
      const lines = [...linesOf({ actions, changes: [change] })].join('');
      const row = { bundle: Buffer.alloc(16), sender: 'Sample', at: 1, lines };
      store.addAside({ ...row, change: idToBytes(change.id) });
    };
    for (const id of [person, hold]) wait(id);
    file.trash.trash(person);
    file.erase([person]);
    expect(
      store.asides().map(({ lines }) => [lines.includes(hold), lines.includes('Qissa')]),
    ).toEqual([[true, false]]);
  });
});
