import type { RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import type { JsonValue } from '#core/changes/model';
import type { RecordReader } from '#core/changes/ports';
import type { NewValue, PlacedEdit, Saved, Writing } from './writing';

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
  readonly order?: readonly NewValue[] | undefined;
  readonly next?: readonly NewValue[] | undefined;
};

const OWN = ['status', 'outcome', 'orderGist', 'adjournReason', 'adjournedBy'] as const;

const given = (path: string, value: JsonValue | undefined): readonly NewValue[] =>
  value === undefined ? [] : [{ path, value }];

/** Values of a form, with the ones that the program itself knows in front. */
const filled = (known: readonly NewValue[], typed: readonly NewValue[]): readonly NewValue[] => [
  ...known.filter(({ path }) => !typed.some((one) => one.path === path)),
  ...typed,
];

/** Names a fault's place within the form: `next/on`, `order/gist`, `appearances/0/produced`. */
const placed = (part: string, edits: readonly PlacedEdit[]): readonly PlacedEdit[] =>
  edits.map((edit) => ({ ...edit, typed: `${part}/${edit.typed}` }));

/**
 * Writes what a hearing came to in one action: the hearing itself, how each accused
 * appeared, a written order, and the hearing that follows in the same proceeding.
 * Throws `input/not-found`.
 */
export function enterOutcome(reader: RecordReader, desk: Writing, entered: Outcome): Saved {
  const { hearing, appearances, order, next } = entered;
  const held = reader.getOf('hearing', hearing);
  if (held === undefined) throw new AppError('input/not-found', { id: hearing });
  const { proceeding } = held.fields;
  const matter = reader.getOf('proceeding', proceeding)?.fields.case;
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
  const written =
    order === undefined
      ? []
      : desk.editsOf(
          desk.newId(),
          'order',
          filled(
            [
              ...given('hearing', hearing),
              ...given('proceeding', proceeding),
              ...given('case', matter),
            ],
            order,
          ),
        );
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
    ...placed('order', written),
    ...placed('next', following),
  ]);
}
