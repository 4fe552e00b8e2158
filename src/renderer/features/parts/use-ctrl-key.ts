import { useKeyDown } from './use-key-down';

/** A letter with Ctrl that does something in a place, also while somebody types. */
export function useCtrlKey(key: string, act: () => void): void {
  useKeyDown((event) => {
    const isOther = event.key.toLowerCase() !== key || event.shiftKey || event.altKey;
    if (!event.ctrlKey || isOther) return false;
    act();
    return true;
  });
}
