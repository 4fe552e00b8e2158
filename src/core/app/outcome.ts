import type { RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import type { RecordReader } from '#core/changes/ports';
import { outcomeOrders, type EnteredOrder } from './outcome-orders';
import { filled, given, placed, type NewValue, type Saved, type Writing } from './writing';

/** What a hearing came to. Values that were left blank are not given. */
export type Outcome = {
  readonly hearing: RecordId;
  readonly status: string;
  readonly outcome?: string | undefined;
  readonly orderGist?: string | undefined;
  readonly adjournReason?: string | undefined;
  readonly adjournedBy?: string | undefined;
  readonly appearances: readonly {
    readonly accused: RecordId;
    readonly edits: readonly NewValue[];
  }[];
  readonly orders?: readonly EnteredOrder[] | undefined;
  readonly next?: readonly NewValue[] | undefined;
};

const OWN = ['status', 'outcome', 'orderGist', 'adjournReason', 'adjournedBy'] as const;

/**
 * Writes what a hearing came to in one action: the hearing itself, how each accused
 * appeared, written orders with the custody that rests on them, and the hearing that follows
 * in the same proceeding.
 * Throws `input/not-found`.
 */
export function enterOutcome(reader: RecordReader, desk: Writing, entered: Outcome): Saved {
  const { hearing, appearances, orders = [], next } = entered;
  const held = reader.getOf('hearing', hearing);
  if (held === undefined) throw new AppError('input/not-found', { id: hearing });
  const { proceeding } = held.fields;
  const nextId = next === undefined ? undefined : desk.newId();
  const own = desk.editsOf(hearing, 'hearing', [
    ...OWN.flatMap((field) => given(field, entered[field])),
    ...given('next', nextId),
  ]);
  const known = reader.referring('appearance', 'hearing', hearing);
  const present = appearances.flatMap(({ accused, edits }, index) => {
    const before = known.find(({ fields }) => fields.accused === accused);
    const links =
      before === undefined ? [...given('hearing', hearing), ...given('accused', accused)] : [];
    const record = before?.id ?? desk.newId();
    return placed(
      `appearances/${String(index)}`,
      desk.editsOf(record, 'appearance', filled(links, edits)),
    );
  });
  const written = outcomeOrders(reader, desk, held, orders);
  const following =
    nextId === undefined
      ? []
      : desk.editsOf(
          nextId,
          'hearing',
          filled([...given('proceeding', proceeding), ...given('status', 'fixed')], next ?? []),
        );
  return desk.write('outcome', hearing, [
    ...own,
    ...present,
    ...written,
    ...placed('next', following),
  ]);
}
