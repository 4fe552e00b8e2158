import type { RecordKind } from '#shared/domain/kinds';
import type { RecordView } from '#shared/domain/registry';

/** Whether a record of any kind is one of this kind; false while there is none. */
export const isOf = <K extends RecordKind>(
  kind: K,
  view: RecordView | undefined,
): view is RecordView<K> => view?.kind === kind;
