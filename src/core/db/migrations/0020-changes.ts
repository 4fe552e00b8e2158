/** The list of changes, which is the case file, and what is kept beside it to read it fast. */
export const up0020 = `
  CREATE TABLE record (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL,
    label TEXT NOT NULL,
    is_trashed INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX record_by_kind ON record (kind, is_trashed, label);

  CREATE TABLE field (
    key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (kind, name)
  ) STRICT;

  CREATE TABLE action (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    what TEXT NOT NULL,
    actor BLOB NOT NULL,
    device BLOB NOT NULL,
    at INTEGER NOT NULL,
    origin TEXT NOT NULL,
    schema INTEGER NOT NULL,
    -- The run of an import that it belongs to.
    import TEXT AS (origin ->> '$.import') VIRTUAL
  ) STRICT;
  CREATE INDEX action_by_device ON action (device, at);
  CREATE INDEX action_by_import ON action (import) WHERE import IS NOT NULL;

  -- element is x'' for a single-valued field.
  CREATE TABLE change (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    action INTEGER NOT NULL,
    rec INTEGER NOT NULL,
    field INTEGER NOT NULL,
    element BLOB NOT NULL,
    value TEXT NOT NULL,
    level INTEGER NOT NULL,
    claim BLOB,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX change_by_path ON change (rec, field, element);
  CREATE INDEX change_by_action ON change (action);

  -- Pairs: change "id" is replaced by the held change with key "by"; "id" need not be held here.
  -- is_prev: named by the change itself; otherwise known from covers, or seen by a deletion.
  CREATE TABLE replaced (
    id BLOB NOT NULL,
    by INTEGER NOT NULL,
    is_prev INTEGER NOT NULL,
    PRIMARY KEY (id, by)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX replaced_by ON replaced (by);

  -- Which bundles brought a change; none for what was made here.
  CREATE TABLE bundle (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sender TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE received (
    change INTEGER NOT NULL,
    bundle INTEGER NOT NULL,
    PRIMARY KEY (change, bundle)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX received_by_bundle ON received (bundle);

  CREATE TABLE conflict (
    rec INTEGER NOT NULL,
    field INTEGER NOT NULL,
    element BLOB NOT NULL,
    PRIMARY KEY (rec, field, element)
  ) STRICT, WITHOUT ROWID;

  -- Paths whose value is kept at another level than its field starts with.
  CREATE TABLE own_level (
    rec INTEGER NOT NULL,
    field INTEGER NOT NULL,
    element BLOB NOT NULL,
    level INTEGER NOT NULL,
    PRIMARY KEY (rec, field, element)
  ) STRICT, WITHOUT ROWID;

  -- Elements of many-valued fields as they stand.
  CREATE TABLE element (
    rec INTEGER NOT NULL,
    field INTEGER NOT NULL,
    element BLOB NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (rec, field, element)
  ) STRICT, WITHOUT ROWID;

  -- Which records name which, from every ref of every record; target need not be held here.
  CREATE TABLE reference (
    target BLOB NOT NULL,
    field INTEGER NOT NULL,
    rec INTEGER NOT NULL,
    element BLOB NOT NULL,
    PRIMARY KEY (target, field, rec, element)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE draft (
    record BLOB NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    value TEXT NOT NULL,
    actor BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (record, path, actor)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tombstone (id BLOB PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
