import type { ActionId, ImportId, RecordId } from '#shared/domain/ids';
import { AppError, type ErrorParams } from '#shared/errors/app-error';
import { changeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { editStore, finisher, type Touched, type WriterParts } from './edit-store';
import type { Committed } from './ports';
import { newestFirst } from './standing';
import { recordUndo, type RecordUndo } from './undo-record';

/** Records whose tables are written at once, so that memory does not grow with an import. */
const RECORDS_AT_ONCE = 500;
const RECORDS_NAMED = 5;

/** What stands in the way of an undo. */
function obstacles() {
  const named = new Set<RecordId>();
  let records = 0;
  let changes = 0;
  let newest: HeldChange | undefined;
  let unknown: HeldChange | undefined;
  return {
    isAny: (): boolean => changes > 0 || unknown !== undefined,
    add: ({ later, unknownBefore }: RecordUndo): void => {
      unknown ??= unknownBefore[0];
      const [first] = later;
      if (first === undefined) return;
      records += 1;
      changes += later.length;
      if (named.size < RECORDS_NAMED) named.add(first.record);
      const [latest] = [...later, ...(newest === undefined ? [] : [newest])].sort(newestFirst);
      newest = latest;
    },
    /** The error that names them; undefined where nothing does. */
    error: (about: ErrorParams): AppError | undefined => {
      if (newest !== undefined)
        return new AppError('input/undo', {
          ...about,
          reason: 'later-changes',
          changes,
          records,
          in: [...named].join(' '),
          first: newest.action,
        });
      if (unknown === undefined) return undefined;
      const { record, path } = unknown;
      return new AppError('input/undo', { ...about, reason: 'unknown-before', record, path });
    },
  };
}

/** Everything that is taken back at once. */
type Whole = {
  /** By `record.key`. */
  readonly records: readonly number[];
  readonly isOwn: (change: HeldChange) => boolean;
  readonly id: ActionId | ImportId;
  /** Names it in errors. */
  readonly about: ErrorParams;
};

/** Takes back what an action or a whole import did, by writing the opposite. */
export function undoer(parts: WriterParts) {
  const { db, audit } = parts;
  const log = changeQueries(db);
  const undoOf = recordUndo(log);
  const { open } = editStore(parts);
  const finish = finisher(parts);

  const takeBack = ({ records, isOwn, id, about }: Whole): Committed =>
    db.transaction(() => {
      const action = open({ what: 'undo', origin: { type: 'typed' } });
      const inTheWay = obstacles();
      const written = new Set<RecordId>();
      let changes = 0;
      for (let at = 0; at < records.length; at += RECORDS_AT_ONCE) {
        const touched: Touched = new Map();
        for (const rec of records.slice(at, at + RECORDS_AT_ONCE)) {
          const one = undoOf(rec, isOwn);
          inTheWay.add(one);
          if (inTheWay.isAny()) continue;
          for (const edit of one.edits) written.add(edit.record);
          changes += action.write(one.edits, touched);
        }
        if (!inTheWay.isAny()) finish(touched);
      }
      const error = inTheWay.error(about);
      // Thrown inside the transaction: what was written before the first obstacle goes too.
      if (error !== undefined) throw error;
      if (changes > 0) audit.append('undo', id, { action: action.id, changes });
      return { action: action.id, records: [...written], changes };
    });

  return {
    /**
     * Undoes an action, also an undo. Throws `input/not-found`, or `input/undo` and writes nothing
     * where later changes rest on it (`reason` `later-changes`, with the number of changes and of
     * records, the first few of these, and the newest action, to undo `first`) or where a value
     * before it is not held here (`unknown-before`).
     */
    undo: (action: ActionId): Committed => {
      const records = log.recordsOfAction(action);
      if (records.length === 0) throw new AppError('input/not-found', { action });
      const isOwn = (change: HeldChange) => change.action === action;
      return takeBack({ records, isOwn, id: action, about: { action } });
    },
    /** Undoes all that one run of an import wrote, as one action. Throws the same. */
    undoFileImport: (id: ImportId): Committed => {
      const actions = new Set(log.actionsOfImport(id));
      if (actions.size === 0) throw new AppError('input/not-found', { import: id });
      const isOwn = (change: HeldChange) => actions.has(change.action);
      return takeBack({ records: log.recordsOfImport(id), isOwn, id, about: { import: id } });
    },
  };
}
