/** Shared folders: what is sent through them, who still has to have it, and what came. */
export const up0100 = `
  -- part_bytes: a longer file is cut. notes_files and notes_of: our receipts as they lie there now, the
  -- files before it are to be removed. waits: JSON of what could not be taken in the last time, and why.
  CREATE TABLE folder (
    id BLOB PRIMARY KEY,
    place TEXT NOT NULL,
    card_group BLOB NOT NULL,
    purpose TEXT NOT NULL,
    level TEXT NOT NULL,
    history TEXT NOT NULL,
    files TEXT NOT NULL,
    part_bytes INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    synced_at INTEGER,
    notes_files TEXT NOT NULL,
    notes_of TEXT NOT NULL,
    waits TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Our streams, one for each folder, hand and copy of the vault (origin). files_id names the stream of attachments.
  CREATE TABLE stream_out (
    id BLOB PRIMARY KEY,
    files_id BLOB NOT NULL,
    folder BLOB NOT NULL,
    sender BLOB NOT NULL,
    origin TEXT NOT NULL,
    n INTEGER NOT NULL,
    files_n INTEGER NOT NULL,
    last BLOB,
    UNIQUE (folder, sender, origin)
  ) STRICT, WITHOUT ROWID;
  -- Who has had all that was ever sent in it.
  CREATE TABLE stream_member (stream BLOB NOT NULL, print BLOB NOT NULL, PRIMARY KEY (stream, print))
    STRICT, WITHOUT ROWID;
  -- mark: what the change was said to cover; NULL where another's bundle brought it to everybody.
  CREATE TABLE stream_change (
    stream BLOB NOT NULL,
    change BLOB NOT NULL,
    mark TEXT,
    PRIMARY KEY (stream, change)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stream_file (stream BLOB NOT NULL, blob TEXT NOT NULL, PRIMARY KEY (stream, blob))
    STRICT, WITHOUT ROWID;

  -- Bundles of streams that somebody still has to have: our own, with their files, and those of others
  -- that we rely on (names is NULL).
  CREATE TABLE stream_bundle (
    id BLOB PRIMARY KEY,
    folder BLOB NOT NULL,
    sender BLOB NOT NULL,
    stream BLOB NOT NULL,
    kind TEXT NOT NULL,
    n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    names TEXT,
    blobs TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stream_wait (bundle BLOB NOT NULL, print BLOB NOT NULL, PRIMARY KEY (bundle, print))
    STRICT, WITHOUT ROWID;

  -- How far each stream of somebody else was taken in here.
  CREATE TABLE stream_in (
    sender BLOB NOT NULL,
    stream BLOB NOT NULL,
    n INTEGER NOT NULL,
    bundle BLOB NOT NULL,
    is_base INTEGER NOT NULL,
    PRIMARY KEY (sender, stream)
  ) STRICT, WITHOUT ROWID;
  -- Files of a folder that are done with.
  CREATE TABLE folder_file (
    folder BLOB NOT NULL,
    name TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    bundle BLOB NOT NULL,
    PRIMARY KEY (folder, name)
  ) STRICT, WITHOUT ROWID;
  -- Changes that came through a folder and that a person has to decide, as lines of a bundle.
  CREATE TABLE aside (
    change BLOB PRIMARY KEY,
    bundle BLOB NOT NULL,
    sender TEXT NOT NULL,
    at INTEGER NOT NULL,
    lines TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
