import { describe, expect, it } from 'vitest';
import { lockWatch, type Look } from './watch';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START: Look = {
  isUnlocked: true,
  wallMs: Date.UTC(2026, 0, 5, 9),
  runningMs: 0,
  idleSeconds: 0,
  isScreenLocked: false,
  limitSeconds: 300,
};

/** A session that is looked at every two seconds, and how time goes on in it. */
function session(first: Partial<Look> = {}) {
  const judge = lockWatch();
  let now: Look = { ...START, ...first };
  judge(now);
  const see = (change: Partial<Look>) => {
    now = { ...now, ...change };
    return judge(now);
  };
  const after = (ms: number, change: Partial<Look> = {}) =>
    see({ wallMs: now.wallMs + ms, runningMs: now.runningMs + ms, ...change });
  return { see, after, sleep: (ms: number) => see({ wallMs: now.wallMs + ms }) };
}

describe('an open session', () => {
  it('stays open while somebody works', () => {
    const { after } = session();
    for (let times = 0; times < 1000; times++) expect(after(2000)).toEqual({ locks: false });
  });

  it('locks when nobody typed for as long as was chosen, and not before', () => {
    expect(session().after(2000, { idleSeconds: 299 }).locks).toBe(false);
    expect(session().after(2000, { idleSeconds: 300 }).locks).toBe(true);
    expect(session({ limitSeconds: 60 }).after(2000, { idleSeconds: 60 }).locks).toBe(true);
    expect(session({ limitSeconds: 1800 }).after(2000, { idleSeconds: 1799 }).locks).toBe(false);
  });

  it('goes by the time chosen last', () => {
    const { after } = session({ limitSeconds: 1800 });
    expect(after(2000, { idleSeconds: 400 }).locks).toBe(false);
    expect(after(2000, { idleSeconds: 402, limitSeconds: 300 }).locks).toBe(true);
  });

  it('locks with the screen', () => {
    expect(session().after(2000, { isScreenLocked: true }).locks).toBe(true);
  });

  it('locks after a sleep nobody told of, though somebody types again', () => {
    expect(session().sleep(300_000).locks).toBe(true);
    expect(session().sleep(9 * HOUR).locks).toBe(true);
  });

  it('bears a short stop of the machine and a clock that is set back', () => {
    expect(session().sleep(200_000).locks).toBe(false);
    expect(session().sleep(-3 * HOUR).locks).toBe(false);
    expect(session({ limitSeconds: 1 }).sleep(5000).locks).toBe(false);
  });

  it('locks after twelve hours, however busy', () => {
    const { after } = session();
    const half = 30_000;
    for (let ms = half; ms < 12 * HOUR; ms += half)
      expect(after(half).locks, String(ms)).toBe(false);
    expect(after(half).locks).toBe(true);
  });

  it('counts the twelve hours from its opening, not from the start of the program', () => {
    const { after, see } = session({ isUnlocked: false });
    for (let ms = 0; ms < 11 * HOUR; ms += MINUTE) after(MINUTE);
    see({ isUnlocked: true });
    for (let ms = MINUTE; ms < 12 * HOUR; ms += MINUTE) expect(after(MINUTE).locks).toBe(false);
    expect(after(MINUTE).locks).toBe(true);
  });

  it('counts the twelve hours even where somebody keeps setting the clock back', () => {
    const { after, sleep } = session();
    let locks = false;
    for (let ms = 0; ms < 12 * HOUR; ms += MINUTE) {
      sleep(-MINUTE);
      ({ locks } = after(MINUTE));
    }
    expect(locks).toBe(true);
  });

  it('warns in the last minute, second by second, and takes it back when somebody returns', () => {
    const { after } = session();
    expect(after(2000, { idleSeconds: 239 })).toEqual({ locks: false });
    expect(after(2000, { idleSeconds: 240 })).toEqual({ locks: false, soon: 60 });
    expect(after(2000, { idleSeconds: 298.5 })).toEqual({ locks: false, soon: 2 });
    expect(after(2000, { idleSeconds: 299.9 })).toEqual({ locks: false, soon: 1 });
    expect(after(2000, { idleSeconds: 0 })).toEqual({ locks: false, soon: 0 });
    expect(after(2000, { idleSeconds: 2 })).toEqual({ locks: false });
  });

  it('warns only in the second half of a short time', () => {
    const { after } = session({ limitSeconds: 60 });
    expect(after(2000, { idleSeconds: 29 })).toEqual({ locks: false });
    expect(after(2000, { idleSeconds: 31 })).toEqual({ locks: false, soon: 29 });
  });
});

describe('a locked session', () => {
  it('has nothing to lock and nothing to warn of', () => {
    const { after, sleep } = session({ isUnlocked: false });
    expect(after(2000, { idleSeconds: 5000, isScreenLocked: true })).toEqual({ locks: false });
    expect(sleep(20 * HOUR)).toEqual({ locks: false });
  });
});
