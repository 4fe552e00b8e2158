/** The vault's own affairs: settings, secrets, attachments' keys, hands, devices, audit. */
export const up0010 = `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE blob (
    name TEXT PRIMARY KEY,
    file_key BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    size_bytes INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE actor (
    id BLOB PRIMARY KEY,
    slot INTEGER UNIQUE,
    name TEXT NOT NULL,
    sign_public BLOB,
    age_public BLOB,
    secret_nonce BLOB,
    secret_box BLOB
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE device (id BLOB PRIMARY KEY, made_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    ts_ms INTEGER NOT NULL,
    clock_regressed INTEGER NOT NULL,
    actor BLOB NOT NULL,
    device BLOB NOT NULL,
    action TEXT NOT NULL,
    object_ref TEXT NOT NULL,
    details TEXT NOT NULL,
    prev BLOB NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit rows are never rewritten'); END;
  CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;
`;
