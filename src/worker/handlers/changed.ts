import type { ActionId, RecordId } from '#shared/domain/ids';
import type { Saved } from '#core/app/index';
import type { Desk } from '../desk';

type Done = {
  readonly action: ActionId;
  readonly records: readonly RecordId[];
  readonly changes: number;
};

/** Tells the window that what it shows may be out of date. */
export function changed(desk: Desk) {
  const told = <D extends Done>(done: D): D => {
    const { action, records, changes } = done;
    if (changes > 0) desk.emit('vaultChanged', { action, records });
    return done;
  };
  return { told, toldSaved: (saved: Saved): Saved => (saved.isSaved ? told(saved) : saved) };
}
