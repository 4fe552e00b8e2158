import { boundsOf } from '#shared/domain/edtf';
import type { FieldsOf } from '#shared/domain/registry';

type Statuses = NonNullable<FieldsOf<'accused'>['statuses']>;
export type AccusedStatus = Statuses[number]['value']['status'];

/** The status that holds now: the latest by date; one without date holds before all that have one. Later made wins a tie. */
export function currentStatus(statuses: Statuses | undefined): AccusedStatus | undefined {
  const dated = (statuses ?? []).map(({ id, value }) => ({
    id,
    status: value.status,
    at: value.on === undefined ? '' : (boundsOf(value.on.edtf).earliest ?? ''),
  }));
  return dated
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    .at(-1)?.status;
}
