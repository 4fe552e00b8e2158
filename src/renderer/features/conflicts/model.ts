import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
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

const HERE = 'here';

const sourceOf = ({ origin }: Head): Pick<Source, 'id' | 'sender'> =>
  origin.type === 'bundle' ? { id: origin.bundle, sender: origin.sender } : { id: HERE };

/** Every source that gives more than one conflict its value, the one with the most first. */
export function sourcesOf(conflicts: readonly Conflict[]): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const { record, path, heads } of conflicts) {
    const ofHeads = heads.map((head) => ({ ...sourceOf(head), value: head.value }));
    for (const { id, sender, value } of ofHeads) {
      // Two values from one place: somebody has to look.
      if (ofHeads.filter((other) => other.id === id).length > 1) continue;
      const before = sources.get(id)?.settled ?? [];
      const settled = [...before, { record, path, value }];
      sources.set(id, { id, ...(sender !== undefined && { sender }), settled });
    }
  }
  return [...sources.values()]
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
