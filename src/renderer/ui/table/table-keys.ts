/** Where the keys of a list lead. `isStop` says on which rows one can stand. */
export type MoveOptions = {
  readonly active: number;
  readonly count: number;
  /** Rows seen at once. */
  readonly page: number;
  readonly isStop: (index: number) => boolean;
};

const STEPS: Readonly<
  Record<string, (options: MoveOptions) => readonly [target: number, step: 1 | -1]>
> = {
  ArrowDown: ({ active }) => [active + 1, 1],
  ArrowUp: ({ active }) => [active - 1, -1],
  Home: () => [0, 1],
  End: ({ count }) => [count - 1, -1],
  PageDown: ({ active, count, page }) => [Math.min(active + page, count - 1), 1],
  PageUp: ({ active, page }) => [Math.max(active - page, 0), -1],
};

function firstStop(from: number, step: 1 | -1, { count, isStop }: MoveOptions): number | undefined {
  for (let at = from; at >= 0 && at < count; at += step) if (isStop(at)) return at;
  return undefined;
}

/** The row a key leads to, or undefined where it is no such key or there is nothing further. */
export function moveTo(key: string, options: MoveOptions): number | undefined {
  const found = Object.hasOwn(STEPS, key) ? STEPS[key]?.(options) : undefined;
  if (found === undefined || options.count === 0) return undefined;
  const [target, step] = found;
  const isSingle = key === 'ArrowDown' || key === 'ArrowUp';
  const back = step === 1 ? -1 : 1;
  return (
    firstStop(target, step, options) ?? (isSingle ? undefined : firstStop(target, back, options))
  );
}
