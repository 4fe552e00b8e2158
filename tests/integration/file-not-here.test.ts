import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, expect, describe, it } from 'vitest';
import type { CaseFile } from '#core/app/index';
import { salvagePlain } from '#core/salvage/plain';
import type { RecordId } from '#shared/domain/ids';
import { utf8 } from '#core/kernel/bytes';
import {
  bundleFile,
  desk,
  EVERYTHING,
  introduce,
  takeFile,
  type Desk,
} from '#tests/fixtures/exchange-desks';
import { collect, newFolder, streamOf } from './vault-kit';

const PAPER = utf8('An invented order.');

let lawyer: Desk;
let committee: Desk;
let id: RecordId;

const attachments = async (file: CaseFile) =>
  (await file.verify(() => undefined)).steps.find(({ part }) => part === 'attachments');

const extracted = (file: CaseFile) => collect(file.documents.extract(id));

beforeAll(async () => {
  lawyer = await desk('Sample Vakil');
  committee = await desk('Sample Committee');
  await introduce(lawyer, committee);
  const bytes = streamOf(PAPER);
  ({ id } = await lawyer.file.documents.attach(
    { bytes, sizeBytes: PAPER.length },
    { originalName: 'order.txt', about: [] },
  ));
  const without = { ...EVERYTHING, files: 'none' } as const;
  await takeFile(committee, await bundleFile(lawyer, [committee], without));
});

describe('a document whose file did not come with it', () => {
  it('is no damage: it is counted apart, and says so where its file is asked for', async () => {
    expect(await attachments(committee.file)).toMatchObject({ faults: [], notHere: [id] });
    await expect(extracted(committee.file)).rejects.toMatchObject({ code: 'blob/not-here' });
  });

  it('is not listed as unreadable where all that can be read is written out', async () => {
    const dir = path.join(newFolder(), 'readable');
    expect(await salvagePlain(committee.vault, dir)).toMatchObject({
      documents: 0,
      unreadable: [],
    });
  });

  it('is whole once a bundle carries the file, and damaged when that is lost again', async () => {
    await takeFile(committee, await bundleFile(lawyer, [committee]));
    expect(await attachments(committee.file)).toMatchObject({ faults: [], notHere: [] });
    expect(await extracted(committee.file)).toEqual(PAPER);
    const [name] = committee.vault.blobs.names();
    const blobs = path.join(committee.vault.dir, 'blobs');
    const files = fs.readdirSync(blobs, { recursive: true, withFileTypes: true });
    const file = files.find((one) => one.isFile() && one.name.includes(name!))!;
    fs.rmSync(path.join(file.parentPath, file.name));
    const faults = [{ code: 'blob/missing', what: name, records: [id] }];
    expect(await attachments(committee.file)).toMatchObject({ faults, notHere: [] });
    await expect(extracted(committee.file)).rejects.toMatchObject({ code: 'blob/missing' });
  });

  it('is damage at the desk that attached it', async () => {
    lawyer.vault.db.exec('DELETE FROM blob');
    expect(await attachments(lawyer.file)).toMatchObject({
      faults: [{ code: 'blob/missing', records: [id] }],
      notHere: [],
    });
  });
});
