import type { RecordReader } from '#core/changes/ports';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { allKeysMatch, anyPairMatch } from './index-text';
import { nameKeys } from './name-key';
import type { SearchIndex } from './ports';

/** Someone already in the vault whose name is like one being typed. */
type LikelySame = {
  readonly id: RecordId;
  readonly kind: 'person' | 'contact';
  readonly label: string;
  /** Up to 1: how much of both names is the same. */
  readonly likeness: number;
};

export type LikelySamePorts = {
  readonly index: Pick<SearchIndex, 'candidates'>;
  readonly reader: RecordReader;
};

const KINDS = ['person', 'contact'] as const;
const MAX_LOOKED_AT = 100;
const MAX_GIVEN = 10;
const LEAST = 0.5;
/** Beyond this many, keys of a name are not paired: a name has no more words. */
const MAX_KEYS = 8;

/** Names that so many bear that sharing one says little. */
const COMMON: ReadonlySet<string> = new Set(
  ['Muhammad', 'Syed', 'Ali', 'Ahmad', 'Khan', 'Abdul', 'Bibi', 'Shah', 'Hussain', 'Allah'].flatMap(
    nameKeys,
  ),
);

const weigh = (keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + (COMMON.has(key) ? 0.4 : 1), 0);

/** Share of the weight of both names that lies in the keys they share, 0 to 1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const whole = weigh(one) + weigh(other);
  return whole === 0 ? 0 : (2 * weigh(one.filter((key) => other.includes(key)))) / whole;
}

/** Pairs of which at least one is a name that tells people apart. */
const tellingPairs = (keys: readonly string[]): readonly (readonly [string, string])[] =>
  keys.flatMap((one, at) =>
    keys
      .slice(at + 1)
      .filter((other) => !COMMON.has(one) || !COMMON.has(other))
      .map((other) => [one, other] as const),
  );

/** Names of a person or contact that are its own: not those of a parent or husband. */
const ownNames = (view: RecordView<'person'> | RecordView<'contact'>): readonly string[] =>
  (view.fields.names ?? [])
    .filter(({ value }) => value.kind !== 'parentage')
    .map(({ value }) => value.text);

/**
 * People and contacts who may be the one named so, the likeliest first. Works
 * across spellings and scripts, fast enough for each keystroke. It only
 * suggests: nothing is ever joined by it. `except` leaves out the record being
 * written.
 */
export function likelySame({ index, reader }: LikelySamePorts) {
  return (names: readonly string[], except?: RecordId): readonly LikelySame[] => {
    const wanted = names.map((name) => nameKeys(name)).filter((keys) => keys.length > 0);
    const found = wanted.flatMap((all) => {
      const keys = all.slice(0, MAX_KEYS);
      const pairs = tellingPairs(keys);
      return [
        ...index.candidates(allKeysMatch(keys, KINDS), MAX_LOOKED_AT),
        ...(pairs.length === 0 ? [] : index.candidates(anyPairMatch(pairs, KINDS), MAX_LOOKED_AT)),
      ];
    });
    const ids = [...new Set(found.map(({ id }) => id))].filter((id) => id !== except);
    return ids
      .flatMap((id): readonly LikelySame[] => {
        const view = reader.getOf('person', id) ?? reader.getOf('contact', id);
        if (view === undefined) return [];
        const likenesses = ownNames(view).flatMap((name) =>
          wanted.map((keys) => likeness(keys, nameKeys(name))),
        );
        return [{ id, kind: view.kind, label: view.label, likeness: Math.max(0, ...likenesses) }];
      })
      .filter((one) => one.likeness >= LEAST)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MAX_GIVEN);
  };
}
