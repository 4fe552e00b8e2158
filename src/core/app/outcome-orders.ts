import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import type { JsonValue } from '#core/changes/model';
import type { RecordReader } from '#core/changes/ports';
import { basisAfter, REMANDS, type Remand } from '#core/custody/index';
import { filled, given, placed, type NewValue, type PlacedEdit, type Writing } from './writing';

/** A written order as a form gives it, and which of the accused it covers. */
export type EnteredOrder = {
  readonly accused: readonly RecordId[];
  readonly edits: readonly NewValue[];
};

type Hearing = RecordView<'hearing'>;

const typeOf = ({ edits }: EnteredOrder) => edits.find(({ path }) => path === 'type')?.value;

const remandOf = (order: EnteredOrder): Remand | undefined =>
  REMANDS.find((type) => type === typeOf(order));

/** The people an order covers; an accused whom no detainee stands behind is in no custody on file. */
const personsOf = (reader: RecordReader, accused: readonly RecordId[]): readonly RecordId[] => [
  ...new Set(
    accused
      .map((id) => reader.getOf('accused', id)?.fields.person)
      .filter((id) => id !== undefined),
  ),
];

/** New holds under a remand, and the ends of those that it takes the place of. */
function custodyEdits(
  reader: RecordReader,
  desk: Writing,
  remand: { readonly type: Remand; readonly order: RecordId; readonly hearing: Hearing },
  persons: readonly RecordId[],
): readonly PlacedEdit[] {
  const { type, order, hearing } = remand;
  const { on, proceeding } = hearing.fields;
  if (on === undefined) return [];
  const matter = reader.getOf('proceeding', proceeding)?.fields.case;
  return persons.flatMap((person) => {
    const holds = reader.referring('hold', 'person', person);
    const { isNew, ended } = basisAfter({ type, case: matter, on }, holds);
    const ends = ended.flatMap((hold) =>
      desk.editsOf(hold, 'hold', given('until', on as JsonValue)),
    );
    if (!isNew) return ends;
    const basis = [
      ...given('person', person),
      ...given('case', matter),
      ...given('type', type),
      ...given('from', on as JsonValue),
      ...given('order', order),
    ];
    return [...ends, ...desk.editsOf(desk.newId(), 'hold', basis)];
  });
}

/** Orders made at a hearing, with whom they cover; a remand moves the basis of custody with it. */
export function outcomeOrders(
  reader: RecordReader,
  desk: Writing,
  hearing: Hearing,
  orders: readonly EnteredOrder[],
): readonly PlacedEdit[] {
  const { on, proceeding } = hearing.fields;
  const matter = reader.getOf('proceeding', proceeding)?.fields.case;
  return orders.flatMap((entered, index) => {
    const order = desk.newId();
    const remand = remandOf(entered);
    const persons = personsOf(reader, entered.accused);
    const known = [
      ...given('hearing', hearing.id),
      ...given('proceeding', proceeding),
      ...given('case', matter),
      ...given('on', on as JsonValue | undefined),
      ...(remand === undefined ? [] : given('from', on as JsonValue | undefined)),
    ];
    const covered = persons.map((person) => ({ path: 'persons/new', value: { person } }));
    const own = desk.editsOf(order, 'order', [...filled(known, entered.edits), ...covered]);
    const custody =
      remand === undefined
        ? []
        : custodyEdits(reader, desk, { type: remand, order, hearing }, persons);
    return placed(`orders/${String(index)}`, [...own, ...custody]);
  });
}
