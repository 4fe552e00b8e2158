import { AppError } from '#shared/errors/app-error';
import type { RecordView } from '#shared/domain/registry';
import type { Desk, Handlers } from '../desk';
import { changed } from './changed';

function heldRecord(desk: Desk, id: RecordView['id']): RecordView {
  const record = desk.file().records.get(id);
  if (record === undefined) throw new AppError('input/not-found', { id });
  return record;
}

export function recordHandlers(desk: Desk): Handlers<'records'> {
  const { told, toldSaved } = changed(desk);
  return {
    get: ({ id }) => heldRecord(desk, id),
    edit: ({ id, edits }) => toldSaved(desk.file().desk.edit(id, edits)),
    create: ({ kind, edits }) => toldSaved(desk.file().desk.create(kind, edits)),
    history: ({ id, path }) => desk.file().history(id, path),
    story: ({ id, ...page }) => desk.file().story(id, page),
    trash: ({ id }) => told(desk.file().trash.trash(id)),
    restore: ({ id }) => told(desk.file().trash.restore(id)),
  };
}

export function conflictHandlers(desk: Desk): Handlers<'conflicts'> {
  const { told } = changed(desk);
  return {
    list: () => desk.file().conflicts(),
    settle: ({ record, path, value }) => told(desk.file().settle(record, path, value)),
    settleAll: ({ settled }) => told(desk.file().settleAll(settled)),
  };
}

export function claimHandlers(desk: Desk): Handlers<'claims'> {
  const { told } = changed(desk);
  return { prefer: ({ claim, reason }) => told(desk.file().prefer(claim, reason)) };
}

export function undoHandlers(desk: Desk): Handlers<'undo'> {
  const { told } = changed(desk);
  return {
    last: ({ limit }) => desk.file().recent(limit),
    run: ({ action }) => told(desk.file().undo(action)),
  };
}

export function draftHandlers(desk: Desk): Handlers<'drafts'> {
  return {
    save: (draft) => {
      desk.file().drafts.save({ ...draft, at: desk.clock.nowMs() });
    },
    list: ({ record }) => desk.file().drafts.list(record),
    clear: ({ record, path }) => {
      desk.file().drafts.clear(record, path);
    },
  };
}

export function trashHandlers(desk: Desk): Handlers<'trash'> {
  return {
    list: () => {
      const file = desk.file();
      const unseen = new Set(file.trash.inbox().map(({ record }) => record));
      return file.trashed().map(({ id, kind, label, changedAt }) => ({
        id,
        kind,
        label,
        changedAt,
        hasUnseen: unseen.has(id),
      }));
    },
    weigh: ({ ids }) => desk.file().weighErasing(ids),
    erase: ({ ids }) => {
      const file = desk.file();
      file.assertWritable();
      const erased = file.erase(ids);
      desk.emit('vaultChanged', { records: [...ids] });
      return erased;
    },
  };
}
