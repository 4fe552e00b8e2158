import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#main/ipc/route';
import { CALL_CHANNELS, EVENT_CHANNELS } from '#shared/ipc/channels';
import { CONTRACT, EVENTS, INSIDE } from '#shared/ipc/contract';
import { CALLS_OF_MAIN } from '#shared/ipc/contract/app';
import type { Entry, Group } from '#shared/ipc/entry';
import { success } from '#shared/ipc/result';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';

const ENTRIES: readonly (readonly [channel: string, entry: Entry])[] = Object.entries(
  CONTRACT as Readonly<Record<string, Group>>,
).flatMap(([group, calls]) =>
  Object.entries(calls).map(([call, entry]) => [`${group}:${call}`, entry] as const),
);
const INSIDE_ENTRIES: typeof ENTRIES = Object.entries(
  INSIDE as Readonly<Record<string, Group>>,
).flatMap(([group, calls]) =>
  Object.entries(calls).map(([call, entry]) => [`${group}:${call}`, entry] as const),
);
const RELAYED = ENTRIES.filter(([, { runsIn }]) => runsIn === 'vault');
const IN_VAULT = [...RELAYED, ...INSIDE_ENTRIES];
const IN_MAIN = ENTRIES.filter(([, { runsIn }]) => runsIn === 'main');

const PAGE = 7;
const OURS = {
  sender: { id: PAGE },
  senderFrame: { parent: null, url: 'app://rihai/index.html' },
};

/** Main's routes, with handlers and relay that say that they were reached. */
function mainRoutes(isUnlocked: boolean) {
  const reached: string[] = [];
  const handlers: Record<string, Record<string, () => unknown>> = {};
  for (const [channel] of IN_MAIN) {
    const [group = '', call = ''] = channel.split(':');
    (handlers[group] ??= {})[call] = () => reached.push(channel);
  }
  const all = routes({
    own: CALLS_OF_MAIN,
    handlers,
    contentsId: () => PAGE,
    isUnlocked: () => isUnlocked,
    isChecked: false,
    relay: (channel) => {
      reached.push(channel);
      return Promise.resolve(success(undefined));
    },
  });
  const ask = async (
    channel: string,
    event: Parameters<NonNullable<ReturnType<typeof all.get>>>[0],
    input?: unknown,
  ) => {
    const route = all.get(channel);
    if (route === undefined) throw new Error(`no route for ${channel}`);
    return route(event, input);
  };
  return { all, reached, ask };
}

/** Values that are no input of the entry. */
const malformed = (entry: Entry) =>
  fc
    .oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
      fc.record({ id: fc.string(), token: fc.string(), edits: fc.anything(), limit: fc.double() }),
    )
    .filter((value) => !entry.input.safeParse(value).success);

describe('the contract of the window', () => {
  it('has the same names as the preload script forwards', () => {
    expect(CALL_CHANNELS.toSorted()).toEqual(ENTRIES.map(([channel]) => channel).toSorted());
    expect([...EVENT_CHANNELS].toSorted()).toEqual(Object.keys(EVENTS).toSorted());
  });

  it('has no name and no route for what main asks by itself', () => {
    const { all } = mainRoutes(true);
    for (const [channel] of INSIDE_ENTRIES) {
      expect(CALL_CHANNELS).not.toContain(channel);
      expect([...all.keys()]).not.toContain(channel);
    }
    expect(INSIDE_ENTRIES.length).toBeGreaterThan(0);
  });

  it('lets a route be made only where each entry has its handler in its process', () => {
    const { all } = mainRoutes(true);
    expect([...all.keys()].toSorted()).toEqual(CALL_CHANNELS.toSorted());
    expect(() =>
      routes({
        own: CALLS_OF_MAIN,
        handlers: {},
        contentsId: () => PAGE,
        isUnlocked: () => true,
        isChecked: false,
        relay: () => Promise.resolve(success(undefined)),
      }),
    ).toThrow('must be run in main');
  });
});

describe('main', () => {
  const foreign = [
    ['another page', { ...OURS, sender: { id: PAGE + 1 } }],
    ['a frame within ours', { ...OURS, senderFrame: { ...OURS.senderFrame, parent: {} } }],
    ['another origin', { ...OURS, senderFrame: { parent: null, url: 'https://rihai/index.html' } }],
    [
      'a look-alike',
      { ...OURS, senderFrame: { parent: null, url: 'app://rihai.evil/index.html' } },
    ],
    ['a frame that is gone', { ...OURS, senderFrame: null }],
  ] as const;

  it.each(foreign)('refuses every call of %s', async (_who, event) => {
    const { ask, reached } = mainRoutes(true);
    for (const [channel] of ENTRIES)
      expect(await ask(channel, event)).toEqual({
        ok: false,
        error: { code: 'usage', params: { reason: 'sender' } },
      });
    expect(reached).toEqual([]);
  });

  it('refuses whatever needs an open vault while it is locked, and the other way round', async () => {
    const locked = mainRoutes(false);
    const unlocked = mainRoutes(true);
    for (const [channel, { needs }] of ENTRIES) {
      if (needs === 'unlocked')
        expect(await locked.ask(channel, OURS), channel).toMatchObject({
          error: { code: 'vault/locked' },
        });
      if (needs === 'locked')
        expect(await unlocked.ask(channel, OURS), channel).toMatchObject({
          error: { code: 'usage', params: { reason: 'unlocked' } },
        });
    }
    const needed = (needs: string) => RELAYED.filter(([, entry]) => entry.needs === needs);
    const names = (entries: typeof RELAYED) => entries.map(([channel]) => channel).toSorted();
    for (const { ask, reached } of [locked, unlocked]) {
      reached.length = 0;
      for (const [channel] of RELAYED) await ask(channel, OURS);
    }
    const always = needed('any');
    expect(locked.reached.toSorted()).toEqual(names([...always, ...needed('locked')]));
    expect(unlocked.reached.toSorted()).toEqual(names([...always, ...needed('unlocked')]));
  });

  it('refuses input of another shape for what it runs itself', async () => {
    for (const [channel, entry] of IN_MAIN) {
      const { ask, reached } = mainRoutes(entry.needs === 'unlocked');
      await fc.assert(
        fc.asyncProperty(malformed(entry), async (input) => {
          expect(await ask(channel, OURS, input)).toMatchObject({ error: { code: 'input/field' } });
        }),
        { numRuns: 50 },
      );
      expect(reached).toEqual([]);
    }
  });
});

describe('the vault process', () => {
  let desk: WindowDesk;
  beforeAll(() => {
    desk = windowDesk();
  });
  afterAll(() => {
    desk.end();
  });

  it('has a handler for every entry it runs, and no other', () => {
    const names = Object.entries(desk.handlers).flatMap(([group, calls]) =>
      Object.keys(calls).map((call) => `${group}:${call}`),
    );
    expect(names.toSorted()).toEqual(IN_VAULT.map(([channel]) => channel).toSorted());
  });

  it('does not know calls by other names', async () => {
    for (const channel of ['records:constructor', '__proto__:get', 'records', 'app:lock', ''])
      expect(await desk.ask(channel, {})).toMatchObject({ error: { code: 'usage' } });
  });

  it('checks for itself that the vault is open', async () => {
    for (const [channel, { needs }] of IN_VAULT)
      if (needs === 'unlocked')
        expect(await desk.ask(channel, {}), channel).toMatchObject({
          error: { code: 'vault/locked' },
        });
  });

  it('refuses input of another shape, locked or open, and nothing changes', async () => {
    const refuseAll = async (state: string) => {
      for (const [channel, entry] of IN_VAULT) {
        if (entry.needs !== 'any' && entry.needs !== state) continue;
        await fc.assert(
          fc.asyncProperty(malformed(entry), async (input) => {
            expect(await desk.ask(channel, input)).toMatchObject({
              error: { code: 'input/field' },
            });
          }),
          { numRuns: 50 },
        );
      }
    };
    await refuseAll('locked');
    const { file } = await desk.open();
    await refuseAll('unlocked');
    expect(file.counts()).toEqual([]);
    expect(desk.events).toEqual([]);
  });

  it('tells nothing of an unforeseen error but a number to quote', async () => {
    const answered = await desk.ask('records:get', {
      id: '00000000-0000-7000-8000-000000000000',
    });
    expect(answered).toMatchObject({ error: { code: 'input/not-found' } });
    desk.desk.file().vault.db.exec('DROP TABLE draft');
    const broken = await desk.ask('drafts:list', {});
    expect(broken.ok).toBe(false);
    expect(JSON.stringify(broken)).not.toMatch(/draft|SELECT|table|\/tmp/u);
  });
});
