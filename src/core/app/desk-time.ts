import { dayOf, startOfDay } from '#core/clocks/index';
import type { Clock } from '#core/kernel/ports';
import { vaultStore } from '#core/db/repositories/vault-store';
import type { OpenVault } from '#core/vault/ports';

const SAMPLE_DAY = 'sample-day';
const MINUTE_MS = 60_000;
const NOON_MINUTES = 720;

/**
 * Marks a vault as one of invented people, told as of a day `YYYY-MM-DD`. Call it on a vault
 * that was just made: nothing takes the mark away, and a vault without it goes by real time.
 */
export function markAsSample({ db }: OpenVault, day: string): void {
  vaultStore(db).setSetting(SAMPLE_DAY, day);
}

/** The day a vault of invented people is told as of; undefined for every real vault. */
export const sampleDayOf = ({ db }: Pick<OpenVault, 'db'>): string | undefined =>
  vaultStore(db).setting(SAMPLE_DAY);

/**
 * What time it is at the desk: the one notion of "now" of every list, page, clock, paper and
 * typed date. Real time, or noon of the day that a sample is told as of. What is written
 * (changes, drafts, audit) is stamped with real time and never asks here.
 */
export function deskTime(clock: Clock, zone: () => string, sampleDay: string | undefined) {
  const today = (): string => sampleDay ?? dayOf(Math.floor(clock.nowMs() / MINUTE_MS), zone());
  return {
    /** The day `YYYY-MM-DD` it is at the courts. */
    today,
    /** Milliseconds since 1970 UTC; a day given that is not today is looked at from its noon. */
    momentOf: (on?: string): number => {
      const day = on ?? sampleDay;
      return day === undefined || (sampleDay === undefined && day === today())
        ? clock.nowMs()
        : (startOfDay(day, zone()) + NOON_MINUTES) * MINUTE_MS;
    },
  };
}

export type DeskTime = ReturnType<typeof deskTime>;
