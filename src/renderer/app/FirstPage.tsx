import { Name } from '#i18n';
import { ErrorNote, LockLayout } from '#ui';
import { CallError } from './bridge';
import { useVaultState } from './stage';

/** What the window shows before any screen: the name of the program, and of the chosen vault its folder and slots. */
export function FirstPage() {
  const { state, error } = useVaultState();
  if (error !== null)
    return (
      <LockLayout>
        <ErrorNote what={error instanceof CallError ? error.code : error.name} />
      </LockLayout>
    );
  return (
    <LockLayout>
      {state?.chosen !== undefined && (
        <p>
          <Name>{state.chosen.folder}</Name> {state.chosen.slots.join(' ')}
        </p>
      )}
    </LockLayout>
  );
}
