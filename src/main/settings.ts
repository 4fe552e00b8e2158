import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** What is remembered outside the vault. Nothing here tells of a case, nor where a vault lies. */
export type Settings = {
  readonly theme: 'system' | 'light' | 'dark';
  readonly locale: string;
  readonly bounds: { readonly width: number; readonly height: number };
};

const DEFAULTS: Settings = {
  theme: 'system',
  locale: 'en',
  bounds: { width: 1280, height: 720 },
};

const file = (): string => join(app.getPath('userData'), 'settings.json');

const isSize = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 10_000;

/** Settings as kept, with defaults for whatever is missing or unreadable. */
export function readSettings(): Settings {
  let kept: Partial<Record<keyof Settings, unknown>>;
  try {
    kept = JSON.parse(readFileSync(file(), 'utf8')) as typeof kept;
  } catch {
    return DEFAULTS;
  }
  const bounds = kept.bounds as Partial<Settings['bounds']> | undefined;
  return {
    theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : DEFAULTS.theme,
    locale: typeof kept.locale === 'string' ? kept.locale : DEFAULTS.locale,
    bounds:
      isSize(bounds?.width) && isSize(bounds.height)
        ? { width: bounds.width, height: bounds.height }
        : DEFAULTS.bounds,
  };
}

export function writeSettings(settings: Settings): void {
  mkdirSync(app.getPath('userData'), { recursive: true, mode: 0o700 });
  const part = `${file()}.part`;
  writeFileSync(part, `${JSON.stringify(settings)}\n`, { mode: 0o600 });
  renameSync(part, file());
}

/** Chromium's own folder of a session: emptied at start and at exit. */
export function emptySessionFolder(): string {
  const folder = join(app.getPath('userData'), 'session');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
