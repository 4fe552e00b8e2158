import type { ElementId, RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import type { Level } from '#shared/domain/levels';
import { AppError } from '#shared/errors/app-error';
import type { ErrorCode } from '#shared/errors/codes';
import type { Edit, JsonValue } from '#core/changes/model';
import type { ActionWriter, Committed, RecordReader } from '#core/changes/ports';
import { editChecker, type Fault } from '#core/changes/validate';
import type { WritableDb } from '#core/db/driver';
import type { draftStore } from '#core/db/repositories/draft-store';
import type { IdMaker } from '#core/kernel/ids';

/** A value for a path of a record that is named elsewhere; `names/new` is a new element. */
export type NewValue = {
  readonly path: string;
  readonly value: JsonValue;
  readonly level?: Level | undefined;
};

export type ValueFault = {
  /** Place of the value in the list that was given. */
  readonly index: number;
  readonly path: string;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly part?: string;
};

/** Written whole, or nothing written and every fault told. */
export type Saved =
  | (Committed & { readonly isSaved: true; readonly record: RecordId })
  | { readonly isSaved: false; readonly faults: readonly ValueFault[] };

export type WritingParts = {
  readonly db: WritableDb;
  readonly writer: ActionWriter;
  readonly reader: RecordReader;
  readonly ids: IdMaker;
  readonly drafts: ReturnType<typeof draftStore>;
};

const NEW_ELEMENT = /\/new$/u;

/** An edit, and where it came from in what was typed, so that a fault is told at its field. */
export type PlacedEdit = Edit & { readonly typed: string };

/** A value that the program knows, or none. */
export const given = (path: string, value: JsonValue | undefined): readonly NewValue[] =>
  value === undefined ? [] : [{ path, value }];

/** Values of a form, with the ones that the program itself knows in front. */
export const filled = (
  known: readonly NewValue[],
  typed: readonly NewValue[],
): readonly NewValue[] => [
  ...known.filter(({ path }) => !typed.some((one) => one.path === path)),
  ...typed,
];

/** Names a fault's place within the form: `next/on`, `orders/0/gist`, `appearances/0/produced`. */
export const placed = (part: string, edits: readonly PlacedEdit[]): readonly PlacedEdit[] =>
  edits.map((edit) => ({ ...edit, typed: `${part}/${edit.typed}` }));

const plainEdit = ({ record, kind, path, value, level }: PlacedEdit): Edit => ({
  ...{ record, kind, path, value },
  ...(level === undefined ? {} : { level }),
});

function faultOf({ index, error }: Fault, edits: readonly PlacedEdit[]): ValueFault {
  const { reason, part } = error.params;
  return {
    index,
    path: edits[index]?.typed ?? '',
    code: error.code,
    reason: String(reason ?? ''),
    ...(part === undefined ? {} : { part: String(part) }),
  };
}

/** What a form does: values checked together, written as one action, drafts dropped with it. */
export function writing({ db, writer, reader, ids, drafts }: WritingParts) {
  const check = editChecker(db);

  /** Edits of one record; every `/new` gets an element of its own. */
  const editsOf = (
    record: RecordId,
    kind: RecordKind,
    values: readonly NewValue[],
  ): readonly PlacedEdit[] =>
    values.map(({ path, value, level }) => ({
      record,
      kind,
      path: path.replace(NEW_ELEMENT, () => `/${ids.next<ElementId>()}`),
      typed: path,
      value,
      ...(level === undefined ? {} : { level }),
    }));

  /** Writes edits of one or more records as one action. */
  const write = (what: string, record: RecordId, edits: readonly PlacedEdit[]): Saved => {
    const faults = check(edits);
    if (faults.length > 0)
      return { isSaved: false, faults: faults.map((fault) => faultOf(fault, edits)) };
    const plain = edits.map(plainEdit);
    const done = db.transaction(() => {
      const committed = writer.commit(what, { type: 'typed' }, plain);
      for (const edit of edits) drafts.clear(edit.record, edit.typed);
      return committed;
    });
    return { isSaved: true, record, ...done };
  };

  return {
    newId: () => ids.next<RecordId>(),
    editsOf,
    write,
    /** New values of a record that is held. Throws `input/not-found`. */
    edit: (record: RecordId, values: readonly NewValue[]): Saved => {
      const held = reader.get(record);
      if (held === undefined) throw new AppError('input/not-found', { id: record });
      return write('edit', record, editsOf(record, held.kind, values));
    },
    create: (kind: RecordKind, values: readonly NewValue[]): Saved => {
      const record = ids.next<RecordId>();
      return write('create', record, editsOf(record, kind, values));
    },
  };
}

export type Writing = ReturnType<typeof writing>;
