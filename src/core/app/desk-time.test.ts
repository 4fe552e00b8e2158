import { describe, expect, it } from 'vitest';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { deskTime } from './desk-time';

const zone = (): string => 'Asia/Karachi';
/** 2026-11-24 01:30 at the courts, still the 23rd in UTC. */
const LATE = Date.UTC(2026, 10, 23, 20, 30);

describe('the time at the desk', () => {
  const { clock } = memoryVault();
  clock.set(LATE);

  it('is real time in a real vault, by the day of the courts', () => {
    const time = deskTime(clock, zone, undefined);
    expect(time.today()).toBe('2026-11-24');
    expect(time.momentOf()).toBe(LATE);
    expect(time.momentOf('2026-11-24')).toBe(LATE);
  });

  it('looks at another day from its noon at the courts', () => {
    const time = deskTime(clock, zone, undefined);
    expect(time.momentOf('2026-04-28')).toBe(Date.UTC(2026, 3, 28, 7));
  });

  it('stands at noon of the day that the sample is told as of, whatever the machine says', () => {
    const time = deskTime(clock, zone, '2026-04-28');
    expect(time.today()).toBe('2026-04-28');
    expect(time.momentOf()).toBe(Date.UTC(2026, 3, 28, 7));
    expect(time.momentOf('2026-04-28')).toBe(Date.UTC(2026, 3, 28, 7));
    // The day of the machine is a day like another.
    expect(time.momentOf('2026-11-24')).toBe(Date.UTC(2026, 10, 24, 7));
  });
});
