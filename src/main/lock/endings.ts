import type { Next } from '../launch';

export type EndingParts = {
  readonly vault: {
    readonly isUnlocked: () => boolean;
    /** A secret was tried and opened nothing. */
    readonly wasRefused: () => boolean;
    readonly dir: () => string | undefined;
    /** Closes the vault and ends its process, by force after two seconds. */
    readonly close: () => Promise<void>;
    readonly kill: () => void;
  };
  readonly window: {
    readonly hide: () => void;
    /** Ends the page and its process. */
    readonly destroy: () => void;
    /** Loads the page anew. */
    readonly reload: () => void;
  };
  /** What was copied from here, where it still lies on the clipboard. */
  readonly clipboard: {
    readonly forget: () => Promise<void>;
    /** Without looking whether it is still ours. */
    readonly forgetNow: () => void;
  };
  /** Removes what Chromium kept of this run. */
  readonly cleanUp: () => void;
  /** Ends this process and starts the program at its lock screen. */
  readonly startAgain: (next: Next) => void;
  /** Ends this process in order. */
  readonly quit: () => void;
  /** Ends this process at once. */
  readonly exit: () => void;
  /** Tells the user that it goes on no longer, and ends this process. */
  readonly giveUp: () => void;
};

/** A page that fails this often before anything was opened fails for good. */
const MOST_RELOADS = 3;

/** Ends every process of the session and starts the program anew. */
const startsOver =
  ({ window, startAgain }: EndingParts, closeThen: (next: () => void) => void) =>
  (next: () => Next) =>
  (): void => {
    // Gone from the screen before anything that takes time.
    window.hide();
    window.destroy();
    closeThen(() => {
      startAgain(next());
    });
  };

/** What ends a session; whichever comes first decides, and the others do nothing. */
export function endings(parts: EndingParts) {
  const { vault, window, clipboard, cleanUp, startAgain, quit, exit, giveUp } = parts;
  let isEnding = false;
  let isDone = false;
  let reloads = 0;
  const once = (end: () => void) => (): void => {
    if (isEnding) return;
    isEnding = true;
    end();
  };
  const closeThen = (next: () => void): void => {
    void Promise.allSettled([vault.close(), clipboard.forget()]).then(() => {
      cleanUp();
      isDone = true;
      next();
    });
  };
  const startOver = startsOver(parts, closeThen);
  const lockNow = once(startOver(() => ({ dir: vault.dir() })));
  const stop = once(giveUp);
  const end = once(() => {
    closeThen(quit);
  });
  return {
    /** Nothing is left to close: the program may quit. */
    isDone: (): boolean => isDone,
    /**
     * Locking ends every process of the unlocked session: the window goes first, the
     * vault is closed, all processes end, and a new one starts at the lock screen.
     * Only the death of a process erases what it held, a refused passphrase too.
     */
    lock: (): void => {
      if (vault.isUnlocked() || vault.wasRefused()) lockNow();
    },
    /**
     * A passphrase opened nothing: every process that it went through ends, and the lock screen
     * comes anew and says so.
     */
    refused: (refusedSlot: number): void => {
      once(startOver(() => ({ dir: vault.dir(), refusedSlot })))();
    },
    /** At once, and nothing starts again. */
    panic: (): void => {
      isEnding = true;
      window.hide();
      vault.kill();
      clipboard.forgetNow();
      exit();
    },
    /** The vault was destroyed: every process that held it ends, and a new one starts without a vault. */
    wiped: (isWhole: boolean): void => {
      once(startOver(() => ({ wiped: isWhole ? 'whole' : 'partly' })))();
    },
    /** The window was closed, or the system asks the program to end. */
    closed: end,
    /** The vault process died with what it held: the lock screen comes anew. */
    vaultDied: once(() => {
      window.hide();
      window.destroy();
      clipboard.forgetNow();
      cleanUp();
      startAgain({ dir: vault.dir() });
    }),
    /** The page's process died: an open session locks, a locked one gets its page anew. */
    pageDied: (): void => {
      if (vault.isUnlocked()) lockNow();
      else if (isEnding) return;
      else if (reloads++ < MOST_RELOADS) window.reload();
      else stop();
    },
    /** This process failed: an open session locks. */
    failed: (): void => {
      (vault.isUnlocked() ? lockNow : stop)();
    },
  };
}
