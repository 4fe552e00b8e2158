/** Plain copies that lie outside the vault: local to it, in no bundle. */
export const up0080 = `
  CREATE TABLE outside (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    -- Id of the record it is of or about; '' for none.
    subject TEXT NOT NULL,
    -- Whole path; the printer of a printed copy.
    place TEXT NOT NULL,
    -- Name of the machine that can reach the place.
    machine TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    note TEXT NOT NULL,
    actor BLOB NOT NULL,
    at INTEGER NOT NULL,
    seen TEXT,
    seen_at INTEGER,
    closed TEXT,
    closed_note TEXT NOT NULL,
    closed_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX outside_open ON outside (at) WHERE closed IS NULL;
`;
