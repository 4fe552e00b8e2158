import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { openCaseFile, salvageVault } from '#core/app/index';
import { utf8 } from '#core/kernel/bytes';
import { systemClock } from '#core/kernel/ports';
import type { OpenVault } from '#core/vault/ports';
import {
  CHEAP,
  codeOf,
  collect,
  copyFolder,
  deriveOnce,
  editFile,
  filesOf,
  flipAt,
  newFolder,
  newVault,
  open,
  OTHER_PASSPHRASE,
  snapshot,
  streamOf,
} from './vault-kit';

const RESOURCES = path.join(import.meta.dirname, '../../resources');
const PAGE = 4096;
const PEOPLE = 120;
const PAPERS = ['an invented order', 'an invented bail bond'] as const;

type Held = { readonly dir: string; readonly ids: readonly RecordId[]; readonly said: string };
let held: Held;

const fileOf = (vault: OpenVault) => openCaseFile(vault, { resourcesDir: RESOURCES });
const readable = (vault: OpenVault, dir: string) => fileOf(vault).exportReadable(dir);
const fieldsOf = (vault: OpenVault, id: RecordId): string | undefined =>
  JSON.stringify(fileOf(vault).records.get(id)?.fields);

beforeAll(async () => {
  const { vault } = await newVault();
  const file = fileOf(vault);
  const lines = Array.from({ length: PEOPLE }, (_none, n) =>
    JSON.stringify({
      kind: 'person',
      id: `p${String(n)}`,
      names: [{ text: `Sample ${String(n)}` }],
      notes: `note ${String(n)} `.repeat(30),
    }),
  ).join('\n');
  const ids: RecordId[] = [];
  const checked = await file.imports.check([{ name: 'people', open: () => streamOf(utf8(lines)) }]);
  await file.imports.run(checked, { onCommitted: (some) => ids.push(...some) });
  for (const paper of PAPERS) {
    const source = { bytes: streamOf(utf8(paper)), sizeBytes: paper.length };
    const { id } = await file.documents.attach(source, { originalName: `${paper}.txt`, about: [] });
    ids.push(id);
  }
  const said = ids.map((id) => fieldsOf(vault, id)).join('\n');
  vault.close();
  held = { dir: vault.dir, ids, said };
});

const taken = async (vault: OpenVault) => {
  const dir = path.join(newFolder(), 'new');
  const options = { dir, passphrase: utf8(OTHER_PASSPHRASE), clock: systemClock };
  const done = await salvageVault(vault, {
    ...{ ...options, deriveKey: deriveOnce, policy: CHEAP, resourcesDir: RESOURCES },
  });
  const secret = { type: 'passphrase', bytes: utf8(OTHER_PASSPHRASE) } as const;
  return { ...done, into: await open(dir, { secret }) };
};

const db = (dir: string): string => path.join(dir, 'main-000001.db');

describe('a vault that is whole', () => {
  test('goes over with every record under its id, its history and its papers', async () => {
    const vault = await open(held.dir, { readOnly: true });
    const { salvaged, into } = await taken(vault);
    const [record] = held.ids;
    expect(salvaged).toMatchObject({
      ...{ records: held.ids.length, withoutHistory: [], unreadable: [], nameless: 0 },
      ...{ attachments: PAPERS.length, lostAttachments: [] },
    });
    expect(held.ids.map((id) => fieldsOf(into, id)).join('\n')).toBe(held.said);
    expect(fileOf(into).history(record!)).toHaveLength(fileOf(vault).history(record!).length);
    const papers: string[] = [];
    for (const { id } of fileOf(into).records.all('document'))
      papers.push(new TextDecoder().decode(await collect(fileOf(into).documents.extract(id))));
    expect(papers.toSorted()).toEqual(PAPERS.toSorted());
    expect((await fileOf(into).verify(() => undefined)).isSound).toBe(true);
    into.close();
    vault.close();
  });
});

describe('a damaged vault', () => {
  test('opens for reading wherever its own keys can be read, and gives all but what lay on the damaged pages', async () => {
    const size = fs.statSync(db(held.dir)).size / PAGE;
    const counts = { opened: 0, refused: 0, partly: 0 };
    const pages = [0.15, 0.4, 0.55, 0.75, 0.9].map((at) => Math.floor(size * at));
    for (const page of pages) {
      const dir = copyFolder(held.dir);
      for (const one of [page, page + 1]) editFile(db(dir), flipAt(one * PAGE + 1000));
      const before = snapshot(dir);
      const code = await codeOf(
        open(dir).then(async (vault) => {
          const { salvaged, into } = await taken(vault);
          const lost = salvaged.unreadable.length + salvaged.nameless;
          expect(salvaged.records + lost, `page ${String(page)}`).toBe(held.ids.length);
          for (const [at, id] of held.ids.entries()) {
            const now = fieldsOf(into, id);
            if (now !== undefined) expect(now).toBe(held.said.split('\n')[at]);
          }
          counts.opened += 1;
          if (lost > 0 || salvaged.withoutHistory.length > 0) counts.partly += 1;
          into.close();
          const { isReadOnly } = vault;
          vault.close();
          if (isReadOnly) expect(snapshot(dir)).toEqual(before);
        }),
      );
      if (code !== 'none') {
        expect(code).toBe('db/damaged');
        counts.refused += 1;
      }
    }
    console.log(`damaged pages of ${String(size)}: ${JSON.stringify(counts)}`);
    expect(counts.opened).toBeGreaterThanOrEqual(3);
  });

  test('names the attachment that is damaged or gone, and takes the other', async () => {
    const dir = copyFolder(held.dir);
    const [first] = filesOf(path.join(dir, 'blobs'));
    editFile(first!, flipAt(100));
    const vault = await open(dir);
    expect(vault.isReadOnly).toBe(false);
    const { salvaged, into } = await taken(vault);
    expect(salvaged).toMatchObject({ records: held.ids.length, attachments: 1 });
    expect(salvaged.lostAttachments).toEqual([path.basename(first!, '.rhb')]);
    into.close();
    const plain = path.join(newFolder(), 'plain');
    const done = await readable(vault, plain);
    expect(done).toMatchObject({ records: held.ids.length, documents: 1 });
    expect(done.unreadable).toHaveLength(1);
    expect(await codeOf(readable(vault, plain))).toBe('input/exists');
    vault.close();
    const records = fs.readFileSync(path.join(plain, 'records.jsonl'));
    const { vault: other } = await newVault();
    const check = await fileOf(other).imports.check([
      { name: 'records', open: () => streamOf(new Uint8Array(records)) },
    ]);
    expect(check.faults).toEqual([]);
    other.close();
  });

  test('has its header made whole from the twin', async () => {
    const dir = copyFolder(held.dir);
    const [header, twin] = ['vault.rhv', 'vault.rhv.bak'].map((name) => path.join(dir, name));
    const sound = fs.readFileSync(twin!);
    editFile(header!, flipAt(60));
    (await open(dir)).close();
    expect(fs.readFileSync(header!).equals(sound)).toBe(true);
  });

  test('leaves no new folder behind where the new vault cannot be finished', async () => {
    const vault = await open(held.dir, { readOnly: true });
    const dir = path.join(newFolder(), 'new');
    const stopped = salvageVault(vault, {
      ...{ dir, passphrase: utf8(OTHER_PASSPHRASE), clock: systemClock, deriveKey: deriveOnce },
      ...{ policy: CHEAP, resourcesDir: RESOURCES },
      onStep: () => {
        throw new RangeError('stopped');
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(fs.existsSync(dir)).toBe(false);
    vault.close();
  });
});
