import { app, powerMonitor } from 'electron';

export type IdleOptions = {
  /** Seconds without input after which the session locks. */
  readonly limitSeconds: number;
  readonly isUnlocked: () => boolean;
  readonly lock: () => void;
  /** Seconds left, within the last minute; 0 when someone came back. */
  readonly onSoon: (seconds: number) => void;
};

const POLL_MS = 2_000;
const WARN_SECONDS = 60;
const MOST_SECONDS = 12 * 3600;
const DEFAULT_SECONDS = 300;

/** Five minutes; tests may shorten it, an installed program never. */
export function idleLimit(): number {
  const asked = Number(process.env['RIHAI_IDLE_SECONDS']);
  return !app.isPackaged && asked > 0 ? asked : DEFAULT_SECONDS;
}

/**
 * Locks an unlocked session: nobody typed for a while, the machine slept, its
 * screen was locked or the user switched, or twelve hours passed. Linux has no
 * event for a locked screen, and none of all may be missed, so it is also polled;
 * a jump of the clock between two looks is a sleep nobody told of.
 */
export function watchIdle({ limitSeconds, isUnlocked, lock, onSoon }: IdleOptions): void {
  let lastLook = process.uptime();
  let lastWall = Date.now();
  let unlockedFor = 0;
  let hasWarned = false;
  const lockIfOpen = (): void => {
    if (isUnlocked()) lock();
  };
  const warn = (left: number): void => {
    const isSoon = left <= WARN_SECONDS && left < limitSeconds / 2;
    if (isSoon || hasWarned) onSoon(isSoon ? Math.max(1, Math.ceil(left)) : 0);
    hasWarned = isSoon;
  };
  powerMonitor.on('suspend', lockIfOpen);
  powerMonitor.on('lock-screen', lockIfOpen);
  powerMonitor.on('user-did-resign-active', lockIfOpen);
  setInterval(() => {
    const look = process.uptime();
    const wall = Date.now();
    const slept = (wall - lastWall) / 1000;
    unlockedFor = isUnlocked() ? unlockedFor + (look - lastLook) : 0;
    lastLook = look;
    lastWall = wall;
    if (!isUnlocked()) return;
    const idle = powerMonitor.getSystemIdleTime();
    const isAway =
      idle >= limitSeconds ||
      slept >= Math.max(limitSeconds, POLL_MS / 250) ||
      unlockedFor >= MOST_SECONDS ||
      powerMonitor.getSystemIdleState(limitSeconds) === 'locked';
    if (isAway) lock();
    else warn(limitSeconds - idle);
  }, POLL_MS);
}
