import type { ReadableDb, WritableDb } from '#core/db/driver';

/** A stream of ours: what one hand of one copy of the vault sends through one folder. */
export type StreamOut = {
  readonly id: Uint8Array;
  /** Under which its attachments travel. */
  readonly filesId: Uint8Array;
  readonly folder: Uint8Array;
  /** Print of the hand. */
  readonly sender: Uint8Array;
  readonly origin: string;
  /** Number of its last bundle; 0 before the first. */
  readonly n: number;
  readonly filesN: number;
  /** The bundle that the next one names. */
  readonly last: Uint8Array | null;
};

export type StreamKind = 'facts' | 'files';

/** A bundle that somebody still has to have. */
export type StreamBundle = {
  readonly id: Uint8Array;
  readonly folder: Uint8Array;
  readonly sender: Uint8Array;
  readonly stream: Uint8Array;
  readonly kind: StreamKind;
  readonly n: number;
  readonly at: number;
  /** Its files in the folder, the one that is opened last; undefined where it is not ours. */
  readonly names: readonly string[] | undefined;
  /** Attachments in it. */
  readonly blobs: readonly string[];
};

type BundleRow = Omit<StreamBundle, 'names' | 'blobs'> & {
  readonly names: string | null;
  readonly blobs: string;
};

const OUT = 'id, files_id AS filesId, folder, sender, origin, n, files_n AS filesN, last';

const bundleOf = ({ names, blobs, ...row }: BundleRow): StreamBundle => ({
  ...row,
  names: names === null ? undefined : (JSON.parse(names) as string[]),
  blobs: JSON.parse(blobs) as string[],
});

/** Values of one column under a stream or bundle. */
function column<Value>(db: ReadableDb, table: string, name: string, key: 'stream' | 'bundle') {
  return (of: Uint8Array): readonly Value[] =>
    db
      .prepare<{ value: Value }>(`SELECT ${name} AS value FROM ${table} WHERE ${key} = ?`)
      .all(of)
      .map(({ value }) => value);
}

function streams(db: WritableDb) {
  return {
    stream: (folder: Uint8Array, sender: Uint8Array, origin: string): StreamOut | undefined =>
      db
        .prepare<StreamOut>(
          `SELECT ${OUT} FROM stream_out WHERE folder = ? AND sender = ? AND origin = ?`,
        )
        .get(folder, sender, origin),
    saveStream: (row: StreamOut): void => {
      db.prepare(
        `INSERT OR REPLACE INTO stream_out (id, files_id, folder, sender, origin, n, files_n, last)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[row.id, row.filesId, row.folder, row.sender, row.origin, row.n, row.filesN, row.last],
      );
    },
    members: column<Uint8Array>(db, 'stream_member', 'print', 'stream'),
    join: (stream: Uint8Array, print: Uint8Array): void => {
      db.prepare('INSERT OR IGNORE INTO stream_member (stream, print) VALUES (?, ?)').run(
        ...[stream, print],
      );
    },
    leave: (stream: Uint8Array, print: Uint8Array): void => {
      db.prepare('DELETE FROM stream_member WHERE stream = ? AND print = ?').run(stream, print);
    },
  };
}

function contents(db: WritableDb) {
  return {
    /** What a change was said to cover when it was sent; null where another's bundle brought it. */
    sentChanges: (stream: Uint8Array) =>
      db
        .prepare<{ change: Uint8Array; mark: string | null }>(
          'SELECT change, mark FROM stream_change WHERE stream = ?',
        )
        .iterate(stream),
    addSentChange: (stream: Uint8Array, change: Uint8Array, mark: string): void => {
      db.prepare(
        'INSERT OR REPLACE INTO stream_change (stream, change, mark) VALUES (?, ?, ?)',
      ).run(stream, change, mark);
    },
    /** Another's bundle brought it to everybody of the stream; what we sent ourselves stays as it is. */
    addBroughtChange: (stream: Uint8Array, change: Uint8Array): void => {
      db.prepare(
        'INSERT OR IGNORE INTO stream_change (stream, change, mark) VALUES (?, ?, NULL)',
      ).run(stream, change);
    },
    sentFiles: column<string>(db, 'stream_file', 'blob', 'stream'),
    addSentFile: (stream: Uint8Array, blob: string): void => {
      db.prepare('INSERT OR IGNORE INTO stream_file (stream, blob) VALUES (?, ?)').run(
        ...[stream, blob],
      );
    },
  };
}

function waiting(db: WritableDb) {
  return {
    waitingBundles: (folder: Uint8Array): readonly StreamBundle[] =>
      db
        .prepare<BundleRow>('SELECT * FROM stream_bundle WHERE folder = ? ORDER BY at, n')
        .all(folder)
        .map(bundleOf),
    addWaiting: (bundle: StreamBundle, prints: readonly Uint8Array[]): void => {
      const { names, blobs } = bundle;
      db.prepare(
        `INSERT OR REPLACE INTO stream_bundle (id, folder, sender, stream, kind, n, at, names, blobs)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[bundle.id, bundle.folder, bundle.sender, bundle.stream, bundle.kind, bundle.n],
        ...[bundle.at, names === undefined ? null : JSON.stringify(names), JSON.stringify(blobs)],
      );
      for (const print of prints)
        db.prepare('INSERT OR IGNORE INTO stream_wait (bundle, print) VALUES (?, ?)').run(
          ...[bundle.id, print],
        );
    },
    waitsOf: column<Uint8Array>(db, 'stream_wait', 'print', 'bundle'),
    endWait: (bundle: Uint8Array, print: Uint8Array): void => {
      db.prepare('DELETE FROM stream_wait WHERE bundle = ? AND print = ?').run(bundle, print);
    },
    dropWaiting: (bundle: Uint8Array): void => {
      db.prepare('DELETE FROM stream_wait WHERE bundle = ?').run(bundle);
      db.prepare('DELETE FROM stream_bundle WHERE id = ?').run(bundle);
    },
  };
}

/** What we send through shared folders, and who still has to have it. */
export const streamStore = (db: WritableDb) => ({
  ...streams(db),
  ...contents(db),
  ...waiting(db),
});

export type StreamStore = ReturnType<typeof streamStore>;
