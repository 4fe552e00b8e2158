import type { Checkpoint } from '#core/audit/checkpoint';
import type { WritableDb } from '#core/db/driver';

/** Where a checkpoint came from: signed here, or learnt from a copy or from somebody else. */
export type CheckpointSource = 'own' | 'backup' | 'bundle';

const COLUMNS = `vault_id AS vaultId, seq, hash, ts_ms AS tsMs, device,
  sign_public AS signPublic, signature`;

/** Signed places in logs: of this vault, and of others that sent something. */
export function checkpointStore(db: WritableDb, vaultId: Uint8Array) {
  return {
    /** The last place that was signed on this vault itself. */
    latestOwn: (): Checkpoint | undefined =>
      db
        .prepare<Checkpoint>(
          `SELECT ${COLUMNS} FROM audit_checkpoint
           WHERE vault_id = ? AND source = 'own' ORDER BY seq DESC LIMIT 1`,
        )
        .get(vaultId),
    own: (): readonly Checkpoint[] =>
      db
        .prepare<Checkpoint>(
          `SELECT ${COLUMNS} FROM audit_checkpoint
           WHERE vault_id = ? AND source = 'own' ORDER BY seq`,
        )
        .all(vaultId),
    /** What others know of this vault's log. */
    witnesses: (): readonly Checkpoint[] =>
      db
        .prepare<Checkpoint>(
          `SELECT ${COLUMNS} FROM audit_checkpoint
           WHERE vault_id = ? AND source <> 'own' ORDER BY seq`,
        )
        .all(vaultId),
    /** Once only: what is held already stays as it is. */
    add: (one: Checkpoint, source: CheckpointSource): void => {
      db.prepare(
        `INSERT INTO audit_checkpoint
           (signature, seq, ts_ms, hash, device, sign_public, vault_id, source)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      ).run(
        one.signature,
        one.seq,
        one.tsMs,
        one.hash,
        one.device,
        one.signPublic,
        one.vaultId,
        source,
      );
    },
  };
}
