import { useSyncExternalStore } from 'react';
import type { ActionId } from '#shared/domain/ids';

/** What was just saved, for the bar at the foot. */
export type Saved = { readonly action: ActionId; readonly said: string };
/** A call that failed outside any field. */
export type Trouble = { readonly id: string; readonly error: unknown };

type Said = { readonly saved: Saved | undefined; readonly troubles: readonly Trouble[] };

let said: Said = { saved: undefined, troubles: [] };
let count = 0;
const listeners = new Set<() => void>();

function set(next: Partial<Said>): void {
  said = { ...said, ...next };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** What the foot of the window says now. */
export const useSaid = (): Said => useSyncExternalStore(subscribe, () => said);

/** The latest action that can be undone from the foot. */
export const lastSaved = (): Saved | undefined => said.saved;

export const saySaved = (saved: Saved | undefined): void => {
  set({ saved });
};

/** Says an error at the foot, where it stays until it is dismissed. */
export const sayTrouble = (error: unknown): void => {
  count += 1;
  set({ troubles: [...said.troubles.slice(-2), { id: `trouble-${String(count)}`, error }] });
};

export const dropTrouble = (id: string): void => {
  set({ troubles: said.troubles.filter((trouble) => trouble.id !== id) });
};
