/** Signed places in the log of a vault: its own, and what was learnt of them from outside. */
export const up0090 = `
  CREATE TABLE audit_checkpoint (
    signature BLOB PRIMARY KEY,
    seq INTEGER NOT NULL,
    ts_ms INTEGER NOT NULL,
    hash BLOB NOT NULL,
    device BLOB NOT NULL,
    sign_public BLOB NOT NULL,
    vault_id BLOB NOT NULL,
    -- 'own', or where it came from: 'backup', 'bundle'.
    source TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX audit_checkpoint_by_seq ON audit_checkpoint (vault_id, source, seq);
  CREATE TRIGGER audit_checkpoint_no_update BEFORE UPDATE ON audit_checkpoint
    BEGIN SELECT RAISE(ABORT, 'checkpoints are never rewritten'); END;
  CREATE TRIGGER audit_checkpoint_no_delete BEFORE DELETE ON audit_checkpoint
    BEGIN SELECT RAISE(ABORT, 'checkpoints are never deleted'); END;
`;
