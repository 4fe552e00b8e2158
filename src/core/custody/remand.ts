import type { DateValue } from '#shared/domain/field';
import { boundsOf } from '#shared/domain/edtf';
import type { RecordId } from '#shared/domain/ids';
import type { FieldsOf } from '#shared/domain/registry';

/** Orders that put someone into custody for the time of an investigation or a trial. */
export const REMANDS = ['policeRemand', 'judicialRemand'] as const;
export type Remand = (typeof REMANDS)[number];

/** Bases of custody that give way to a remand in the same case. */
const GIVE_WAY: readonly string[] = ['arrest', ...REMANDS];

type Held = { readonly id: RecordId; readonly fields: FieldsOf<'hold'> };

/** What a remand does to the bases on which someone is held. */
export type BasisChange = {
  /** It is a basis of its own: no open one of its kind is there to go on. */
  readonly isNew: boolean;
  /** Bases that end on the day of the order. */
  readonly ended: readonly RecordId[];
};

/** Whether one date, however it is read, comes after another. */
function isAfter(date: DateValue | undefined, day: DateValue): boolean {
  if (date === undefined) return false;
  const { earliest } = boundsOf(date.edtf);
  const { latest } = boundsOf(day.edtf);
  return earliest !== undefined && latest !== undefined && earliest > latest;
}

/**
 * A remand takes the place of the arrest or of a remand of another kind, and goes on with an
 * open one of its own kind. An order entered late, after a later basis, changes no basis.
 */
export function basisAfter(
  remand: { readonly type: Remand; readonly case?: RecordId | undefined; readonly on: DateValue },
  holds: readonly Held[],
): BasisChange {
  const own = holds.filter(({ fields }) => [undefined, remand.case].includes(fields.case));
  if (own.some(({ fields }) => isAfter(fields.from, remand.on))) return { isNew: false, ended: [] };
  const open = own.filter(
    ({ fields: { type, until, liftedBy } }) =>
      GIVE_WAY.includes(type ?? '') && until === undefined && liftedBy === undefined,
  );
  const isOfKind = ({ fields }: Held): boolean => fields.type === remand.type;
  return {
    isNew: !open.some(isOfKind),
    ended: open.filter((hold) => !isOfKind(hold)).map(({ id }) => id),
  };
}
