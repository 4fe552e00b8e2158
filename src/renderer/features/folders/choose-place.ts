import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';

export type Place = NonNullable<OutputOf<Contract['files']['chooseFolder']>>;

/** Lets a folder be chosen that desks share; undefined where the dialog was closed. */
export async function choosePlace(): Promise<Place | undefined> {
  const chosen = await rihai.files.chooseFolder({ purpose: 'shared' });
  if (chosen.ok) return chosen.value;
  sayTrouble(new CallError(chosen.error));
  return undefined;
}
