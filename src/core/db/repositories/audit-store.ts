import type { WritableDb } from '#core/db/driver';

export type AuditRow = {
  readonly seq: number;
  readonly tsMs: number;
  readonly clockRegressed: number;
  readonly actor: Uint8Array;
  readonly device: Uint8Array;
  readonly action: string;
  readonly objectRef: string;
  readonly details: string;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
};

const COLUMNS = `seq, ts_ms AS tsMs, clock_regressed AS clockRegressed, actor, device, action,
  object_ref AS objectRef, details, prev, hash`;

/** Rows of the audit log; the chain is the caller's affair. */
export function auditStore(db: WritableDb) {
  return {
    last: (): AuditRow | undefined =>
      db.prepare<AuditRow>(`SELECT ${COLUMNS} FROM audit ORDER BY seq DESC LIMIT 1`).get(),
    at: (seq: number): AuditRow | undefined =>
      db.prepare<AuditRow>(`SELECT ${COLUMNS} FROM audit WHERE seq = ?`).get(seq),
    /** Rows behind a number, in order. */
    after: (seq: number): IterableIterator<AuditRow> =>
      db.prepare<AuditRow>(`SELECT ${COLUMNS} FROM audit WHERE seq > ? ORDER BY seq`).iterate(seq),
    /** Where a backup was put in the place of what this log told before. */
    restores: (): readonly Pick<AuditRow, 'seq' | 'tsMs'>[] =>
      db
        .prepare<Pick<AuditRow, 'seq' | 'tsMs'>>(
          `SELECT seq, ts_ms AS tsMs FROM audit
           WHERE action IN ('vault.restore', 'vault.restored') ORDER BY seq`,
        )
        .all(),
    add: (row: AuditRow): void => {
      db.prepare(
        `INSERT INTO audit (seq, ts_ms, clock_regressed, actor, device, action, object_ref,
           details, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        row.seq,
        row.tsMs,
        row.clockRegressed,
        row.actor,
        row.device,
        row.action,
        row.objectRef,
        row.details,
        row.prev,
        row.hash,
      );
    },
  };
}
