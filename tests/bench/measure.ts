/** Times of one thing done many times, in milliseconds. */
export type Times = { readonly median: number; readonly worst: number };

const NS_PER_MS = 1e6;

const nowMs = (): number => Number(process.hrtime.bigint()) / NS_PER_MS;

export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (index: number): number => sorted[Math.min(index, sorted.length - 1)] ?? Number.NaN;
  return {
    median: at(Math.floor(sorted.length / 2)),
    worst: at(Math.ceil(sorted.length * 0.95) - 1),
  };
}

/** Milliseconds of one run, with what it answered. */
export function once<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const start = nowMs();
  const value = work();
  return { ms: nowMs() - start, value };
}

export async function onceAsync<T>(
  work: () => Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> {
  const start = nowMs();
  const value = await work();
  return { ms: nowMs() - start, value };
}

/** Runs each of `works` `rounds` times, after one round that is not counted. */
export function times(rounds: number, works: readonly (() => unknown)[]): Times {
  for (const work of works) work();
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const work of works) samples.push(once(work).ms);
  }
  return timesOf(samples);
}

export const shown = (ms: number): string =>
  ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2);
