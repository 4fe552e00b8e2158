import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import {
  makeTravelCopy,
  openCaseFile,
  openVault,
  takeTravelBack,
  type CaseFile,
} from '#core/app/index';
import { utf8 } from '#core/kernel/bytes';
import { systemClock } from '#core/kernel/ports';
import { writeGrant } from '#core/sharing/signed-files';
import { ownCard, withIdentity } from '#core/sharing/bundle/make';
import { fingerprint, fingerprintDigits } from '#core/identity/fingerprint';
import { deriveHere } from '#core/vault/index';
import { desk, EVERYTHING, fill, type Desk } from '#tests/fixtures/exchange-desks';
import { collect, newFolder, streamOf } from './vault-kit';

const resourcesDir = path.resolve('resources');
const WORDS = 'copper meadow violin anchor thistle drum';
const FLOOR = { mKib: 64 * 1024, t: 3 };
const PAPER = utf8('An invented order. '.repeat(5_000));
const RECORDS = [
  { kind: 'person', id: 'p', names: [{ text: 'Sample Khayali', kind: 'legal' }], notes: 'calm' },
  { kind: 'person', id: 'q', names: [{ text: 'Sample Farzi', kind: 'legal' }] },
  { kind: 'case', id: 'c', title: 'Sample matter', pack: 'pk' },
  { kind: 'accused', id: 'a', case: 'c', person: 'p' },
  { kind: 'proceeding', id: 'pr', case: 'c', type: 'trial' },
  { kind: 'hearing', id: 'h', proceeding: 'pr', on: '2026-06-10', purpose: 'evidence' },
];

let office: Desk;
let ids: Readonly<Record<string, RecordId>>;
let document: RecordId;

beforeAll(async () => {
  office = await desk('Sample Vakil');
  const made = await fill(office.file, RECORDS);
  ids = Object.fromEntries(RECORDS.map(({ id }, at) => [id, made[at]!]));
  const attached = await office.file.documents.attach(
    { bytes: streamOf(PAPER), sizeBytes: PAPER.length },
    { originalName: 'order.txt', about: [ids['p']!], title: 'Order' },
  );
  document = attached.id;
});

const travel = async (dir: string, days = 30) =>
  makeTravelCopy(office.file, {
    ...{ dir, passphrase: utf8(WORDS), days, resourcesDir, deriveKey: deriveHere, policy: FLOOR },
    leaving: office.file.exchange.plan({ ...EVERYTHING, persons: [ids['p']!] }),
  });

async function opened<T>(dir: string, work: (file: CaseFile) => T | Promise<T>): Promise<T> {
  const secret = { type: 'passphrase', bytes: utf8(WORDS) } as const;
  const vault = await openVault({ dir, secret, clock: systemClock, deriveKey: deriveHere });
  try {
    return await work(openCaseFile(vault, { resourcesDir }));
  } finally {
    vault.close();
  }
}

const set = (file: CaseFile, id: RecordId, field: string, value: string): void => {
  const saved = file.desk.edit(id, [{ path: field, value }]);
  expect(saved.isSaved).toBe(true);
};
const notes = (): unknown => office.file.records.getOf('person', ids['p'])?.fields.notes;

describe('a travel copy', () => {
  it('holds what was chosen, under an identity of its own, and comes back by merge', async () => {
    const dir = path.join(newFolder(), 'copy');
    const made = await travel(dir);
    expect(made).toMatchObject({ files: 1 });
    await opened(dir, async (copy) => {
      expect(copy.records.get(ids['p']!)?.label).toBe('Sample Khayali');
      expect(copy.records.get(ids['q']!)).toBeUndefined();
      expect(await collect(copy.documents.extract(document))).toEqual(PAPER);
      // Its words came along, read anew.
      const { groups } = copy.search('invented', {});
      expect(groups.flatMap(({ hits }) => hits.map(({ id }) => id))).toContain(document);
      expect(copy.vault.vaultId).not.toBe(office.vault.vaultId);
      expect(copy.hand().name).toBe('Sample Vakil');
      expect(copy.hand().fingerprint).not.toBe(office.file.hand().fingerprint);
      set(copy, ids['p']!, 'notes', 'tired, asks for a doctor');
      set(copy, ids['h']!, 'purpose', 'arguments');
    });
    // Meanwhile the office wrote to one of them, so that it is a conflict, and to another field.
    set(office.file, ids['h']!, 'purpose', 'adjourned for orders');
    set(office.file, ids['p']!, 'occupation', 'teacher');

    const back = await opened(dir, (copy) => takeTravelBack(office.file, copy));
    expect(back).toMatchObject({ setAside: 0 });
    expect(back.taken).toBeGreaterThan(1);
    expect(notes()).toBe('tired, asks for a doctor');
    expect(office.file.records.getOf('person', ids['p'])?.fields.occupation).toBe('teacher');
    const [conflict, ...more] = office.file.conflicts();
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ record: ids['h'], path: 'purpose' });
    expect(new Set(conflict?.heads.map(({ value }) => value))).toEqual(
      new Set(['arguments', 'adjourned for orders']),
    );
    expect(office.file.records.get(ids['q']!)?.label).toBe('Sample Farzi');

    // Once more changes nothing; the whole return can be taken out again.
    const again = await opened(dir, (copy) => takeTravelBack(office.file, copy));
    expect(again).toMatchObject({ taken: 0 });
    office.file.exchange.undo(again.bundle);
    office.file.exchange.undo(back.bundle);
    expect(notes()).toBe('calm');
    office.file.log.verify();
  });

  it('is believed by its grant alone: not once its card is revoked, nor after its time, nor by another word', async () => {
    const dir = path.join(newFolder(), 'copy');
    await travel(dir);
    await opened(dir, (copy) => {
      set(copy, ids['p']!, 'notes', 'from the second journey');
    });
    const before = notes();
    const refuse = async (code: string, params?: object) => {
      await expect(opened(dir, (copy) => takeTravelBack(office.file, copy))).rejects.toMatchObject({
        code,
        ...(params === undefined ? {} : { params }),
      });
      expect(notes()).toBe(before);
    };
    const late = path.join(newFolder(), 'late');
    await travel(late, -1);
    await expect(opened(late, (copy) => takeTravelBack(office.file, copy))).rejects.toMatchObject({
      code: 'travel/grant',
      params: { reason: 'over' },
    });

    // A grant that the copy writes for itself, and the true one of another copy.
    await opened(dir, async (copy) => {
      const forged = await withIdentity(copy.vault, (identity) => {
        const card = ownCard(copy.vault, identity);
        const grant = { copy: card, madeMs: 0, untilMs: 8_000_000_000_000_000 };
        return writeGrant(grant, card, identity);
      });
      const granted = copy.exchange.travel.grant()!.file;
      copy.exchange.travel.become(forged);
      // It is for another desk then, and never reaches ours.
      await expect(takeTravelBack(office.file, copy)).rejects.toMatchObject({
        code: 'bundle/not-for-you',
      });
      copy.exchange.travel.become(granted);
    });
    const other = path.join(newFolder(), 'other');
    await travel(other);
    const theirs = await opened(other, (copy) => copy.exchange.travel.grant()!.file);
    const own = await opened(dir, (copy) => {
      const kept = copy.exchange.travel.grant()!;
      copy.exchange.travel.become(theirs);
      return kept;
    });
    await refuse('travel/grant', { reason: 'copy' });
    await opened(dir, (copy) => {
      copy.exchange.travel.become(own.file);
    });

    const card = office.file.exchange.cards
      .list()
      .find(
        ({ digits }) =>
          digits.join(' ') ===
          fingerprintDigits(fingerprint(own.copy.signPublic, own.copy.agePublic)).join(' '),
      );
    expect(card).toMatchObject({ state: 'unverified' });
    office.file.exchange.cards.revoke(card!.id);
    await refuse('bundle/revoked');
  });

  it('leaves no folder where it cannot be made, and no vault is taken for one', async () => {
    const leaving = office.file.exchange.plan(EVERYTHING);
    const broken = { ...leaving, files: [{ ...leaving.files[0]!, blob: 'gone' }] };
    const fail = (dir: string) =>
      expect(
        makeTravelCopy(office.file, {
          ...{ dir, passphrase: utf8(WORDS), days: 30, resourcesDir, leaving: broken },
          ...{ deriveKey: deriveHere, policy: FLOOR },
        }),
      ).rejects.toThrow();
    const [missing, empty] = [path.join(newFolder(), 'copy'), newFolder()];
    await fail(missing);
    expect(fs.existsSync(missing)).toBe(false);
    await fail(empty);
    expect(fs.readdirSync(empty)).toEqual([]);
    await expect(takeTravelBack(office.file, office.file)).rejects.toMatchObject({
      code: 'travel/none',
    });
  });
});
