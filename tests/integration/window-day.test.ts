import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';

type Out<G extends keyof Contract, C extends keyof Contract[G]> = OutputOf<Contract[G][C]>;

const ON = '2026-04-28';
const PAGE = { limit: 100, offset: 0 };

describe('the window', () => {
  let desk: WindowDesk;
  beforeEach(() => {
    desk = windowDesk();
  });
  afterEach(() => {
    desk.end();
  });

  it('counts from the day of the machine in a real vault, even when the sample was taken into it', async () => {
    const before = new Date().toISOString().slice(0, 10);
    await desk.open();
    await desk.takeInSamples();
    const info = await desk.value<Out<'vault', 'info'>>('vault:info');
    expect(info.sampleDay).toBeUndefined();
    expect(info.today >= before).toBe(true);
  });

  it('counts from the day the sample is told as of, while changes are stamped with real time', async () => {
    await desk.open(ON);
    await desk.takeInSamples();
    const info = await desk.value<Out<'vault', 'info'>>('vault:info');
    expect([info.today, info.sampleDay]).toEqual([ON, ON]);
    const noon = (days: number) => Date.parse(`${ON}T07:00Z`) - days * 86_400_000;
    const { rows } = await desk.value<Out<'detainees', 'list'>>('detainees:list', PAGE);
    const held = rows.filter(({ daysHeld }) => daysHeld !== undefined);
    expect(held.length).toBeGreaterThan(0);
    for (const { id, heldFrom, daysHeld, nextOn } of held) {
      expect(heldFrom?.slice(0, 10)).toBe(new Date(noon(daysHeld ?? 0)).toISOString().slice(0, 10));
      expect(nextOn === undefined || nextOn >= ON).toBe(true);
      const page = await desk.value<Out<'persons', 'one'>>('persons:one', { id });
      expect(page.standing).toEqual(rows.find((row) => row.id === id));
      for (const { state, dueMs, isOpen } of page.clocks)
        if (isOpen && state === 'running') expect(dueMs).toBeGreaterThan(noon(0));
    }
    const before = Date.now();
    const edited = { id: rows[0]?.id, edits: [{ path: 'occupation', value: 'Sample tailor' }] };
    const saved = await desk.value<Out<'records', 'edit'>>('records:edit', edited);
    const { changedAt } = await desk.value<{ changedAt: number }>('records:get', {
      id: edited.id,
    });
    expect(changedAt).toBeGreaterThanOrEqual(before);
    expect(saved.isSaved).toBe(true);
  });

  it('shows a case whose pack is not at hand, with nothing read by the words of another', async () => {
    await desk.open();
    const made = async (kind: string, edits: readonly object[]) =>
      (await desk.value<{ record: string }>('records:create', { kind, edits })).record;
    const matter = await made('case', [
      { path: 'title', value: 'Sample v. State' },
      { path: 'pack', value: 'xx' },
    ]);
    await made('charge', [
      { path: 'case', value: matter },
      { path: 'section', value: 'PPC-147' },
    ]);
    const page = await desk.value<Out<'cases', 'one'>>('cases:one', { id: matter });
    expect(page.charges).toHaveLength(1);
    expect(page.charges[0]?.section).toBeUndefined();
  });
});
