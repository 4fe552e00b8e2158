import { isId, type RecordId } from '#shared/domain/ids';
import type { CaseFile } from '#core/app/index';

/** The record that a row of the log names, where it is one that is still here. */
export function recordRefOf(file: CaseFile, ref: string) {
  const view = isId(ref) ? file.records.get(ref as RecordId) : undefined;
  if (view === undefined || view.isTrashed) return undefined;
  const { id, kind, label } = view;
  return { id, kind, label };
}
