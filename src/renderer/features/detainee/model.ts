import type { RecordId } from '#shared/domain/ids';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

/** Everything a detainee's page shows. */
export type PersonPage = OutputOf<Contract['persons']['one']>;
export type HeldSpan = PersonPage['holds'][number];
export type ClaimRecord = PersonPage['claims'][number];

const firstOf = ({ from }: Pick<HeldSpan, 'from'>): string | undefined =>
  from.earliest ?? from.latest;

/** The last event that ended custody, as wall time; undefined where none did, or nobody knows when. */
function endedAt(page: PersonPage, type: string): string | undefined {
  return page.events
    .filter(({ record }) => record.fields.type === type)
    .flatMap(({ at }) => at.earliest ?? at.latest ?? [])
    .toSorted()
    .at(-1);
}

/**
 * Since when someone stands as the header says: in custody on this basis, inside without any,
 * released. Not since when they are held at all. Wall time; undefined where the file does not say.
 */
export function statusSince(page: PersonPage): string | undefined {
  const { status, isInside, hasBasis, holdType } = page.standing;
  if (status === 'released') return endedAt(page, 'released');
  if (status === 'died') return endedAt(page, 'died');
  if (!isInside) return undefined;
  if (!hasBasis) return page.troubles.findLast(({ kind }) => kind === 'placedWithoutHold')?.from;
  return page.holds
    .filter(({ record }) => record.fields.type === holdType)
    .flatMap((hold) => firstOf(hold) ?? [])
    .toSorted()
    .at(-1);
}

type Clock = PersonPage['clocks'][number];

/** In the order in which they want something done: what can still grow comes before what is closed. */
const URGENT = ['breached', 'due', 'breached closed', 'due closed', 'running', 'running closed'];

function urgencyOf({ state, endedAt }: Clock): number {
  const isClosed = endedAt.earliest !== undefined || endedAt.latest !== undefined;
  return URGENT.indexOf(isClosed ? `${state} closed` : state);
}

/** Limits that still want something done, the most urgent first, then the first to run out. */
export const openClocks = (page: PersonPage): readonly Clock[] =>
  page.clocks
    .filter((clock) => urgencyOf(clock) >= 0 && clock.override === undefined)
    .toSorted(
      (a, b) =>
        urgencyOf(a) - urgencyOf(b) ||
        (a.dueAt.earliest ?? '').localeCompare(b.dueAt.earliest ?? '', 'en'),
    );

/** Papers about the person, the latest dated first; those without a date come last. */
export const latestDocuments = (page: PersonPage): PersonPage['documents'] =>
  page.documents.toSorted((a, b) =>
    (b.fields.on?.edtf ?? '').localeCompare(a.fields.on?.edtf ?? '', 'en'),
  );

/** Label of a record that a field of the page names; '' where it is not held here. */
export const labelIn = (page: PersonPage, id: RecordId | undefined): string =>
  id === undefined ? '' : ((page.labels as Readonly<Record<string, string>>)[id] ?? '');
