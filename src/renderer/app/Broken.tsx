import { T } from '#i18n';
import { Button, Sheet, SheetRow, Split } from '#ui';
import { CodedError } from './CodedError';
import { rihai } from './bridge';

type Props = {
  readonly error: unknown;
  /** Draws what failed once more. */
  readonly onAgain: () => void;
};

const lock = (): void => {
  void rihai.app.lock();
};

/** In place of a screen that failed: what was saved stands, drafts are kept, the other places work. */
export function Broken({ error, onAgain }: Props) {
  return (
    <Split>
      <Sheet>
        <SheetRow>
          <CodedError
            error={error}
            actions={
              <>
                <Button kind="main" onPress={onAgain}>
                  <T id="app.broken.again" />
                </Button>
                <Button onPress={lock}>
                  <T id="ui.lock" />
                </Button>
              </>
            }
          />
        </SheetRow>
      </Sheet>
    </Split>
  );
}
