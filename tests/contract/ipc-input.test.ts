import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { routes } from '#main/ipc/route';
import { z } from '#shared/domain/zod';
import { CONTRACT, INSIDE } from '#shared/ipc/contract';
import { CALLS_OF_MAIN } from '#shared/ipc/contract/app';
import type { Entry, Group } from '#shared/ipc/entry';
import { success } from '#shared/ipc/result';
import { INPUTS } from '#tests/fixtures/ipc-inputs';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';

type Case = readonly [channel: string, entry: Entry, input: unknown];

const CASES: readonly Case[] = Object.entries({ ...CONTRACT, ...INSIDE } as Readonly<
  Record<string, Group>
>).flatMap(([group, calls]) =>
  Object.entries(calls).map(([call, entry]): Case => {
    const inputs = INPUTS as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    return [`${group}:${call}`, entry, inputs[group]?.[call]];
  }),
);

/** A letter more than the longest text that any call takes. */
const HUGE = 'x'.repeat(1_000_001);
/** A key of its own by a name that belongs to every object. */
const withKey = (input: unknown, key: string): object =>
  Object.defineProperty({ ...(input as object) }, key, {
    value: { isAdmin: true },
    enumerable: true,
    configurable: true,
    writable: true,
  });

/** Each is a name, and an input that must not pass. */
type Malformed = readonly (readonly [what: string, input: unknown])[];

const ofNothing: Malformed = [null, 0, '', false, [], {}, { id: 1 }, HUGE].map((input) => [
  `something in place of nothing: ${JSON.stringify(input).slice(0, 20)}`,
  input,
]);

function ofObject(schema: z.ZodObject, input: object): Malformed {
  const keys = Object.keys(schema.shape);
  const isNeeded = (key: string) => !z.safeParse(schema.shape[key] as z.ZodType, undefined).success;
  const without = (left: string) =>
    Object.fromEntries(Object.entries(input).filter(([key]) => key !== left));
  return [
    ...[undefined, null, 7, 'text', true, [], [input], () => 1].map(
      (other) => [`no object: ${typeof other}`, other] as const,
    ),
    ...keys.filter(isNeeded).map((key) => [`without ${key}`, without(key)] as const),
    ...keys.map((key) => [`${key} of another type`, { ...input, [key]: new Map() }] as const),
    ...keys.map((key) => [`${key} as a function`, { ...input, [key]: () => 1 }] as const),
    // Values of fields are looked at field by field, with the fault named: see records.
    ...keys
      .filter((key) => key !== 'value')
      .map((key) => [`${key} of more than a million letters`, { ...input, [key]: HUGE }] as const),
    ['something more', { ...input, more: 1 }],
    ...['__proto__', 'constructor', 'prototype', 'toString'].map(
      (key) => [`a ${key} of its own`, withKey(input, key)] as const,
    ),
  ];
}

const malformed = ({ input: schema }: Entry, input: unknown): Malformed =>
  schema instanceof z.ZodObject ? ofObject(schema, input as object) : ofNothing;

const REFUSED = { ok: false, error: { code: 'input/field', params: { reason: 'shape' } } };

describe('what each call takes', () => {
  it.each(CASES)('%s takes an input of its shape', (_channel, entry, input) => {
    expect(entry.input.safeParse(input).error?.issues).toBeUndefined();
  });

  it.each(CASES)('%s takes an object of named keys, or nothing', (_channel, { input }) => {
    expect(input instanceof z.ZodObject || input instanceof z.ZodUndefined).toBe(true);
  });
});

describe('main', () => {
  const event = { sender: { id: 7 }, senderFrame: { parent: null, url: 'app://rihai/index.html' } };
  let reached: string[] = [];
  beforeEach(() => {
    reached = [];
  });
  const handlers: Record<string, Record<string, () => unknown>> = {};
  for (const [channel, { runsIn }] of CASES) {
    const [group = '', call = ''] = channel.split(':');
    if (runsIn === 'main') (handlers[group] ??= {})[call] = () => reached.push(channel);
  }
  const make = (parts: Partial<Parameters<typeof routes>[0]>) =>
    routes({
      own: CALLS_OF_MAIN,
      handlers,
      contentsId: () => 7,
      isUnlocked: () => false,
      isChecked: true,
      relay: () => Promise.resolve(success(undefined)),
      ...parts,
    });

  it.each(CASES.filter(([, { runsIn }]) => runsIn === 'main'))(
    '%s is not run for any other',
    async (channel, entry, input) => {
      const route = make({ isUnlocked: () => entry.needs === 'unlocked' }).get(channel);
      for (const [what, other] of malformed(entry, input))
        expect(await route?.(event, other), what).toMatchObject(REFUSED);
      expect(reached).toEqual([]);
    },
  );

  it('answers in development only what the contract says', async () => {
    const wrong = { app: { ...handlers['app'], settings: () => ({ theme: 'pink' }) } };
    const ask = (isChecked: boolean) =>
      make({ handlers: { ...handlers, ...wrong }, isChecked }).get('app:settings')?.(
        event,
        undefined,
      );
    expect(await ask(true)).toMatchObject({ error: { code: 'internal' } });
    expect(await ask(false)).toEqual(success({ theme: 'pink' }));
  });

  it('has no handler without an entry', () => {
    expect(() => make({ handlers: { ...handlers, secrets: { read: () => 1 } } })).toThrow(
      'secrets:read is not in the contract',
    );
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
  const inVault = (state: string) =>
    CASES.filter(([, { runsIn, needs }]) => runsIn === 'vault' && [state, 'any'].includes(needs));

  describe.each(['locked', 'unlocked'])('%s', (state) => {
    beforeAll(async () => {
      if (state === 'unlocked') await desk.open();
    });

    it.each(inVault(state))('runs %s for no other input', async (channel, entry, input) => {
      for (const [what, other] of malformed(entry, input))
        expect(await desk.ask(channel, other), what).toMatchObject(REFUSED);
      expect(desk.events).toEqual([]);
    });
  });

  it('refuses a value of a million letters at its field, and one of endless depth', async () => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    for (const value of [HUGE, deep]) {
      const input = { kind: 'person', edits: [{ path: 'occupation', value }] };
      const answered = await desk.ask('records:create', input);
      const saved = answered.ok ? answered.value : { isSaved: false };
      expect(saved).toMatchObject({ isSaved: false });
      if (!answered.ok) expect(answered.error.code).toBe('input/field');
    }
    expect(desk.desk.file().counts()).toEqual([]);
  });
});
