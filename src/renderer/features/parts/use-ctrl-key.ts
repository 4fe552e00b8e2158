import { useEffect, useRef } from 'react';

/** A letter with Ctrl that does something in a place, also while somebody types. */
export function useCtrlKey(key: string, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isOther = event.key.toLowerCase() !== key || event.shiftKey || event.altKey;
      if (!event.ctrlKey || isOther || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [key]);
}
