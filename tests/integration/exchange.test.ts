import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { utf8 } from '#core/kernel/bytes';
import {
  bundleFile,
  desk,
  EVERYTHING,
  fill,
  introduce,
  openFile,
  takeFile,
  type Desk,
} from '#tests/fixtures/exchange-desks';
import { collect, filesOf, streamOf } from './vault-kit';

const RECORDS = [
  {
    ...{ kind: 'person', id: 'p', sex: 'male', health: [{ what: 'Sample illness' }] },
    names: [{ text: 'Sample Khayali', kind: 'legal' }],
  },
  { kind: 'person', id: 'q', names: [{ text: 'Sample Farzi', kind: 'legal' }], notes: 'Q alone' },
  { kind: 'case', id: 'c', title: 'Sample matter', pack: 'pk' },
  { kind: 'case', id: 'd', title: 'Sample other matter', pack: 'pk' },
  { kind: 'accused', id: 'ap', case: 'c', person: 'p', roleAlleged: 'speaker' },
  { kind: 'accused', id: 'aq', case: 'c', person: 'q', roleAlleged: 'driver', notes: 'Q alone' },
  { kind: 'accused', id: 'dp', case: 'd', person: 'p' },
  { kind: 'hold', id: 'hp', person: 'p', case: 'c', type: 'arrest', from: '2025-05-14T10:30' },
  { kind: 'hold', id: 'hq', person: 'q', case: 'c', type: 'arrest', from: '2025-05-15T10:30' },
  { kind: 'proceeding', id: 'pr', case: 'c', type: 'trial' },
  { kind: 'hearing', id: 'h', proceeding: 'pr', on: '2025-06-10', purpose: 'evidence' },
];

let lawyer: Desk;
let committee: Desk;
let ids: Readonly<Record<string, RecordId>>;
let document: RecordId;
const PAPER = utf8('An invented statement. '.repeat(20_000));

beforeAll(async () => {
  lawyer = await desk('Sample Vakil');
  committee = await desk('Sample Committee');
  await introduce(lawyer, committee);
  const made = await fill(lawyer.file, RECORDS);
  ids = Object.fromEntries(RECORDS.map(({ id }, at) => [id, made[at]!]));
  const attached = await lawyer.file.documents.attach(
    { bytes: streamOf(PAPER), sizeBytes: PAPER.length },
    { originalName: 'statement.txt', about: [ids['p']!], title: 'Statement' },
  );
  document = attached.id;
});

describe('a bundle from a lawyer to a committee', () => {
  it('brings what the level allows, with its file, and a second one changes nothing', async () => {
    const file = await bundleFile(lawyer, [committee], { ...EVERYTHING, purpose: 'committee' });
    const incoming = await openFile(committee, file);
    const coming = committee.file.exchange.preview(incoming);
    incoming.drop();
    expect(committee.file.exchange.arrivalOf(incoming)).toEqual({
      ...{ sender: 'verified', knownAs: 'Sample Vakil', isStale: false },
    });
    expect(coming.records).toHaveLength(RECORDS.length + 1);
    expect(coming.records.every(({ isNew }) => isNew)).toBe(true);
    // Looking at it left nothing behind.
    expect(committee.file.records.get(ids['p']!)).toBeUndefined();
    expect(filesOf(path.join(committee.vault.dir, 'staging'))).toEqual([]);

    const done = await takeFile(committee, file);
    expect(done).toMatchObject({ outcome: 'all', files: 1 });
    const person = committee.file.records.getOf('person', ids['p']);
    expect(person).toMatchObject({ label: 'Sample Khayali', fields: { sex: 'male' } });
    expect(person?.fields.health).toBeUndefined();
    expect(await collect(committee.file.documents.extract(document))).toEqual(PAPER);

    const again = await takeFile(committee, file);
    expect(again).toMatchObject({ taken: [], setAside: [], outcome: 'all' });
    expect((await committee.file.verify(() => undefined)).isSound).toBe(true);
  });
});
