import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { T } from '#i18n';
import button from '../button/Button.module.css';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import css from './HoldButton.module.css';

type Props = {
  readonly children: ReactNode;
  readonly icon?: LucideIcon;
  /** How long it has to be held down without a break. */
  readonly holdMs: number;
  readonly isPending?: boolean;
  readonly onBegin: () => void;
  /** It was let go too early. */
  readonly onRelease: () => void;
  readonly onHeld: () => void;
};

const SECOND_MS = 1_000;

/** Counts down while it is held, by the pointer or a key; whatever takes the focus away lets it go. */
function useHolding({ holdMs, onBegin, onRelease, onHeld }: Omit<Props, 'children'>) {
  const [left, setLeft] = useState<number>();
  const acts = useRef({ onBegin, onRelease, onHeld });
  useEffect(() => {
    acts.current = { onBegin, onRelease, onHeld };
  });
  const timers = useRef<readonly number[]>([]);
  const stop = (): boolean => {
    const wasHeld = timers.current.length > 0;
    for (const timer of timers.current) window.clearTimeout(timer);
    timers.current = [];
    setLeft(undefined);
    return wasHeld;
  };
  const letGo = (): void => {
    if (stop()) acts.current.onRelease();
  };
  const begin = (): void => {
    stop();
    setLeft(Math.round(holdMs / SECOND_MS));
    acts.current.onBegin();
    const ticks = Array.from({ length: Math.round(holdMs / SECOND_MS) - 1 }, (_, at) =>
      window.setTimeout(
        () => {
          setLeft(Math.round(holdMs / SECOND_MS) - at - 1);
        },
        (at + 1) * SECOND_MS,
      ),
    );
    const end = window.setTimeout(() => {
      stop();
      acts.current.onHeld();
    }, holdMs);
    timers.current = [...ticks, end];
  };
  const latest = useRef(letGo);
  useEffect(() => {
    latest.current = letGo;
  });
  useEffect(() => {
    const release = (): void => {
      latest.current();
    };
    window.addEventListener('blur', release);
    return () => {
      window.removeEventListener('blur', release);
      release();
    };
  }, []);
  return { left, begin, letGo };
}

/** A button that does something only when it is held down: for what can never be taken back. */
export function HoldButton({ children, icon, isPending = false, ...holding }: Props) {
  const { left, begin, letGo } = useHolding(holding);
  const seconds = Math.round(holding.holdMs / SECOND_MS);
  return (
    <div className={css.hold}>
      <AriaButton
        className={cx(button.button, button.risk, css.button)}
        isPending={isPending}
        onPressStart={begin}
        onPressEnd={letGo}
        onBlur={letGo}
      >
        {left !== undefined && (
          <span
            className={css.fill}
            style={{ animationDuration: `${String(holding.holdMs)}ms` }}
            aria-hidden
          />
        )}
        <span className={css.words}>
          {icon && <Icon of={icon} />}
          {children}
        </span>
      </AriaButton>
      <span role="status" className={css.left}>
        {left === undefined ? (
          <T id="ui.hold" values={{ seconds }} />
        ) : (
          <T id="ui.hold.left" values={{ seconds: left }} />
        )}
      </span>
    </div>
  );
}
