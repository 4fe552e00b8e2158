import type { ActionId } from '#shared/domain/ids';
import type { Result } from '#shared/ipc/result';
import { useText } from '#i18n';
import { CallError, rihai } from './bridge';
import { lastSaved, saySaved, sayTrouble, type Saved } from './said';

type Wrote = { readonly action: ActionId; readonly changes: number };

function hasWritten(value: unknown): value is Wrote {
  if (typeof value !== 'object' || value === null || !('action' in value)) return false;
  return 'changes' in value && value.changes !== 0;
}

/**
 * Runs a command and says at the foot what it did, with Undo:
 * `const result = await run(rihai.records.edit({ id, edits }), t('detainee.saved'))`.
 * An error is said at the foot too; faults of single fields (`isSaved: false`) are
 * the form's to show. Answers the same result.
 */
export async function run<T>(call: Promise<Result<T>>, said: string): Promise<Result<T>> {
  const result = await call;
  if (!result.ok) sayTrouble(new CallError(result.error));
  else if (hasWritten(result.value)) saySaved({ action: result.value.action, said });
  return result;
}

/** Takes an action back; what is said then can be taken back again. */
export function useUndo(): (saved?: Saved) => Promise<void> {
  const t = useText();
  return async (saved = lastSaved()) => {
    if (saved === undefined) return;
    saySaved(undefined);
    await run(rihai.undo.run({ action: saved.action }), t('app.undone', { said: saved.said }));
  };
}
