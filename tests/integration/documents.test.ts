import * as fs from 'node:fs';
import * as path from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCaseFile, type CaseFile } from '#core/app/index';
import type { RecordId } from '#shared/domain/ids';
import {
  codeOf,
  collect,
  copyOfVault,
  filesOf,
  flipAt,
  editFile,
  open,
  streamOf,
} from './vault-kit';

const LETTER = `An open letter of the sample committee.
The workers of Farzabad were taken on 14 May; their families were told nothing.\f
محمد خیالی کو عدالت میں پیش نہیں کیا گیا۔`;

const missing = '0197f000-0000-7000-8000-000000000000' as RecordId;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('documents of a real vault', () => {
  let file: CaseFile;

  beforeAll(async () => {
    const vault = await open(await copyOfVault());
    file = openCaseFile(vault, { resourcesDir: path.resolve('resources') });
  });
  afterAll(() => {
    file.vault.close();
  });

  const attach = (bytes: Uint8Array, originalName = 'letter.txt', about: RecordId[] = []) =>
    file.documents.attach(
      { bytes: streamOf(bytes), sizeBytes: bytes.length },
      { originalName, about },
    );
  const hits = (text: string) => file.search(text).groups.flatMap((group) => group.hits);

  it('are found by their words and their page, in both scripts, and come back as they were', async () => {
    const bytes = Buffer.from(LETTER);
    const { id, blob, mediaType, textPages } = await attach(bytes);
    expect([mediaType, textPages, blob.sha256]).toEqual(['text/plain', 2, sha256(bytes)]);
    expect(file.records.getOf('document', id)?.fields).toMatchObject({
      title: 'letter',
      originalName: 'letter.txt',
      mediaType: 'text/plain',
      sizeBytes: bytes.length,
      sha256: sha256(bytes),
      blob: blob.name,
      pages: 2,
    });
    expect(hits('farzabad families')).toMatchObject([{ id, page: 1, field: 'text' }]);
    expect(hits('خيالى عدالت')).toMatchObject([{ id, page: 2 }]);
    expect(await collect(file.documents.extract(id))).toEqual(Uint8Array.from(bytes));
  });

  it('are one blob where the bytes are the same, and two records', async () => {
    const [one, other] = [await attach(Buffer.from('same')), await attach(Buffer.from('same'))];
    expect(one.id).not.toBe(other.id);
    expect(one.blob.name).toBe(other.blob.name);
    expect([one.sameAs, other.sameAs]).toEqual([[], [one.id]]);
  });

  it('are not written a second time where that is asked, unless the first is in the trash', async () => {
    const bytes = Buffer.from('A page of the sample committee, once.');
    const attachNew = () =>
      file.documents.attachNew(
        { bytes: streamOf(bytes), sizeBytes: bytes.length },
        { originalName: 'once.txt', about: [] },
      );
    const { id } = await attachNew();
    expect(await attachNew()).toEqual({ id: undefined, sameAs: [id] });
    file.trash.trash(id!);
    expect((await attachNew()).id).not.toBe(undefined);
  });

  it('can be kept as another document of the same bytes, found by their words as well', async () => {
    const first = await attach(Buffer.from('Sample words of Nayabad.'), 'nayabad.txt');
    const other = file.documents.again(first.id, { originalName: 'copy of it.txt', about: [] });
    expect(other.sameAs).toEqual([first.id]);
    expect(hits('nayabad').map(({ id }) => id)).toEqual(
      expect.arrayContaining([first.id, other.id]),
    );
    const { fields } = file.records.getOf('document', first.id)!;
    expect(file.records.getOf('document', other.id)?.fields).toEqual({
      ...fields,
      title: 'copy of it',
      originalName: 'copy of it.txt',
    });
    expect(() => file.documents.again(missing, { originalName: 'x', about: [] })).toThrow(
      'input/not-found',
    );
  });

  it('may be empty, or anything else', async () => {
    const empty = await attach(new Uint8Array(), 'empty');
    expect(empty).toMatchObject({ textPages: 0, mediaType: 'application/octet-stream' });
    expect(await collect(file.documents.extract(empty.id))).toHaveLength(0);
    const hostile = await attach(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00]), '../a\u202eb');
    expect(file.records.getOf('document', hostile.id)?.fields.originalName).toBe('a\ufffdb');
  });

  it('are not taken in for a record that is not here, and nothing is written', async () => {
    const before = filesOf(file.vault.dir).length;
    expect(await codeOf(attach(Buffer.from('x'), 'x', [missing]))).toBe('input/not-found');
    expect(filesOf(file.vault.dir)).toHaveLength(before);
  });

  it('leave no record behind where their bytes cannot be read to the end', async () => {
    const before = file.counts();
    const broken = file.documents.attach(
      { bytes: streamOf(Buffer.from('shorter')), sizeBytes: 100 },
      { originalName: 'x', about: [] },
    );
    await expect(broken).rejects.toThrow();
    expect(file.counts()).toEqual(before);
  });

  it('say so when their attachment is damaged or gone', async () => {
    const { id, blob } = await attach(Buffer.from('to be damaged'));
    const stored = path.join(file.vault.dir, 'blobs', blob.name.slice(0, 2), `${blob.name}.rhb`);
    editFile(stored, flipAt(200));
    expect(await codeOf(collect(file.documents.extract(id)))).toBe('blob/damaged');
    fs.rmSync(stored);
    expect(await codeOf(collect(file.documents.extract(id)))).toBe('blob/missing');
    expect(() => file.documents.extract(missing)).toThrow('input/not-found');
  });

  it('never stand in the vault in the clear', async () => {
    await attach(Buffer.from('Canarykhayali is a word of this text'), 'canaryfarzi.txt');
    for (const stored of filesOf(file.vault.dir)) {
      const bytes = fs.readFileSync(stored);
      for (const word of ['anarykhayali', 'anaryfarzi'])
        expect([path.basename(stored), bytes.includes(word)]).toEqual([
          path.basename(stored),
          false,
        ]);
    }
  });
});
