import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { settledBy, sourceOf } from '#shared/domain/conflict-sources';
import type { JsonValue } from '#shared/domain/json';

export type Conflict = OutputOf<Contract['conflicts']['list']>[number];
type Head = Conflict['heads'][number];
type Settled = Pick<Conflict, 'record' | 'path'> & { readonly value: JsonValue };

/** Where values come from that many conflicts share: this desk, or one bundle. */
export type Source = {
  /** The bundle's id, or `here`. */
  readonly id: string;
  /** Who made the bundle; none for this desk. */
  readonly sender?: string;
  /** What every conflict is settled with that has just one value from there. */
  readonly settled: readonly Settled[];
};

/** Every source that gives more than one conflict its value, the one with the most first. */
export function sourcesOf(conflicts: readonly Conflict[]): readonly Source[] {
  const senders = new Map<string, string | undefined>();
  for (const { origin } of conflicts.flatMap(({ heads }) => heads))
    senders.set(sourceOf(origin), origin.type === 'bundle' ? origin.sender : undefined);
  return [...senders]
    .map(([id, sender]) => ({
      id,
      ...(sender !== undefined && { sender }),
      settled: settledBy(conflicts, id),
    }))
    .filter(({ settled }) => settled.length > 1)
    .toSorted((a, b) => b.settled.length - a.settled.length);
}

const LINE_BREAK = '\n';

/** Texts that differ, one after the other, to be made one; none where they are no texts. */
export function combined(heads: readonly Head[], isLong: boolean): string | undefined {
  const values = [...new Set(heads.map(({ value }) => value))].filter((value) => value !== null);
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length < 2 || texts.length < values.length) return undefined;
  return texts.join(isLong ? LINE_BREAK : '; ');
}
