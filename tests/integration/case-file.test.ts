import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { openCaseFile, type CaseFile } from '#core/app/index';
import type { ImportSource } from '#core/import/index';
import { utf8 } from '#core/kernel/bytes';
import { newVault, open } from './vault-kit';

const resourcesDir = join(import.meta.dirname, '../../resources');

/** One invented person, arrested in two matters a month apart and never produced. */
const RECORDS = [
  { kind: 'person', id: 'p', names: [{ text: 'Sample Khayali', kind: 'legal' }], sex: 'male' },
  ...['1', '2'].flatMap((n) => [
    { kind: 'case', id: `c${n}`, title: `Sample matter ${n}`, pack: 'pk', regime: 'ordinary' },
    { kind: 'accused', id: `a${n}`, case: `c${n}`, person: 'p' },
    {
      kind: 'hold',
      id: `h${n}`,
      person: 'p',
      case: `c${n}`,
      type: 'arrest',
      from: `2025-0${n}-10T10:30`,
    },
  ]),
];

const sourceOf = (records: readonly unknown[]): ImportSource => ({
  name: 'sample.jsonl',
  async *open() {
    yield await Promise.resolve(utf8(records.map((one) => `${JSON.stringify(one)}\n`).join('')));
  },
});

async function importAll(file: CaseFile, records: readonly unknown[]): Promise<RecordId[]> {
  const ids: RecordId[] = [];
  const checked = await file.imports.check([sourceOf(records)]);
  await file.imports.run(checked, { onCommitted: (done) => ids.push(...done) });
  return ids;
}

let dir: string;
let file: CaseFile;
let ids: readonly RecordId[];
const idOf = (key: string): RecordId => ids[RECORDS.findIndex(({ id }) => id === key)]!;

beforeAll(async () => {
  const { vault } = await newVault();
  dir = vault.dir;
  file = openCaseFile(vault, { resourcesDir });
  ids = await importAll(file, RECORDS);
});

const paperOf = async (subject: Parameters<CaseFile['brief']>[0]['subject']): Promise<string> => {
  const { bytes } = await file.brief({
    subject,
    paper: 'a4',
    profile: 'court',
    on: '2025-03-01',
  });
  return strFromU8(unzipSync(bytes)['word/document.xml']!);
};

describe('a case file', () => {
  it('keeps clocks, lists and search true to what was imported', () => {
    const clocks = file.clocks({ about: idOf('p'), on: '2025-03-01' });
    const first = clocks.filter(({ rule }) => rule === 'PK-24H');
    expect(first.map(({ matter }) => matter).sort()).toEqual([idOf('c1'), idOf('c2')].sort());
    const page = file.detainees({ on: '2025-03-01', limit: 10, offset: 0 });
    expect(page.rows).toMatchObject([{ id: idOf('p'), isInside: true }]);
    expect(file.cases({ limit: 10, offset: 0 }).total).toBe(2);
    expect(file.search('khayali').groups[0]?.hits[0]?.id).toBe(idOf('p'));
    expect(file.todayOf('2025-03-01').clocksPast.total).toBeGreaterThan(0);
  });

  it('says in a paper about one case nothing of the clocks of another', async () => {
    const [first, second] = ['11.01.2025', '11.02.2025'];
    const ofCase = await paperOf({ type: 'case', id: idOf('c1') });
    expect(ofCase).toContain(first);
    expect(ofCase).not.toContain(second);
    const ofPerson = await paperOf({ type: 'person', id: idOf('p') });
    expect(ofPerson).toContain(first);
    expect(ofPerson).toContain(second);
  });

  it('finds a record by the first characters of its id, and an action too', () => {
    expect(file.record(idOf('p').slice(0, 9)).id).toBe(idOf('p'));
    const { action } = file.history(idOf('p'))[0]!;
    expect(file.action(action)).toBe(action);
    expect(() => file.record('zz')).toThrow(expect.objectContaining({ code: 'input/not-found' }));
    expect(() => file.record('ab')).toThrow(expect.objectContaining({ code: 'input/ambiguous' }));
  });

  it('gives a key the same record after closing and opening again', async () => {
    file.vault.close();
    file = openCaseFile(await open(dir), { resourcesDir });
    expect(await importAll(file, RECORDS)).toEqual([]);
    const [known] = await importAll(file, [
      ...RECORDS,
      { kind: 'case', id: 'c3', title: 'Sample' },
    ]);
    expect(known).not.toBe(idOf('p'));
  });

  it('names every damaged part and goes on to the next', async () => {
    const seen: string[] = [];
    const result = await file.verify(({ part }) => seen.push(part));
    expect(seen).toEqual(['header', 'pages', 'audit', 'tables', 'derived', 'attachments']);
    expect(result.isSound).toBe(true);
    file.vault.db.exec(`UPDATE person SET sex = 'female'`);
    file.vault.db.exec(`INSERT INTO "document" (rec) VALUES (999999)`);
    const broken = await file.verify(() => undefined);
    expect(broken.isSound).toBe(false);
    const faulty = broken.steps.filter(({ faults }) => faults.length > 0);
    expect(faulty.map(({ part }) => part)).toContain('tables');
    expect(faulty[0]?.faults.map(({ what }) => what)).toContain('person');
  });
});
