import type { EVENTS, Events } from '#shared/ipc/contract';
import type { Sent } from '#shared/ipc/entry';
import type { z } from '#shared/domain/zod';

export type Telling = {
  readonly events: typeof EVENTS;
  /** In development what is told is held against its shape. */
  readonly isChecked: boolean;
  readonly send: (name: string, payload: unknown) => void;
};

export type Teller = {
  /** Tells the window something it did not ask for. */
  readonly tell: <E extends keyof Events>(name: E, payload: Sent<z.infer<Events[E]>>) => void;
  /** Passes on what the vault process tells. Throws on a name or, in development, a shape that is not in the contract. */
  readonly pass: (name: string, payload: unknown) => void;
};

/** What main tells the window: names of the contract and no others. */
export function teller({ events, isChecked, send }: Telling): Teller {
  const pass = (name: string, payload: unknown): void => {
    if (!Object.hasOwn(events, name)) throw new Error('an event that is not in the contract');
    const shape = events[name as keyof Events];
    send(name, isChecked ? shape.parse(payload) : payload);
  };
  return { tell: pass, pass };
}
