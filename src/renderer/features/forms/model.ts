import { boundsOf, parseEdtf, type DateBounds } from '#shared/domain/edtf';
import type { RecordId } from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import type { RecordKind } from '#shared/domain/kinds';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

export type Registry = OutputOf<Contract['reference']['registry']>;
/** What a field takes: its type, whether it may have several values, the words of a choice. */
export type FormField = Registry[string][string];
export type Part = NonNullable<FormField['parts']>[number];
export type Pack = OutputOf<Contract['reference']['pack']>;

/** One value for one path, as it is sent. */
export type Value = { readonly path: string; readonly value: JsonValue };

/** Values typed by path; null where one was cleared. */
export type Typed = Readonly<Record<string, JsonValue>>;

/** Where the fields of a form get their values and put them. */
export type FormStore = {
  readonly kind: RecordKind;
  /** The record as it is held; none while a new one is filled in. */
  readonly record: RecordId | undefined;
  /** What is shown now: as typed, else as it stands. */
  readonly value: (path: string) => JsonValue | undefined;
  /** Paths of the values of a many-valued field, in their order. */
  readonly elements: (name: string) => readonly string[];
  /** `problem` where what was typed cannot be kept; the value stays as it was. */
  readonly set: (path: string, value: JsonValue | undefined, problem?: string) => void;
  /** The field was left, or a choice made: a form that saves by itself saves now. */
  readonly leave: (path: string, value?: JsonValue) => void;
  /** A blank value more. */
  readonly add: (name: string) => void;
  readonly remove: (path: string) => void;
  /** What is wrong with the value of a path, in words. */
  readonly fault: (path: string) => string | undefined;
  /** Two desks gave different values. */
  readonly hasConflict: (path: string) => boolean;
};

const NEW = /\/new(?:#\d+)?$/u;

/** A value that is not in the file yet: `names/new#2`. */
export const isNewPath = (path: string): boolean => NEW.test(path);
/** As the vault takes it: `names/new`. */
export const sentPath = (path: string): string => path.replace(/#\d+$/u, '');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

/** Whether two values say the same, whatever the order of their keys. */
export const isSame = (left: unknown, right: unknown): boolean =>
  JSON.stringify(sorted(left ?? null)) === JSON.stringify(sorted(right ?? null));

const boundsIn = (value: unknown): DateBounds => {
  const edtf =
    typeof value === 'object' && value !== null && 'edtf' in value ? String(value.edtf) : '';
  return parseEdtf(edtf) === undefined
    ? { earliest: undefined, latest: undefined }
    : boundsOf(edtf);
};

/** Whether one date, however it is read, lies before another. */
export function isBefore(end: unknown, start: unknown): boolean {
  const { latest } = boundsIn(end);
  const { earliest } = boundsIn(start);
  return latest !== undefined && earliest !== undefined && latest < earliest;
}

/** All but one of the values. */
export const without = <V>(all: Readonly<Record<string, V>>, path: string): Record<string, V> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== path));
