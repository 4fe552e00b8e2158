import { useKeyDown } from './use-key-down';

const TYPED_INTO =
  'input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** One plain letter that does something in a place, while nobody types and nothing floats. */
export function useKey(key: string, act: () => void): void {
  useKeyDown((event) => {
    const { target } = event;
    const isTyping = target instanceof Element && target.closest(TYPED_INTO) !== null;
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (event.isComposing || isTyping || hasModifier || event.key.toLowerCase() !== key)
      return false;
    act();
    return true;
  });
}
