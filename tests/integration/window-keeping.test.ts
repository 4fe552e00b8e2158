import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';

type Out<G extends keyof Contract, C extends keyof Contract[G]> = OutputOf<Contract[G][C]>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const OWN = 'walnut ferry lantern orbit quilt saddle';
const THEIRS = 'copper meadow violin anchor thistle drum';
const NEXT = 'harbor pickle silver tunnel maple wagon';

/** Who opens a vault and with which papers, by the calls of the window. */
describe('keeping a vault from the window', () => {
  let desk: WindowDesk;
  let recoveryKey: string;
  beforeEach(async () => {
    desk = windowDesk();
    ({ recoveryKey } = await desk.open());
  });
  afterEach(() => {
    desk.end();
  });
  const keepers = () => desk.value<Out<'keepers', 'list'>>('keepers:list');
  const papers = () => desk.value<Out<'recovery', 'list'>>('recovery:list');
  const unlock = (slot: number, passphrase: string) =>
    desk.ask('vault:unlock', { slot, passphrase: bytes(passphrase) });

  it('lets another person in by a number and passphrase of their own, with the day it was given', async () => {
    expect(await keepers()).toMatchObject({ ownSlot: 1, members: [{ slot: 1 }] });
    const added = await desk.value('keepers:add', {
      name: 'Sample Misali',
      passphrase: bytes(THEIRS),
    });
    expect(added).toEqual({ slot: 2 });
    const { members } = await keepers();
    expect(members.map(({ name }) => name)).toEqual(['Sample Vakil', 'Sample Misali']);
    for (const { addedMs = 0 } of members) expect(addedMs).toBeGreaterThan(0);
    desk.desk.close();
    expect(await unlock(2, THEIRS)).toMatchObject({ ok: true });
  });

  it('closes when somebody leaves; those who stay open it under its new key, the one who left does not', async () => {
    await desk.value('keepers:add', { name: 'Sample Misali', passphrase: bytes(THEIRS) });
    expect(await desk.value('keepers:heldBy', { slot: 2 })).toEqual([]);
    await desk.value('keepers:remove', { slot: 2 });
    expect(await desk.ask('keepers:list')).toMatchObject({ error: { code: 'vault/locked' } });
    expect(await unlock(2, THEIRS)).toMatchObject({ error: { code: 'vault/slot' } });
    expect(await unlock(1, OWN)).toMatchObject({ ok: true });
    expect(await keepers()).toMatchObject({ members: [{ slot: 1 }] });
    expect(await papers()).toHaveLength(1);
  });

  it('changes a passphrase only for who types the present one', async () => {
    const wrong = await desk.ask('keepers:changePassphrase', {
      present: bytes(THEIRS),
      passphrase: bytes(NEXT),
    });
    expect(wrong).toMatchObject({ error: { code: 'vault/passphrase' } });
    await desk.value('keepers:changePassphrase', {
      present: bytes(OWN),
      passphrase: bytes(NEXT),
    });
    desk.desk.close();
    expect(await unlock(1, OWN)).toMatchObject({ error: { code: 'vault/passphrase' } });
    expect(await unlock(1, NEXT)).toMatchObject({ ok: true });
  });

  it('gives a forgotten passphrase anew only after recovery papers', async () => {
    const reset = () => desk.ask('keepers:resetPassphrase', { slot: 1, passphrase: bytes(NEXT) });
    expect(await reset()).toMatchObject({ error: { code: 'vault/slot' } });
    desk.desk.close();
    await desk.value('vault:unlockWithRecovery', { key: bytes(recoveryKey) });
    expect(await reset()).toMatchObject({ ok: true });
    desk.desk.close();
    expect(await unlock(1, NEXT)).toMatchObject({ ok: true });
  });

  it('opens by two of three shares, and remembers when they were tried', async () => {
    const { shares } = await desk.value<Out<'recovery', 'split'>>('recovery:split', {
      number: 2,
      scheme: '2of3',
    });
    expect(shares).toHaveLength(3);
    expect(await papers()).toMatchObject([
      { number: 1 },
      { number: 2, split: { needed: 2, of: 3 } },
    ]);
    expect((await papers())[1]?.rehearsedMs).toBeUndefined();
    const two = (): { shares: Uint8Array } => ({
      shares: bytes(`${shares[0] ?? ''}\n\n${shares[2] ?? ''}\n`),
    });
    const few = await desk.ask('recovery:rehearseShares', { shares: bytes(shares[1] ?? '') });
    expect(few).toMatchObject({ error: { code: 'share/few' } });
    expect(await desk.value('recovery:rehearseShares', two())).toEqual({ isRight: true });
    expect((await papers())[1]?.rehearsedMs).toBeGreaterThan(0);
    desk.desk.close();
    expect(await desk.ask('vault:unlockWithShares', two())).toMatchObject({ ok: true });
    expect(await keepers()).toMatchObject({ ownSlot: 0 });
  });

  it('tells who did what and when, narrowed, whole, and as CSV that no spreadsheet runs', async () => {
    const created = await desk.value<{ record: string }>('records:create', {
      kind: 'person',
      edits: [{ path: 'names/new', value: { text: '=Sample Khayali', kind: 'legal' } }],
    });
    await desk.value('recovery:renew', { number: 1 });
    const all = await desk.value<Out<'log', 'list'>>('log:list', { limit: 50, offset: 0 });
    expect(all.rows.map(({ action }) => action)).toEqual([
      'recovery.renew',
      'commit',
      'vault.create',
    ]);
    expect(all.rows[1]).toMatchObject({
      name: 'Sample Vakil',
      what: 'create',
      record: { id: created.record, label: '=Sample Khayali' },
    });
    const narrow = (asked: object) =>
      desk.value<Out<'log', 'list'>>('log:list', { limit: 50, offset: 0, ...asked });
    expect(await narrow({ action: 'commit' })).toMatchObject({ total: 1 });
    expect(await narrow({ to: '2020-01-01' })).toMatchObject({ total: 0, rows: [] });
    expect(await narrow({ from: '2020-01-01' })).toMatchObject({ total: 3 });
    const { people, actions } = await desk.value<Out<'log', 'facets'>>('log:facets');
    expect(people).toMatchObject([{ name: 'Sample Vakil', count: 3 }]);
    expect(actions).toHaveLength(3);
    expect(await desk.value('log:verify')).toMatchObject({ rows: 3 });
    const path = join(desk.folder, 'activity.csv');
    const { token, files } = desk.chosen(path, 'save');
    await desk.value('log:export', { token }, files);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain(",'=Sample Khayali,");
    expect(await narrow({ action: 'export' })).toMatchObject({ total: 1 });
  });

  it('makes a backup that is whole, practises restoring it, and then owes less', async () => {
    const report = () => desk.value<Out<'backups', 'readiness'>>('backups:readiness');
    const job = crypto.randomUUID();
    expect(await report()).toMatchObject({ members: ['Sample Vakil'], papers: [{ of: 1 }] });
    expect((await report()).todo).toContain('drill');
    expect(await desk.ask('backups:make', { job })).toMatchObject({
      error: { code: 'backup/none' },
    });
    const { token, files } = desk.chosen(join(desk.folder, 'stick'), 'backups');
    expect(await desk.value('backups:open', { token }, files)).toEqual({
      folder: 'stick',
      backups: [],
    });
    expect(await desk.value('backups:make', { job })).toMatchObject({
      isCancelled: false,
      isApart: false,
      missing: 0,
    });
    expect(desk.events.map(({ name }) => name)).toContain('progress');
    const { backups } = await desk.value<Out<'backups', 'check'>>('backups:check');
    expect(backups).toMatchObject([{ faults: 0 }]);
    const stem = backups[0]?.stem ?? '';
    const drill = (passphrase: string) =>
      desk.ask('backups:drill', { stem, passphrase: bytes(passphrase) });
    expect(await drill(THEIRS)).toMatchObject({ error: { code: 'vault/passphrase' } });
    expect((await report()).todo).toContain('drill');
    expect(await drill(OWN)).toMatchObject({ ok: true, value: { missing: 0 } });
    expect((await report()).todo).not.toContain('drill');
  });

  it('makes papers anew, after which the old ones open nothing, and never takes the last away', async () => {
    const made = await desk.value<{ recoveryKey: string }>('recovery:renew', { number: 1 });
    expect(await desk.value('vault:rehearse', { key: bytes(recoveryKey) })).toEqual({
      isRight: false,
    });
    expect(await desk.value('vault:rehearse', { key: bytes(made.recoveryKey) })).toEqual({
      isRight: true,
    });
    expect(await desk.ask('recovery:remove', { number: 1 })).toMatchObject({
      error: { code: 'vault/slot', params: { reason: 'last' } },
    });
  });
});
