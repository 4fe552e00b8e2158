import type { JsonValue } from './json';

type Origin = { readonly type: string; readonly bundle?: string };

type Open<Id> = {
  readonly record: Id;
  readonly path: string;
  readonly heads: readonly { readonly origin: Origin; readonly value: JsonValue }[];
};

/** Stands for this desk where others stand by the ids of their bundles. */
export const HERE = 'here';

/** Where a value comes from: the id of a bundle, or this desk. */
export const sourceOf = ({ type, bundle }: Origin): string =>
  type === 'bundle' && bundle !== undefined ? bundle : HERE;

/**
 * What one source would settle: each conflict to which it gives just one value. Where it gives two,
 * somebody has to look.
 */
export function settledBy<Id>(conflicts: readonly Open<Id>[], source: string) {
  return conflicts.flatMap(({ record, path, heads }) => {
    const [one, ...more] = heads.filter(({ origin }) => sourceOf(origin) === source);
    return one === undefined || more.length > 0 ? [] : [{ record, path, value: one.value }];
  });
}
