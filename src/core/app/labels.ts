import { fieldDef, type RecordView } from '#shared/domain/registry';
import type { RecordId } from '#shared/domain/ids';
import type { JsonValue } from '#core/changes/model';
import { refsOf } from '#core/changes/value';
import type { RecordQueries } from '#core/db/repositories/record-view';

type Element = { readonly value: JsonValue };

/** Every record that a record names. */
export function namedIn(view: RecordView): readonly RecordId[] {
  return Object.entries(view.fields as Readonly<Record<string, JsonValue>>).flatMap(
    ([name, value]) => {
      const def = fieldDef(view.kind, name);
      if (def === undefined) return [];
      const values = def.many
        ? (value as unknown as readonly Element[]).map((one) => one.value)
        : [value];
      return values.flatMap((one) => refsOf(def, one));
    },
  );
}

/** Labels of every record that the given ones name; those not held here are left out. */
export function labelsOf(
  rows: Pick<RecordQueries, 'byId'>,
  views: readonly RecordView[],
): Readonly<Record<RecordId, string>> {
  const ids = new Set(views.flatMap(namedIn));
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const row = rows.byId(id);
      return row === undefined ? [] : [[id, row.label] as const];
    }),
  );
}
