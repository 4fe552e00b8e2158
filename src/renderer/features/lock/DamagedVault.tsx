import { BookOpen } from 'lucide-react';
import { T } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { Button, LockLayout } from '#ui';
import { Ways } from '../damage/Ways';
import css from './Lock.module.css';

type Props = {
  /** It is to be read as it is. */
  readonly onRead: () => void;
};

const lock = (): void => {
  void rihai.app.lock();
};

/** The passphrase was right, but the vault is damaged: what can be done with it, before anything of it is shown. */
export function DamagedVault({ onRead }: Props) {
  return (
    <LockLayout>
      <div className={css.form} role="alert">
        <h2 className={css.title}>
          <T id="damage.opening.title" />
        </h2>
        <p>
          <T id="damage.opening.safe" />
        </p>
        <p>
          <T id="damage.opening.next" />
        </p>
      </div>
      <div className={css.ways}>
        <Button isLarge kind="main" icon={BookOpen} onPress={onRead} autoFocus>
          <T id="damage.read" />
        </Button>
        <Ways isLarge />
        <Button isLarge onPress={lock}>
          <T id="ui.lock" />
        </Button>
      </div>
    </LockLayout>
  );
}
