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
  /** A secret was tried and opened nothing: it ends with this process, as a session does. */
  readonly wasRefused: () => boolean;
  readonly lock: () => void;
  /** Seconds left, within the last minute; 0 when someone came back. */
  readonly onSoon: (seconds: number) => void;
};

const POLL_MS = 2_000;
/** How long somebody may take for another try; then the lock screen starts anew. */
const REFUSED_SECONDS = 30;

/** Whether nobody went on for long enough after a secret was refused. */
function refusalWatch(): (wasRefused: boolean, idleSeconds: number, limit: number) => boolean {
  let sinceMs: number | undefined;
  return (wasRefused, idleSeconds, limit) => {
    sinceMs = wasRefused ? (sinceMs ?? Date.now()) : undefined;
    const sinceSeconds = (Date.now() - (sinceMs ?? Date.now())) / 1000;
    return wasRefused && Math.min(idleSeconds, sinceSeconds) >= Math.min(REFUSED_SECONDS, limit);
  };
}

/**
 * Locks an unlocked session when the machine sleeps, its screen is locked, the
 * user switches, or `lockWatch` says so. Linux has no event for a locked screen,
 * and none of all may be missed, so everything is also polled. A locked session in
 * which a secret was refused starts anew likewise, or half a minute after the last key.
 */
export function watchIdle(options: IdleOptions): void {
  const { monitor, limitSeconds, isUnlocked, wasRefused, lock, onSoon } = options;
  const judge = lockWatch();
  const isRefusalOver = refusalWatch();
  const look = (): void => {
    const limit = limitSeconds();
    const idleSeconds = monitor.getSystemIdleTime();
    const isScreenLocked = monitor.getSystemIdleState(Math.max(1, Math.ceil(limit))) === 'locked';
    const { locks, soon } = judge({
      isUnlocked: isUnlocked(),
      wallMs: Date.now(),
      runningMs: process.uptime() * 1000,
      ...{ idleSeconds, isScreenLocked, limitSeconds: limit },
    });
    const isOver = isRefusalOver(wasRefused(), idleSeconds, limit);
    if (locks || isOver || (wasRefused() && isScreenLocked)) lock();
    else if (soon !== undefined) onSoon(soon);
  };
  const lockIfOpen = (): void => {
    if (isUnlocked() || wasRefused()) lock();
  };
  monitor.on('suspend', lockIfOpen);
  monitor.on('lock-screen', lockIfOpen);
  monitor.on('user-did-resign-active', lockIfOpen);
  // At once after a sleep, before the window is painted again.
  monitor.on('resume', look);
  setInterval(look, POLL_MS);
}
