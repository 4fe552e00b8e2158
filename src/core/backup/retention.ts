const DAY_MS = 86_400_000;
const DAYS = 7;
const WEEKS = 4;
/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const TO_MONDAY = 3;

/**
 * Which backups stay: the newest two (a stick may rot), the last of each of the seven latest days that have one, and of
 * each of the four latest weeks.
 *
 * @param timesMs when each was made, ms since 1970
 */
export function keptTimes(timesMs: readonly number[]): ReadonlySet<number> {
  const latestFirst = [...timesMs].sort((a, b) => b - a);
  const kept = new Set(latestFirst.slice(0, 2));
  const keepLastOf = (most: number, periodOf: (ms: number) => number): void => {
    const seen = new Set<number>();
    for (const ms of latestFirst) {
      const period = periodOf(ms);
      if (seen.has(period)) continue;
      if (seen.size === most) return;
      seen.add(period);
      kept.add(ms);
    }
  };
  keepLastOf(DAYS, (ms) => Math.floor(ms / DAY_MS));
  keepLastOf(WEEKS, (ms) => Math.floor((Math.floor(ms / DAY_MS) + TO_MONDAY) / 7));
  return kept;
}
