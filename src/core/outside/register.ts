import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import type { ActorId, OutsideId } from '#shared/domain/ids';
import {
  needsNote,
  type OutsideClosed,
  type OutsideEnd,
  type OutsideSeen,
} from '#shared/domain/outside';
import { AppError } from '#shared/errors/app-error';
import type { WritableDb } from '#core/db/driver';
import { outsideStore } from '#core/db/repositories/outside-store';
import { vaultStore } from '#core/db/repositories/vault-store';
import type { IdMaker } from '#core/kernel/ids';
import type { Clock } from '#core/kernel/ports';
import type { AuditLog } from '#core/vault/ports';
import { lookAt, removeIfSame } from './look';
import type { NewOutside, Outside } from './model';

const DAY_MS = 86_400_000;
const DAYS = 'outside-days';
const USUAL_DAYS = 7;

export type RegisterParts = {
  readonly db: WritableDb;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly ids: IdMaker;
  readonly clock: Clock;
  readonly actor: ActorId;
  /** How this machine is called; its own name without it. */
  readonly machine?: string;
};

const isFile = ({ kind }: Pick<Outside, 'kind'>): boolean => kind !== 'print';

/** A path that leads there from any folder, through links to the file itself. */
function wholePath(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    // An export is registered a moment before it has its name.
    return resolve(place);
  }
}

/** Days after which an open entry is reminded of, and how many there are. */
export function outsideSummary(db: WritableDb, nowMs: number) {
  const kept = Number(vaultStore(db).setting(DAYS));
  const days = Number.isInteger(kept) && kept > 0 ? kept : USUAL_DAYS;
  return { days, ...outsideStore(db).counts(nowMs - days * DAY_MS) };
}

/** What lies outside the vault, readable: noted when it comes about, looked at, and closed. */
export function outsideRegister(parts: RegisterParts) {
  const { db, clock } = parts;
  const machine = parts.machine ?? hostname();
  const rows = outsideStore(db);

  const known = (id: OutsideId): Outside => {
    const row = rows.one(id);
    if (row === undefined) throw new AppError('input/not-found', { id });
    return row;
  };
  const openOne = (id: OutsideId): Outside => {
    const row = known(id);
    if (row.closed !== undefined) throw new AppError('outside/closed');
    return row;
  };
  return {
    machine,
    ...closings(parts, openOne, known),
    summary: () => outsideSummary(db, clock.nowMs()),
    open: rows.open,
    closed: rows.closed,
    closedCount: rows.closedCount,
    one: known,
    between: rows.between,
    beside: rows.beside,
    setDays: (days: number): void => {
      vaultStore(db).setSetting(DAYS, String(days));
    },
    note: noting(parts, machine),
    /** An entry is of another record than it was noted with. */
    setSubject: rows.setSubject,
    /**
     * Looks whether its file is still where it was, and notes what was seen; undefined where that
     * was broken off, and for a printed copy, which nobody can look for.
     */
    check: async (id: OutsideId, isCancelled?: () => boolean): Promise<OutsideSeen | undefined> => {
      const row = openOne(id);
      if (!isFile(row)) return undefined;
      const found = await lookAt(row, isCancelled);
      if (found === undefined) return undefined;
      // A machine may be called otherwise than it was: its very bytes are proof enough.
      const seen = found === 'there' || row.machine === machine ? found : 'elsewhere';
      rows.setSeen(id, seen, clock.nowMs());
      return seen;
    },
    /** Deletes its file, if it is still the very one. Throws `outside/…`. */
    remove: async (id: OutsideId): Promise<{ readonly hasOtherName: boolean }> => {
      const row = openOne(id);
      if (!isFile(row)) throw new AppError('outside/unreachable');
      const removed = await removeIfSame(row);
      close(parts, id, 'deleted', '');
      return removed;
    },
  };
}

/**
 * Notes one; call it in the transaction of the row in the log that tells how it came about.
 * The same file is noted once; another that takes its place closes the entry of the first.
 */
const noting =
  ({ db, ids, clock, actor }: RegisterParts, machine: string) =>
  (news: NewOutside): void => {
    const rows = outsideStore(db);
    const place = isFile(news) ? wholePath(news.place) : news.place;
    const row: Outside = {
      ...{ subject: '', sha256: '', sizeBytes: 0, copies: 1, note: '', ...news, place },
      ...{ id: ids.next<OutsideId>(), machine, actor, at: clock.nowMs() },
      ...{ seen: undefined, seenAt: undefined },
      ...{ closed: undefined, closedNote: '', closedAt: undefined },
    };
    const before = isFile(row)
      ? rows.open().filter((one) => isFile(one) && one.place === place && one.machine === machine)
      : [];
    if (before.some(({ kind, sha256 }) => kind === row.kind && sha256 === row.sha256)) return;
    for (const { id } of before) rows.setClosed(id, 'replaced', '', row.at);
    rows.add(row);
  };

function close(
  { db, audit, clock }: RegisterParts,
  id: OutsideId,
  how: OutsideClosed,
  note: string,
): void {
  db.transaction(() => {
    outsideStore(db).setClosed(id, how, note, clock.nowMs());
    audit.append('outside.close', id, { how });
  });
}

function closings(
  parts: RegisterParts,
  openOne: (id: OutsideId) => Outside,
  known: (id: OutsideId) => Outside,
) {
  const { db, audit, clock } = parts;
  return {
    /** Says what became of it. Throws `outside/closed`, `input/field` where it is not said to whom or where. */
    close: (id: OutsideId, how: OutsideEnd, note: string): void => {
      openOne(id);
      if (needsNote(how) && note.trim() === '') {
        throw new AppError('input/field', { field: 'note', reason: 'missing' });
      }
      close(parts, id, how, note.trim());
    },
    /** It was closed by mistake. */
    reopen: (id: OutsideId): void => {
      known(id);
      db.transaction(() => {
        outsideStore(db).setClosed(id, undefined, '', clock.nowMs());
        audit.append('outside.reopen', id);
      });
    },
  };
}

export type OutsideRegister = ReturnType<typeof outsideRegister>;
