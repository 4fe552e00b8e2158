import { z } from '#shared/domain/zod';
import { inMain } from '../entry';
import { nothing, token } from '../plain-shapes';
import { preview } from './preview';
import { print } from './print';
import { wipe } from './wipe';

export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Of the interface: `en`, `ur`, and the two pseudo-locales of the tests. */
  locale: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/u),
  /** Minutes without a key or the pointer after which an open vault locks. */
  idleMinutes: z.int().min(1).max(30),
  /** Whether an open vault also locks when its window is minimised. */
  locksOnMinimize: z.boolean(),
  /** Ends everything at once, whatever is on the screen: Ctrl Shift L, or one key alone. */
  panicKey: z.enum(['shiftL', 'f8', 'f9']),
  /** Whether a vault may be destroyed from the lock screen, by whoever is at the machine. */
  wipesLocked: z.boolean(),
});

/** The program itself: what it is, how it looks, and how it is locked. */
const app = {
  info: inMain(
    nothing,
    z.strictObject({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      node: z.string(),
      platform: z.string(),
      isPackaged: z.boolean(),
      /** The session before this one destroyed a vault; `partly` where something was left in its folder. */
      wiped: z.enum(['whole', 'partly']).optional(),
      /** The slot whose passphrase was wrong in the session before this one, which ended with it. */
      refusedSlot: z.int().positive().optional(),
    }),
  ),
  settings: inMain(nothing, settings),
  setSettings: inMain(settings.partial(), settings),
  /** Ends every process of this session and starts anew at the lock screen; never answers. */
  lock: inMain(nothing, nothing),
  /** Ends everything at once and starts nothing. */
  panic: inMain(nothing, nothing),
  /** Puts a text on the system's clipboard, for half a minute at most. */
  copy: inMain(z.strictObject({ text: z.string().min(1).max(200_000) }), nothing),
};

const chosen = z.strictObject({
  token,
  /** Name without its folder. */
  name: z.string(),
  sizeBytes: z.int().min(0),
});

/** Dialogs of the system. The window gets tokens and never learns a path; each is good for one call that succeeds. */
const files = {
  /** Files to take in; empty where the dialog was closed. */
  chooseFiles: inMain(nothing, z.array(chosen)),
  /** A folder for a new vault, for backups, for what is salvaged or to share, or one that holds a vault. */
  chooseFolder: inMain(
    z.strictObject({ purpose: z.enum(['newVault', 'openVault', 'backups', 'salvage', 'shared']) }),
    chosen.optional(),
  ),
  /** Where to write a file; the dialog asks before one is replaced. */
  chooseSave: inMain(z.strictObject({ name: z.string().min(1).max(200) }), chosen.optional()),
  /** Called by the preload script with the paths of files that were dropped; folders are left out. */
  dropped: inMain(
    z.strictObject({ paths: z.array(z.string().min(1).max(4096)).max(200) }),
    z.array(chosen),
  ),
};

/** All that main answers itself. */
export const CALLS_OF_MAIN = { app, files, preview, print, wipe } as const;
