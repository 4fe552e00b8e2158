import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/levels';
import type { Leaving, ShareOrder } from '#core/gate/index';
import { padme } from '#core/vault/padme';
import { sharedState } from '#tests/fixtures/memory-desks';
import { fromHex, utf8 } from '#core/kernel/bytes';
import { ownCard, withIdentity } from '#core/sharing/bundle/make';
import { writeReceipt } from '#core/sharing/signed-files';
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
    const coming = await committee.file.exchange.preview(incoming);
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
    // A program that was killed here reads it after the next opening.
    expect(await committee.file.documents.readPending()).toBe(1);
    expect(await committee.file.documents.readPending()).toBe(0);
    const person = committee.file.records.getOf('person', ids['p']);
    expect(person).toMatchObject({ label: 'Sample Khayali', fields: { sex: 'male' } });
    expect(person?.fields.health).toBeUndefined();
    expect(await collect(committee.file.documents.extract(document))).toEqual(PAPER);

    // How far the lawyer's log had come is kept outside the lawyer's vault.
    const witnesses = committee.vault.db
      .prepare<{ vault: string }>(
        "SELECT lower(hex(vault_id)) AS vault FROM audit_checkpoint WHERE source = 'bundle'",
      )
      .all();
    expect(witnesses).toEqual([{ vault: lawyer.vault.vaultId }]);

    const again = await takeFile(committee, file);
    expect(again).toMatchObject({ taken: [], setAside: [], outcome: 'all' });
    expect((await committee.file.verify(() => undefined)).isSound).toBe(true);
  });
});

const labels = (records: readonly { label: string; kind: string }[]) =>
  records.map(({ kind, label }) => `${kind} ${label}`).sort();

describe('the gate', () => {
  const plan = (order: Partial<ShareOrder>) =>
    lawyer.file.exchange.plan({ ...EVERYTHING, ...order });
  const fieldsOf = ({ records }: Leaving, id: RecordId): readonly string[] =>
    records.find((record) => record.id === id)?.fields.map(({ path }) => path.split('/')[0]!) ?? [];

  it('lets of a co-accused leave the name and the alleged role, and nothing else', () => {
    const leaving = plan({ persons: [ids['p']!], purpose: 'committee' });
    expect([...fieldsOf(leaving, ids['aq']!)].sort()).toEqual(['case', 'person', 'roleAlleged']);
    expect(fieldsOf(leaving, ids['q']!)).toEqual(['names']);
    expect(leaving.records.map(({ id }) => id)).not.toContain(ids['hq']);
    expect(JSON.stringify(leaving.set)).not.toContain('Q alone');
    expect(JSON.stringify(leaving.set)).not.toContain('Sample illness');
    expect(leaving.heldBack).toContainEqual(
      expect.objectContaining({ record: ids['q'], path: 'notes', reason: 'co-accused' }),
    );
    expect(leaving.heldBack).toContainEqual(
      expect.objectContaining({ record: ids['hq'], reason: 'other-person' }),
    );
    expect(leaving.files).toMatchObject([{ document, sizeBytes: PAPER.length }]);
  });

  it('lets of a case leave what belongs to it, and not another case of the same person', () => {
    const leaving = plan({ cases: [ids['c']!], files: 'none' });
    expect(labels(leaving.records)).toContain('case Sample matter');
    expect(labels(leaving.records)).not.toContain('case Sample other matter');
    expect(leaving.records.map(({ id }) => id)).toContain(ids['hq']);
    expect(leaving.heldBack).toContainEqual(
      expect.objectContaining({ record: ids['dp'], reason: 'other-case' }),
    );
    expect(leaving.heldBack).toContainEqual(
      expect.objectContaining({ record: document, reason: 'not-chosen' }),
    );
  });

  it('lets a past value leave only where its own level and today’s both allow', () => {
    const edit = (value: string, level: Level) =>
      lawyer.file.desk.edit(ids['p']!, [{ path: 'occupation', value, level }]);
    edit('once open', 'team');
    edit('now closed', 'privileged');
    const closed = JSON.stringify(plan({ purpose: 'committee' }).set);
    expect(closed).not.toContain('once open');
    expect(closed).not.toContain('now closed');
    edit('open again', 'team');
    const open = plan({ purpose: 'committee' });
    expect(JSON.stringify(open.set)).toContain('once open');
    expect(JSON.stringify(open.set)).not.toContain('now closed');
    const current = JSON.stringify(plan({ purpose: 'committee', history: 'current' }).set);
    expect(current).toContain('open again');
    expect(current).not.toContain('once open');
  });

  it('names nobody in a bundle of pseudonyms, the same each time for one group and no other', () => {
    const [one, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const text = (pseudonyms: Uint8Array) => JSON.stringify(plan({ pseudonyms }).set);
    const told = text(one);
    for (const hidden of ['Sample', 'Khayali', 'illness', 'Q alone', 'Vakil', ids['p']!])
      expect(told).not.toContain(hidden);
    expect(told).toContain('"sex","value":"male"');
    expect(told).toBe(text(one));
    expect(told).not.toBe(text(other));
    expect(plan({ pseudonyms: one }).files).toEqual([]);
  });

  it('says exactly what the bundle then holds', async () => {
    const order = { ...EVERYTHING, purpose: 'committee', persons: [ids['p']!] } as const;
    const leaving = plan(order);
    const incoming = await openFile(committee, await bundleFile(lawyer, [committee], order));
    expect(incoming.set.changes).toEqual(leaving.set.changes);
    expect([...incoming.blobs.keys()]).toEqual(leaving.files.map(({ blob }) => blob));
    incoming.drop();
    expect(plan(order).token).toBe(leaving.token);
  });
});

describe('what both desks wrote', () => {
  it('stays as two values until somebody decides, and a whole bundle can be undone', async () => {
    const before = sharedState(committee.vault.db);
    lawyer.file.desk.edit(ids['c']!, [{ path: 'notes', value: 'by the lawyer' }]);
    await takeFile(committee, await bundleFile(lawyer, [committee]));
    const [bundle] = committee.file.exchange.arrivals();
    expect(sharedState(committee.vault.db)).not.toEqual(before);
    expect(committee.file.exchange.undo(bundle!.id)).toMatchObject({ kept: [] });
    expect(sharedState(committee.vault.db)).toEqual(before);

    committee.file.desk.edit(ids['c']!, [{ path: 'notes', value: 'by the committee' }]);
    const incoming = await openFile(committee, await bundleFile(lawyer, [committee]));
    const { records } = await committee.file.exchange.preview(incoming);
    incoming.drop();
    expect(records.flatMap(({ fields }) => fields)).toContainEqual({
      ...{ path: 'notes', what: 'conflict' },
      ...{ ours: 'by the committee', theirs: 'by the lawyer' },
    });
    await takeFile(committee, await bundleFile(lawyer, [committee]));
    expect(committee.file.conflicts()).toMatchObject([{ path: 'notes' }]);
  });
});

describe('a receipt', () => {
  it('counts only from a card that the bundle was for', async () => {
    const other = await desk('Sample Other');
    await introduce(lawyer, other);
    const file = await bundleFile(lawyer, [committee]);
    await takeFile(committee, file);
    const [made] = lawyer.file.exchange.sent();
    const bundleId = fromHex(made?.id ?? '');
    const forged = await withIdentity(other.vault, (identity) =>
      writeReceipt(
        { bundleId, manifestHash: new Uint8Array(32), atMs: 1, outcome: 'all' },
        ownCard(other.vault, identity),
        identity,
      ),
    );
    expect(() => lawyer.file.exchange.takeReceipt(forged)).toThrow('receipt/unknown');
    const ofAnother = await withIdentity(committee.vault, (identity) =>
      writeReceipt(
        { bundleId, manifestHash: new Uint8Array(32), atMs: 1, outcome: 'all' },
        ownCard(committee.vault, identity),
        identity,
      ),
    );
    expect(() => lawyer.file.exchange.takeReceipt(ofAnother)).toThrow('receipt/unknown');
    expect(lawyer.file.exchange.sent()[0]?.receipts).toEqual([]);
    const receipt = await committee.file.exchange.receiptFor(bundleId);
    expect(lawyer.file.exchange.takeReceipt(receipt)).toMatchObject({ from: 'Sample Committee' });
    expect(lawyer.file.exchange.sent()[0]?.receipts).toHaveLength(1);
  });
});

describe('the size of a bundle', () => {
  it('is one of few, whatever is inside', async () => {
    for (const words of [1, 7, 300, 4_000]) {
      const order = { ...EVERYTHING, files: 'none', cases: [ids['d']!] } as const;
      const file = await bundleFile(lawyer, [committee], order, 'x'.repeat(words % 2_000));
      // Header of two stanzas, nonce, and sixteen bytes a chunk.
      const whole = fs.statSync(file).size;
      const header = fs.readFileSync(file).indexOf('\n---') + 1 + 4 + 43 + 1;
      const chunks = Math.ceil((whole - header - 16) / (65_536 + 16));
      const inner = whole - header - 16 - chunks * 16;
      expect(padme(inner)).toBe(inner);
    }
  });
});
