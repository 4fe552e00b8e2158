import type { Place } from './settings';

type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The smallest window in which every screen of the program can be used. */
export const SMALLEST = { width: 900, height: 560 };
const USUAL = { width: 1280, height: 720 };

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));

const overlap = (a: Area, b: Area): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** The screen that shows most of a place; undefined where none shows any. */
function screenOf(place: Area, screens: readonly Area[]): Area | undefined {
  const [best] = screens.toSorted((a, b) => overlap(place, b) - overlap(place, a));
  return best !== undefined && overlap(place, best) > 0 ? best : undefined;
}

export type Opening = {
  readonly width: number;
  readonly height: number;
  /** Left out where the window is to be centred. */
  readonly x?: number;
  readonly y?: number;
};

/**
 * Where the window opens: as it stood, moved and shrunk until a screen of today
 * shows it whole; in the middle where its screen is gone or nothing is remembered.
 */
export function openingPlace(kept: Place | undefined, screens: readonly Area[]): Opening {
  if (kept === undefined) return USUAL;
  const screen = screenOf(kept, screens);
  const [first] = screens;
  const room = screen ?? first;
  const width = clamp(
    kept.width,
    SMALLEST.width,
    Math.max(SMALLEST.width, room?.width ?? Infinity),
  );
  const height = clamp(
    kept.height,
    SMALLEST.height,
    Math.max(SMALLEST.height, room?.height ?? Infinity),
  );
  if (screen === undefined) return { width, height };
  return {
    width,
    height,
    x: clamp(kept.x, screen.x, Math.max(screen.x, screen.x + screen.width - width)),
    y: clamp(kept.y, screen.y, Math.max(screen.y, screen.y + screen.height - height)),
  };
}
