import { useEffect, useState } from 'react';

/** Keys of the first row of letters, by where they lie. */
const FIRST_ROW = ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY'];

type Keyboard = { readonly getLayoutMap: () => Promise<ReadonlyMap<string, string>> };

/**
 * What the first row of letters types now (`qwerty`, `azerty`, `قوعرتے`): tells layouts apart
 * where the system names none. Undefined where the browser does not say.
 */
export function useKeyboardLayout(): string | undefined {
  const [row, setRow] = useState<string>();
  useEffect(() => {
    const { keyboard } = navigator as Navigator & { readonly keyboard?: Keyboard };
    if (keyboard === undefined) return undefined;
    let isGone = false;
    const read = (): void => {
      keyboard.getLayoutMap().then(
        (map) => {
          const letters = FIRST_ROW.map((key) => map.get(key) ?? '').join('');
          if (!isGone && letters !== '') setRow(letters);
        },
        () => undefined,
      );
    };
    read();
    // The layout may have been switched elsewhere meanwhile.
    window.addEventListener('focus', read);
    return () => {
      isGone = true;
      window.removeEventListener('focus', read);
    };
  }, []);
  return row;
}
