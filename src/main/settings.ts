import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { settings as chosen } from '#shared/ipc/contract/app';
import { z } from '#shared/domain/zod';
import { replaceFile } from './atomic-file';

const pixels = z.int().min(-100_000).max(100_000);

const place = z.strictObject({
  x: pixels,
  y: pixels,
  width: pixels.positive(),
  height: pixels.positive(),
  isMaximized: z.boolean(),
});

const { theme, locale, idleMinutes, locksOnMinimize, panicKey, wipesLocked } = chosen.shape;

/** A damaged value falls back alone; what a newer version keeps here stays. */
const kept = z.looseObject({
  theme: theme.catch('system'),
  locale: locale.catch('en'),
  idleMinutes: idleMinutes.catch(5),
  locksOnMinimize: locksOnMinimize.catch(false),
  panicKey: panicKey.catch('shiftL'),
  wipesLocked: wipesLocked.catch(false),
  place: place.optional().catch(undefined),
});

/** What is remembered outside the vault. Nothing here tells of a case, nor where a vault lies. */
export type Settings = Readonly<z.infer<typeof kept>>;

/** Where the window stood, and how large it was. */
export type Place = Readonly<z.infer<typeof place>>;

/** What is not named stays. */
type Change = { readonly [K in keyof Settings]?: Settings[K] | undefined };

export type SettingsStore = {
  /** As kept, with defaults for whatever is missing or damaged. */
  readonly read: () => Settings;
  /** Throws `disk/settings` where they cannot be kept; then nothing has changed. */
  readonly change: (change: Change) => Settings;
};

const NAME = 'settings.json';

/** The file's settings; undefined where it holds none. */
function parse(file: string): Settings | undefined {
  try {
    return kept.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** A file that nobody can read is set aside, not written over. */
function setAside(file: string): void {
  try {
    renameSync(file, `${file}.damaged`);
  } catch {
    // There was none.
  }
}

/** Settings in a folder of this device. */
export function settingsStore(folder: string): SettingsStore {
  const file = join(folder, NAME);
  return {
    read: () => parse(file) ?? kept.parse({}),
    change: (change) => {
      const before = parse(file);
      const named = Object.entries(change).filter(([, value]) => value !== undefined);
      const after = kept.parse({ ...before, ...Object.fromEntries(named) });
      try {
        if (before === undefined) setAside(file);
        replaceFile(file, `${JSON.stringify(after)}\n`);
      } catch (error) {
        throw new AppError('disk/settings', {}, error);
      }
      return after;
    },
  };
}
