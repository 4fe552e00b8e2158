import { EVENT_CHANNELS } from '#shared/ipc/channels';
import type { Events } from '#shared/ipc/contract';
import type { Sent } from '#shared/ipc/entry';
import type { z } from '#shared/domain/zod';

export type Teller = {
  /** Tells the window something it did not ask for. */
  readonly tell: <E extends keyof Events>(name: E, payload: Sent<z.infer<Events[E]>>) => void;
  /** Passes on what the vault process tells. Throws on a name that is not in the contract. */
  readonly pass: (name: string, payload: unknown) => void;
};

const NAMES = new Set<string>(EVENT_CHANNELS);

/** What main tells the window: names of the contract and no others. */
export function teller(send: (name: string, payload: unknown) => void): Teller {
  const pass = (name: string, payload: unknown): void => {
    if (!NAMES.has(name)) throw new Error('an event that is not in the contract');
    send(name, payload);
  };
  return { tell: pass, pass };
}
