import type { RecordId } from '#shared/domain/ids';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

/** Everything a detainee's page shows. */
export type PersonPage = OutputOf<Contract['persons']['one']>;
export type HeldSpan = PersonPage['holds'][number];
export type ClaimRecord = PersonPage['claims'][number];

/** Label of a record that a field of the page names; '' where it is not held here. */
export const labelIn = (page: PersonPage, id: RecordId | undefined): string =>
  id === undefined ? '' : ((page.labels as Readonly<Record<string, string>>)[id] ?? '');
