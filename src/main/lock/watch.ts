/** What is seen of the machine at one moment. */
export type Look = {
  readonly isUnlocked: boolean;
  /** Of the machine's clock, which goes on while it sleeps and can be set. */
  readonly wallMs: number;
  /** Of this process, which nobody can set and which may stand still while the machine sleeps. */
  readonly runningMs: number;
  /** Since the last key or movement anywhere. */
  readonly idleSeconds: number;
  readonly isScreenLocked: boolean;
  /** Seconds without input after which the session locks. */
  readonly limitSeconds: number;
};

export type Verdict = {
  readonly locks: boolean;
  /** Seconds left to warn of; 0 takes a warning back; absent says nothing. */
  readonly soon?: number;
};

const WARN_SECONDS = 60;
const MOST_SECONDS = 12 * 3600;
/** A gap between two looks that a busy machine does not explain. */
const LEAST_GAP_SECONDS = 8;

const STAY: Verdict = { locks: false };
const LOCK: Verdict = { locks: true };

/**
 * Decides from look to look whether an unlocked session locks: nobody typed for
 * a while, the screen is locked, the clock jumped as far as a sleep would make
 * it, or twelve hours have passed.
 */
export function lockWatch(): (look: Look) => Verdict {
  let before: Look | undefined;
  let opened: Look | undefined;
  let hasWarned = false;

  const isAway = (look: Look, since: Look): boolean => {
    const openSeconds =
      Math.max(look.wallMs - since.wallMs, look.runningMs - since.runningMs) / 1000;
    const gapSeconds = (look.wallMs - (before ?? look).wallMs) / 1000;
    return (
      look.isScreenLocked ||
      look.idleSeconds >= look.limitSeconds ||
      gapSeconds >= Math.max(look.limitSeconds, LEAST_GAP_SECONDS) ||
      openSeconds >= MOST_SECONDS
    );
  };

  const warning = ({ limitSeconds, idleSeconds }: Look): Verdict => {
    const left = limitSeconds - idleSeconds;
    const isSoon = left <= WARN_SECONDS && left < limitSeconds / 2;
    if (!isSoon && !hasWarned) return STAY;
    hasWarned = isSoon;
    return { locks: false, soon: isSoon ? Math.max(1, Math.ceil(left)) : 0 };
  };

  return (look) => {
    opened = look.isUnlocked ? (opened ?? look) : undefined;
    const verdict = opened === undefined ? STAY : isAway(look, opened) ? LOCK : warning(look);
    if (opened === undefined) hasWarned = false;
    before = look;
    return verdict;
  };
}
