import { useEffect, useRef } from 'react';
import type { PlaceId } from './navigation';

/** Places that keys lead to, in the order of the sidebar: `g` and the letter, or Alt and the digit. */
export const PLACE_KEYS = [
  { to: 'today', letter: 't' },
  { to: 'detainees', letter: 'd' },
  { to: 'cases', letter: 'c' },
  { to: 'documents', letter: 'f' },
  { to: 'people', letter: 'p' },
  { to: 'write', letter: 'w' },
  { to: 'exchange', letter: 'e' },
  { to: 'trash', letter: 'x' },
  { to: 'settings', letter: 's' },
] as const satisfies readonly { readonly to: PlaceId; readonly letter: string }[];

export type KeyDoings = {
  readonly go: (to: PlaceId) => void;
  readonly find: () => void;
  readonly help: () => void;
  readonly undo: () => void;
  readonly back: () => void;
};

/** `g` waits this long for its letter. */
const CHORD_MS = 1_500;

const TYPED_INTO = 'input, textarea, select, [contenteditable], [role="combobox"]';
const FLOATING = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

const within = (event: KeyboardEvent, selector: string): boolean =>
  event.target instanceof Element && event.target.closest(selector) !== null;

type Press = { readonly event: KeyboardEvent; readonly isChord: boolean };

const digitOf = ({ code }: KeyboardEvent): number =>
  /^Digit[1-9]$/u.test(code) ? Number(code.slice(5)) : 0;

/** With Ctrl or Alt: they work while typing too, all but undo, which is the field's own there. */
function withModifier({ event }: Press, doings: KeyDoings): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (event.altKey) {
    const place = PLACE_KEYS[digitOf(event) - 1];
    if (place !== undefined)
      return () => {
        doings.go(place.to);
      };
    return event.key === 'ArrowLeft' ? doings.back : undefined;
  }
  if (key === 'k' && !event.shiftKey) return doings.find;
  const isUndo = key === 'z' && !event.shiftKey && !within(event, TYPED_INTO);
  return isUndo ? doings.undo : undefined;
}

function plain({ event, isChord }: Press, doings: KeyDoings): (() => void) | undefined {
  if (within(event, TYPED_INTO) || within(event, FLOATING)) return undefined;
  const place = PLACE_KEYS.find(({ letter }) => letter === event.key.toLowerCase());
  if (isChord && place !== undefined)
    return () => {
      doings.go(place.to);
    };
  return event.key === '?' ? doings.help : undefined;
}

/** Keys that work in every place. Locking is main's: it works whatever the page does. */
export function useShortcuts(doings: KeyDoings): void {
  const latest = useRef(doings);
  useEffect(() => {
    latest.current = doings;
  });
  useEffect(() => {
    let chordUntil = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const press = { event, isChord: event.timeStamp < chordUntil };
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      const act = (hasModifier ? withModifier : plain)(press, latest.current);
      const begins = !hasModifier && event.key === 'g' && !within(event, TYPED_INTO);
      chordUntil = begins && !press.isChord ? event.timeStamp + CHORD_MS : 0;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
