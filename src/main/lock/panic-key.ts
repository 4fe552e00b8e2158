import type { Settings } from '../settings';

export type PanicKey = Settings['panicKey'];

/** A key as Electron tells of it before the page hears. */
export type Key = {
  readonly type: string;
  readonly key: string;
  /** The place on the keyboard, whatever is written there. */
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

const LATIN = /^[a-z]$/iu;

/** With an Urdu layout the key writes another letter and means the same. */
const isL = ({ key, code }: Key): boolean =>
  LATIN.test(key) ? key.toLowerCase() === 'l' : code === 'KeyL';

/** What a key does whatever the page does: Ctrl L locks, the panic key ends everything. */
export function meaningOf(key: Key, panicKey: PanicKey): 'lock' | 'panic' | undefined {
  if (key.type !== 'keyDown') return undefined;
  if (panicKey !== 'shiftL' && key.code === panicKey.toUpperCase()) return 'panic';
  if (!isL(key) || key.alt || !(key.control || key.meta)) return undefined;
  return key.shift && panicKey === 'shiftL' ? 'panic' : 'lock';
}

const ACCELERATORS: Readonly<Record<PanicKey, string>> = {
  shiftL: 'CommandOrControl+Shift+L',
  f8: 'F8',
  f9: 'F9',
};

type Shortcuts = {
  register(accelerator: string, callback: () => void): boolean;
  unregister(accelerator: string): void;
};

export type PanicOverDialogs = <T>(open: () => Promise<T>) => Promise<T>;

/**
 * A dialog of the system takes the keyboard from the window, and with it the panic key. As long
 * as one is open, and no longer, the system itself is asked for the key.
 */
export function panicOverDialogs(
  shortcuts: Shortcuts,
  panicKey: () => PanicKey,
  panic: () => void,
): PanicOverDialogs {
  return async (open) => {
    const accelerator = ACCELERATORS[panicKey()];
    shortcuts.register(accelerator, panic);
    try {
      return await open();
    } finally {
      shortcuts.unregister(accelerator);
    }
  };
}
