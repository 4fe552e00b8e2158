import type { ClockRead } from '../parts/clock-read';

export type FoldedClock = {
  readonly key: string;
  readonly clock: ClockRead;
  /** Names of everyone for whom it runs alike. */
  readonly people: readonly string[];
};

/** The order in which they matter. */
const ORDER = ['breached', 'due', 'running', 'unknown', 'off', 'met', 'notApplicable'];
const rank = (state: string): number => ORDER.indexOf(state);

/** Whether there is any clock to be shown: one that does not apply is none. */
export const hasClocks = ({ clocks }: { readonly clocks: readonly ClockRead[] }): boolean =>
  clocks.some(({ state }) => state !== 'notApplicable');

/** One rule with one limit for the same reasons once, with all whom it concerns; the worst and the nearest first. */
export function foldedClocks(clocks: readonly ClockRead[]): readonly FoldedClock[] {
  const folded = new Map<string, FoldedClock>();
  for (const clock of clocks) {
    if (clock.state === 'notApplicable') continue;
    const key = [clock.rule, clock.state, clock.dueAt.earliest ?? '', ...clock.lines].join('\n');
    const before = folded.get(key);
    const people = [...(before?.people ?? [])];
    if (!people.includes(clock.personLabel)) people.push(clock.personLabel);
    folded.set(key, { key, clock: before?.clock ?? clock, people });
  }
  const due = ({ clock }: FoldedClock): string => clock.dueAt.earliest ?? '9999';
  return [...folded.values()].toSorted(
    (a, b) => rank(a.clock.state) - rank(b.clock.state) || (due(a) < due(b) ? -1 : 1),
  );
}
