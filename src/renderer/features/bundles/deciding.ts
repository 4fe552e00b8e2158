import { useState } from 'react';
import type { RecordId } from '#shared/domain/ids';
import type { AskedFirst, SenderStanding } from '#shared/domain/sharing';

type Answer = 'take' | 'refuse' | 'setAside';

/** What somebody decided about a bundle so far. */
export type Deciding = {
  readonly from: 'all' | 'none';
  /** Records that are decided the other way. */
  readonly but: ReadonlySet<RecordId>;
  readonly rest: 'setAside' | 'refuse';
  readonly answers: Readonly<Record<AskedFirst, Answer>>;
  /** Take it although nobody verified the sender. */
  readonly despite: boolean;
  /** Pairs of nearly the same name who were looked at and are two people. */
  readonly apart: ReadonlySet<string>;
};

type Pair = { readonly theirs: RecordId; readonly ours: RecordId };

export const pairKey = ({ theirs, ours }: Pair): string => `${theirs} ${ours}`;

const FRESH: Deciding = {
  ...{ from: 'all', but: new Set(), rest: 'setAside', despite: false, apart: new Set() },
  answers: { deletes: 'setAside', 'lowers-level': 'setAside', 'purged-here': 'setAside' },
};

export const isTaken = ({ from, but }: Deciding, id: RecordId): boolean =>
  (from === 'all') !== but.has(id);

/** How many records are taken, of so many. */
export const takenOf = ({ from, but }: Deciding, all: number): number =>
  from === 'all' ? all - but.size : but.size;

/** Nothing of these is taken, whatever anybody says. */
const CLOSED: readonly SenderStanding[] = ['changed', 'revoked', 'seized'];
/** For these a person's word suffices, which the log notes. */
const OPEN: readonly SenderStanding[] = ['unknown', 'unverified'];

export const isClosedTo = (standing: SenderStanding): boolean => CLOSED.includes(standing);
export const asksForWord = (standing: SenderStanding): boolean => OPEN.includes(standing);

export function useDeciding() {
  const [deciding, setDeciding] = useState<Deciding>(FRESH);
  return {
    deciding,
    change: (change: Partial<Deciding>): void => {
      setDeciding((was) => ({ ...was, ...change }));
    },
    toggle: (id: RecordId): void => {
      setDeciding((was) => {
        const but = new Set(was.but);
        if (!but.delete(id)) but.add(id);
        return { ...was, but };
      });
    },
    /** They are two people, or that is open again. */
    setApart: (pair: Pair): void => {
      setDeciding((was) => {
        const apart = new Set(was.apart);
        if (!apart.delete(pairKey(pair))) apart.add(pairKey(pair));
        return { ...was, apart };
      });
    },
    all: (from: Deciding['from']): void => {
      setDeciding((was) => ({ ...was, from, but: new Set() }));
    },
  };
}
