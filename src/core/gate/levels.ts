import { isRecordKind } from '#shared/domain/kinds';
import { LEVELS, type Level } from '#shared/domain/levels';
import { fieldDef } from '#shared/domain/registry';

export const strictestOf = (...levels: readonly Level[]): Level =>
  LEVELS.find((level) => levels.includes(level)) ?? 'privileged';

/**
 * The level a value leaves by: its own where it has one, else the record's with the field's. Clearing a
 * record does not clear its privileged fields, and what this version does not know is privileged.
 */
export function leavingLevel(
  kind: string,
  field: string,
  record: Level,
  own: Level | undefined,
): Level {
  if (own !== undefined) return own;
  const byField = (isRecordKind(kind) ? fieldDef(kind, field)?.level : undefined) ?? 'privileged';
  return record === 'public' && byField === 'team' ? 'public' : strictestOf(record, byField);
}
