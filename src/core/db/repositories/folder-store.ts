import type { SharePurpose } from '#core/gate/purposes';
import type { Level } from '#shared/domain/levels';
import type { WritableDb } from '#core/db/driver';

/** A folder that several desks share, as it was set up here. Ids have 16 bytes. */
export type FolderRow = {
  readonly id: Uint8Array;
  /** Whole path on this machine. */
  readonly place: string;
  readonly group: Uint8Array;
  readonly purpose: SharePurpose;
  readonly level: Level;
  readonly history: 'full' | 'current';
  readonly files: 'all' | 'none';
  /** No file that we write there is longer. */
  readonly partBytes: number;
  readonly addedAt: number;
  readonly syncedAt: number | null;
  /** JSON: names of the file with our receipts, and of older ones that are to be removed. */
  readonly notesFiles: string;
  /** Which receipts for whom it holds; '' for none. */
  readonly notesOf: string;
  /** JSON of what could not be taken in the last time, and why. */
  readonly waits: string;
};

/** How far a stream was taken in. */
export type StreamPlace = {
  readonly n: number;
  readonly bundle: Uint8Array;
  /** It began anew there: what comes next need not name this very bundle. */
  readonly isBase: boolean;
};

/** A file of a folder of which nothing is left to do. */
export type DoneFile = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly bundle: Uint8Array;
};

/** A change that waits for a person to decide. */
export type AsideRow = {
  readonly change: Uint8Array;
  readonly bundle: Uint8Array;
  readonly sender: string;
  readonly at: number;
  /** Its action, its hand and itself, as lines of a bundle. */
  readonly lines: string;
};

const FOLDER = `id, place, card_group AS "group", purpose, level, history, files,
  part_bytes AS partBytes, added_at AS addedAt, synced_at AS syncedAt, notes_files AS notesFiles,
  notes_of AS notesOf, waits`;

const OWN_TABLES = ['folder_file', 'stream_bundle', 'stream_out'];
const OF_STREAM = ['stream_member', 'stream_change', 'stream_file'];

function folders(db: WritableDb) {
  return {
    folders: (): readonly FolderRow[] =>
      db.prepare<FolderRow>(`SELECT ${FOLDER} FROM folder ORDER BY added_at, id`).all(),
    saveFolder: (row: FolderRow): void => {
      db.prepare(
        `INSERT OR REPLACE INTO folder (id, place, card_group, purpose, level, history, files,
           part_bytes, added_at, synced_at, notes_files, notes_of, waits)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[row.id, row.place, row.group, row.purpose, row.level, row.history, row.files],
        ...[row.partBytes, row.addedAt, row.syncedAt, row.notesFiles, row.notesOf, row.waits],
      );
    },
    /** Forgets a folder and all that was kept of its streams; what came through it stays. */
    dropFolder: (id: Uint8Array): void => {
      for (const table of OF_STREAM)
        db.prepare(
          `DELETE FROM ${table} WHERE stream IN (SELECT id FROM stream_out WHERE folder = ?)`,
        ).run(id);
      db.prepare(
        'DELETE FROM stream_wait WHERE bundle IN (SELECT id FROM stream_bundle WHERE folder = ?)',
      ).run(id);
      for (const table of OWN_TABLES) db.prepare(`DELETE FROM ${table} WHERE folder = ?`).run(id);
      db.prepare('DELETE FROM folder WHERE id = ?').run(id);
    },
  };
}

function doneFiles(db: WritableDb) {
  return {
    doneFiles: (folder: Uint8Array): readonly DoneFile[] =>
      db
        .prepare<DoneFile>(
          'SELECT name, size_bytes AS sizeBytes, bundle FROM folder_file WHERE folder = ?',
        )
        .all(folder),
    addDoneFile: (folder: Uint8Array, { name, sizeBytes, bundle }: DoneFile): void => {
      db.prepare(
        'INSERT OR REPLACE INTO folder_file (folder, name, size_bytes, bundle) VALUES (?, ?, ?, ?)',
      ).run(folder, name, sizeBytes, bundle);
    },
    dropDoneFile: (folder: Uint8Array, name: string): void => {
      db.prepare('DELETE FROM folder_file WHERE folder = ? AND name = ?').run(folder, name);
    },
  };
}

function places(db: WritableDb) {
  return {
    streamPlace: (sender: Uint8Array, stream: Uint8Array): StreamPlace | undefined => {
      const row = db
        .prepare<{ n: number; bundle: Uint8Array; isBase: number }>(
          'SELECT n, bundle, is_base AS isBase FROM stream_in WHERE sender = ? AND stream = ?',
        )
        .get(sender, stream);
      return row && { n: row.n, bundle: row.bundle, isBase: row.isBase === 1 };
    },
    saveStreamPlace: (sender: Uint8Array, stream: Uint8Array, place: StreamPlace): void => {
      db.prepare(
        `INSERT OR REPLACE INTO stream_in (sender, stream, n, bundle, is_base)
         VALUES (?, ?, ?, ?, ?)`,
      ).run(sender, stream, place.n, place.bundle, place.isBase ? 1 : 0);
    },
    /** The latest bundle of each stream that was ever taken in. */
    latestTaken: (): readonly Uint8Array[] =>
      db
        .prepare<{ bundle: Uint8Array }>('SELECT bundle FROM stream_in ORDER BY sender, stream')
        .all()
        .map(({ bundle }) => bundle),
  };
}

function asides(db: WritableDb) {
  return {
    asides: (): readonly AsideRow[] =>
      db.prepare<AsideRow>('SELECT * FROM aside ORDER BY at, change').all(),
    addAside: (row: AsideRow): void => {
      db.prepare(
        'INSERT OR REPLACE INTO aside (change, bundle, sender, at, lines) VALUES (?, ?, ?, ?, ?)',
      ).run(row.change, row.bundle, row.sender, row.at, row.lines);
    },
    dropAside: (change: Uint8Array): void => {
      db.prepare('DELETE FROM aside WHERE change = ?').run(change);
    },
  };
}

/** Folders shared with other desks, and what came through them. */
export const folderStore = (db: WritableDb) => ({
  ...folders(db),
  ...doneFiles(db),
  ...places(db),
  ...asides(db),
});

export type FolderStore = ReturnType<typeof folderStore>;
