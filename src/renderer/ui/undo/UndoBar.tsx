import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { T, useText } from '#i18n';
import { Icon } from '../icon/Icon';
import { Kbd } from '../text/Kbd';
import css from './UndoBar.module.css';

type Props = {
  /** What was done: `Next date set: Tue 12 May`. */
  readonly children: ReactNode;
  readonly onUndo: () => void;
  /** It has been seen, or its time is up. */
  readonly onDone: () => void;
};

const SHOWN_MS = 8_000;

/** At the foot after a save. Its time stands still while the pointer or focus is on it. */
export function UndoBar({ children, onUndo, onDone }: Props) {
  const t = useText();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(onDone, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isHeld, onDone]);
  const hold = (): void => {
    setHeld(true);
  };
  const release = (): void => {
    setHeld(false);
  };
  return (
    <div
      className={css.bar}
      role="group"
      aria-label={t('ui.undo.label')}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <span role="status" className={css.said}>
        {children}
      </span>
      <Button className={css.undo} onPress={onUndo}>
        <T id="ui.undo" />
      </Button>
      <Kbd>{t('keys.undo')}</Kbd>
      <Button className={css.close} onPress={onDone} aria-label={t('ui.dismiss')}>
        <Icon of={X} size="s" />
      </Button>
    </div>
  );
}
