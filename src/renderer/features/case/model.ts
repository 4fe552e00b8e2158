import type { RecordId } from '#shared/domain/ids';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

export type CasePage = OutputOf<Contract['cases']['one']>;
export type Accused = CasePage['accused'][number];
export type Charge = CasePage['charges'][number];
export type Proceeding = CasePage['proceedings'][number];
export type Hearing = Proceeding['hearings'][number];
export type Delay = Proceeding['delay'][number];

/** What a record that the page names is called; '' where it is not held here. */
export const labelIn = (page: Pick<CasePage, 'labels'>, id: RecordId | undefined): string =>
  id === undefined ? '' : (page.labels[id] ?? '');

/** An accused as the file calls them: the person, or the name the papers give. */
export const accusedName = (page: Pick<CasePage, 'labels'>, { record }: Accused): string =>
  labelIn(page, record.fields.person) || (record.fields.name ?? '');

export type MergedCharge = {
  readonly key: string;
  readonly charge: Charge;
  /** Names of those it is made against; empty where it names nobody. */
  readonly against: readonly string[];
  readonly isDropped: boolean;
};

/** Each section once, with everyone it stands against; dropped ones last. */
export function mergedCharges(page: CasePage): readonly MergedCharge[] {
  const all = [
    ...page.charges.map((charge) => ({ charge, name: '' })),
    ...page.accused.flatMap((one) =>
      one.charges.map((charge) => ({ charge, name: accusedName(page, one) })),
    ),
  ];
  const merged = new Map<string, MergedCharge>();
  for (const { charge, name } of all) {
    const { section, sectionText, droppedOn } = charge.record.fields;
    const isDropped = droppedOn !== undefined;
    const key = `${section ?? sectionText ?? charge.record.id} ${isDropped ? 'dropped' : ''}`;
    const before = merged.get(key);
    const against = [...(before?.against ?? []), ...(name === '' ? [] : [name])];
    merged.set(key, { key, charge: before?.charge ?? charge, against, isDropped });
  }
  return [...merged.values()].toSorted((a, b) => Number(a.isDropped) - Number(b.isDropped));
}

export type LostDays = Delay & { readonly key: string };

/** Days lost over all proceedings, by cause and by whom, the most first. */
export function lostDays(proceedings: readonly Proceeding[]): readonly LostDays[] {
  const rows = new Map<string, LostDays>();
  for (const row of proceedings.flatMap(({ delay }) => delay)) {
    const key = `${row.reason ?? ''} ${row.by}`;
    const { times = 0, daysLost = 0 } = rows.get(key) ?? {};
    rows.set(key, {
      ...row,
      key,
      times: times + row.times,
      daysLost: daysLost + row.daysLost,
    });
  }
  return [...rows.values()].toSorted((a, b) => b.daysLost - a.daysLost);
}
