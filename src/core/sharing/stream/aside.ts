import { AppError } from '#shared/errors/app-error';
import type { ChangeId, RecordId } from '#shared/domain/ids';
import { toHex } from '#core/kernel/bytes';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { WriterParts } from '#core/changes/edit-store';
import type { Change, ChangeSet } from '#core/changes/model';
import type { RecordReader } from '#core/changes/ports';
import type { Question } from '#core/changes/sort-set';
import { taker, type TakenIn } from '#core/changes/take-in';
import { folderStore, type AsideRow } from '#core/db/repositories/folder-store';
import type { OpenVault } from '#core/vault/ports';
import { changeReader, linesOf } from '../bundle/change-lines';
import type { Incoming } from '../bundle/open';
import { partOfSet } from './delta';

/** A change that came through a folder and is never simply taken. */
export type AsideChange = {
  readonly change: ChangeId;
  readonly record: Change['record'];
  readonly kind: string;
  readonly label: string;
  readonly path: string;
  readonly value: Change['value'];
  readonly question: Question | undefined;
  readonly from: string;
  readonly atMs: number;
};

/** Keeps what a bundle of a folder asked, because its file will be gone; call it inside the transaction. */
export function keepAside(
  vault: OpenVault,
  { set, bundleId }: Incoming,
  { setAside }: Pick<TakenIn, 'setAside'>,
  from: string,
): void {
  const store = folderStore(vault.db);
  const asked = new Set(setAside.map(({ change }) => change));
  for (const change of set.changes.filter(({ id }) => asked.has(id)))
    store.addAside({
      ...{ change: idToBytes(change.id), bundle: bundleId, sender: from },
      ...{ at: vault.clock.nowMs(), lines: [...linesOf(partOfSet(set, [change]))].join('') },
    });
}

function setOf({ lines }: AsideRow): ChangeSet {
  const reader = changeReader();
  reader.add(new TextEncoder().encode(lines));
  return reader.set();
}

/** What came through folders and waits for a person to say yes or no. */
export function asideDesk(vault: OpenVault, parts: WriterParts, reader: RecordReader) {
  const { db, audit } = vault;
  const store = folderStore(db);
  const takeIn = taker(parts);

  /** The questions as they stand today: what is held by now asks nothing. */
  const questions = (rows: readonly AsideRow[]): ReadonlyMap<string, Question | undefined> => {
    const found = new Map<string, Question | undefined>();
    try {
      return db.transaction((): never => {
        for (const row of rows)
          takeIn(
            setOf(row),
            { bundle: `look/${toHex(row.bundle)}`, sender: '' },
            (one, question) => {
              found.set(one.id, question);
              return 'setAside';
            },
          );
        throw new Looked();
      });
    } catch (error) {
      if (!(error instanceof Looked)) throw error;
      return found;
    }
  };

  const list = (): readonly AsideChange[] => {
    const rows = store.asides();
    const open = questions(rows);
    return rows.flatMap((row) => {
      const id = idFromBytes<ChangeId>(row.change);
      const [change] = setOf(row).changes;
      if (change === undefined || !open.has(id)) return [];
      const { record, kind, path, value } = change;
      const label = reader.get(record)?.label ?? '';
      const question = open.get(id);
      return [
        { change: id, record, kind, label, path, value, question, from: row.sender, atMs: row.at },
      ];
    });
  };

  return {
    list,
    /** Drops what waits about records that are erased here; call it inside the transaction. */
    forget: (records: ReadonlySet<RecordId>): void => {
      for (const row of store.asides())
        if (setOf(row).changes.some(({ record }) => records.has(record)))
          store.dropAside(row.change);
    },
    /**
     * Takes changes that waited, or writes our values on top of them; in one transaction. Throws
     * `input/not-found`.
     */
    answer: (changes: readonly ChangeId[], answer: 'take' | 'refuse'): void => {
      const rows = new Map(store.asides().map((row) => [idFromBytes<ChangeId>(row.change), row]));
      db.transaction(() => {
        for (const id of changes) {
          const row = rows.get(id);
          if (row === undefined) throw new AppError('input/not-found', { id });
          takeIn(setOf(row), { bundle: toHex(row.bundle), sender: row.sender }, () => answer);
          store.dropAside(row.change);
        }
        audit.append('folder.answer', '', { [answer]: changes.length });
      });
    },
  };
}

/** Thrown to roll back. */
class Looked extends Error {}
