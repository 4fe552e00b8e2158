import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchIdle } from './idle';

/** As much of Electron's power monitor as is listened to. */
function watched({ isUnlocked = true, wasRefused = false } = {}) {
  const events = new EventEmitter();
  const machine = { idle: 0, state: 'active' as 'active' | 'idle' | 'locked' };
  const lock = vi.fn();
  const onSoon = vi.fn();
  let limit = 300;
  watchIdle({
    monitor: Object.assign(events, {
      getSystemIdleTime: () => machine.idle,
      getSystemIdleState: () => machine.state,
    }),
    limitSeconds: () => limit,
    isUnlocked: () => isUnlocked,
    wasRefused: () => wasRefused,
    lock,
    onSoon,
  });
  return {
    events,
    machine,
    lock,
    onSoon,
    choose: (seconds: number) => {
      limit = seconds;
    },
  };
}

describe('the machine', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(['suspend', 'lock-screen', 'user-did-resign-active'])(
    'locks an open session at once on %s',
    (event) => {
      const { events, lock } = watched();
      events.emit(event);
      expect(lock).toHaveBeenCalledOnce();
    },
  );

  it.each(['suspend', 'lock-screen', 'user-did-resign-active', 'resume'])(
    'has nothing to lock on %s where no vault is open',
    (event) => {
      const { events, lock } = watched({ isUnlocked: false });
      events.emit(event);
      expect(lock).not.toHaveBeenCalled();
    },
  );

  it('is looked at the moment it wakes: a session left longer than chosen locks before it is painted', () => {
    const { events, lock } = watched();
    vi.advanceTimersByTime(2000);
    vi.setSystemTime(Date.now() + 300_000);
    expect(lock).not.toHaveBeenCalled();
    events.emit('resume');
    expect(lock).toHaveBeenCalledOnce();
  });

  it('is asked every two seconds whether its screen is locked', () => {
    const { machine, lock } = watched();
    vi.advanceTimersByTime(10_000);
    machine.state = 'locked';
    vi.advanceTimersByTime(1999);
    expect(lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('is asked for how long nobody typed, against what is chosen now', () => {
    const { machine, lock, onSoon, choose } = watched();
    machine.idle = 250;
    vi.advanceTimersByTime(2000);
    expect(onSoon.mock.calls).toEqual([[50]]);
    expect(lock).not.toHaveBeenCalled();
    choose(60);
    vi.advanceTimersByTime(2000);
    expect(lock).toHaveBeenCalledOnce();
  });
});

describe('a refused secret', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const refused = () => watched({ isUnlocked: false, wasRefused: true });

  it.each(['suspend', 'lock-screen', 'user-did-resign-active'])('is ended with on %s', (event) => {
    const { events, lock } = refused();
    events.emit(event);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('is ended with where the screen is locked and no event tells', () => {
    const { machine, lock } = refused();
    machine.state = 'locked';
    vi.advanceTimersByTime(2000);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('is ended with when nobody typed for half a minute after it, and not while somebody tries again', () => {
    const { machine, lock } = refused();
    machine.idle = 3;
    vi.advanceTimersByTime(60_000);
    expect(lock).not.toHaveBeenCalled();
    machine.idle = 30;
    vi.advanceTimersByTime(2000);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('leaves half a minute for another try, however long nobody had typed before', () => {
    const { machine, lock } = refused();
    machine.idle = 5000;
    vi.advanceTimersByTime(31_000);
    expect(lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(lock).toHaveBeenCalledOnce();
  });
});
