import { T } from '#i18n';
import type { CallError } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button } from '#ui';

type Props = {
  readonly error: CallError;
  readonly onMove: () => void;
  readonly onAnew: () => void;
};

/** Why a run was refused, with what can be done about it. */
export function SyncTrouble({ error, onMove, onAnew }: Props) {
  const isElsewhere = error.code === 'folder/unreachable' || error.code === 'folder/empty';
  return (
    <CodedError
      error={error}
      actions={
        isElsewhere && (
          <>
            <Button onPress={onMove}>
              <T id="folders.move" />
            </Button>
            {error.code === 'folder/empty' && (
              <Button onPress={onAnew}>
                <T id="folders.anew" />
              </Button>
            )}
          </>
        )
      }
    />
  );
}
