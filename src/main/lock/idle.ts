import type { PowerMonitor } from 'electron';
import { lockWatch } from './watch';

export type IdleOptions = {
  readonly monitor: Pick<PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState'> & {
    // Electron's own overloads name one event each.
    on(
      event: 'suspend' | 'resume' | 'lock-screen' | 'user-did-resign-active',
      listener: () => void,
    ): unknown;
  };
  /** Asked at each look: the setting may change while a session is open. */
  readonly limitSeconds: () => number;
  readonly isUnlocked: () => boolean;
  readonly lock: () => void;
  /** Seconds left, within the last minute; 0 when someone came back. */
  readonly onSoon: (seconds: number) => void;
};

const POLL_MS = 2_000;

/**
 * Locks an unlocked session when the machine sleeps, its screen is locked, the
 * user switches, or `lockWatch` says so. Linux has no event for a locked screen,
 * and none of all may be missed, so everything is also polled.
 */
export function watchIdle({ monitor, limitSeconds, isUnlocked, lock, onSoon }: IdleOptions): void {
  const judge = lockWatch();
  const look = (): void => {
    const limit = limitSeconds();
    const { locks, soon } = judge({
      isUnlocked: isUnlocked(),
      wallMs: Date.now(),
      runningMs: process.uptime() * 1000,
      idleSeconds: monitor.getSystemIdleTime(),
      isScreenLocked: monitor.getSystemIdleState(Math.max(1, Math.ceil(limit))) === 'locked',
      limitSeconds: limit,
    });
    if (locks) lock();
    else if (soon !== undefined) onSoon(soon);
  };
  const lockIfOpen = (): void => {
    if (isUnlocked()) lock();
  };
  monitor.on('suspend', lockIfOpen);
  monitor.on('lock-screen', lockIfOpen);
  monitor.on('user-did-resign-active', lockIfOpen);
  // At once after a sleep, before the window is painted again.
  monitor.on('resume', look);
  setInterval(look, POLL_MS);
}
