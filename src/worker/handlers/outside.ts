import { readiness, type CaseFile, type Outside } from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { given } from './lists';
import { recordRefOf } from './record-ref';

const DAY_MS = 86_400_000;

/** Entries as they cross, with what is asked of each of them read once. */
function shownOf(file: CaseFile, nowMs: number) {
  const { machine, summary } = file.outside;
  const sinceMs = nowMs - summary().days * DAY_MS;
  const backedUpMs = readiness(file.vault).lastApart?.madeMs ?? 0;
  return (entry: Outside) => {
    const { id, kind, what, subject, place, sha256, sizeBytes, copies, note, at } = entry;
    const { seen, seenAt = 0, closed, closedNote, closedAt = 0 } = entry;
    return {
      ...{ id, kind, what, place, sha256, sizeBytes, copies, note },
      record: recordRefOf(file, subject),
      machine: entry.machine,
      isHere: entry.machine === machine,
      name: file.outside.nameOf(entry.actor),
      atMs: at,
      isDue: closed === undefined && at <= sinceMs,
      isBackedUp: backedUpMs > at,
      seen: seen && { how: seen, atMs: seenAt },
      closed: closed && { how: closed, note: closedNote, atMs: closedAt },
    };
  };
}

async function checkAll(
  desk: Desk,
  job: string,
  rows: readonly Outside[],
  isStopped: () => boolean,
) {
  const { outside } = desk.file();
  let checked = 0;
  for (const [at, { id }] of rows.entries()) {
    desk.emit('progress', { job, done: at, total: rows.length, step: 'outside' });
    if (isStopped()) return { isCancelled: true, checked };
    if ((await outside.check(id, isStopped)) !== undefined) checked += 1;
  }
  return { isCancelled: isStopped(), checked };
}

export function outsideHandlers(desk: Desk): Handlers<'outside'> {
  const outside = () => desk.file().outside;
  const writable = () => {
    desk.file().assertWritable();
    return outside();
  };
  return {
    list: () => {
      const { days, due } = outside().summary();
      const shown = shownOf(desk.file(), desk.clock.nowMs());
      const rows = outside().open().map(shown);
      return { days, due, closed: outside().closedCount(), rows };
    },
    closed: ({ limit, offset }) => ({
      rows: outside().closed(limit, offset).map(shownOf(desk.file(), desk.clock.nowMs())),
    }),
    check: ({ job, id }) => {
      const { open, one } = writable();
      const files = (id === undefined ? open() : [one(id)]).filter(({ kind }) => kind !== 'print');
      return desk.jobs.run(job, (isStopped) => checkAll(desk, job, files, isStopped));
    },
    cancel: ({ job }) => {
      desk.jobs.cancel(job);
    },
    close: ({ id, how, note = '' }) => {
      writable().close(id, how, note);
    },
    reopen: ({ id }) => {
      writable().reopen(id);
    },
    remove: ({ id }) => writable().remove(id),
    setDays: ({ days }) => {
      writable().setDays(days);
    },
    printed: ({ what, printer, copies, subject }) => {
      desk.file().notePrint({ what, printer, copies, ...given({ subject }) });
    },
  };
}
