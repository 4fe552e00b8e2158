import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';

export type Folder = NonNullable<OutputOf<Contract['files']['chooseFolder']>>;

/** Lets a folder be chosen: an empty one for a copy, or one that holds it; undefined where the dialog was closed. */
export async function chooseFolder(purpose: 'newVault' | 'openVault'): Promise<Folder | undefined> {
  const chosen = await rihai.files.chooseFolder({ purpose });
  if (chosen.ok) return chosen.value;
  sayTrouble(new CallError(chosen.error));
  return undefined;
}
