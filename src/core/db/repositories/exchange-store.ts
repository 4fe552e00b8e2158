import type { TakeOutcome } from '#shared/domain/sharing';
import type { WritableDb } from '#core/db/driver';

/** A bundle made here. */
export type SentRow = {
  readonly id: Uint8Array;
  readonly at: number;
  /** Print of the hand that signed it. */
  readonly sender: Uint8Array;
  readonly seq: number;
  /** JSON: prints of the cards it was for, or the word passphrase. */
  readonly addressee: string;
  /** JSON of what was asked for. */
  readonly sentOrder: string;
  readonly sha256: Uint8Array;
  /** Hash of its manifest, which a receipt must name; null for one that an older program made. */
  readonly manifest: Uint8Array | null;
};

/** A bundle of which something was taken in here. */
export type ArrivalRow = {
  readonly id: Uint8Array;
  readonly print: Uint8Array;
  readonly seq: number;
  readonly createdAt: number;
  /** Hash of its manifest: another bundle under the same id is a clash. */
  readonly manifest: Uint8Array;
  readonly at: number;
  readonly outcome: TakeOutcome;
};

export type ReceiptRow = {
  readonly bundle: Uint8Array;
  readonly print: Uint8Array;
  readonly at: number;
  readonly outcome: ArrivalRow['outcome'];
};

const SENT = 'id, at, sender, seq, addressee, sent_order AS sentOrder, sha256, manifest';
const ARRIVAL = 'id, print, seq, created_at AS createdAt, manifest, at, outcome';

/** What went out of this vault and what came in. */
export function exchangeStore(db: WritableDb) {
  return {
    lastSeq: (sender: Uint8Array): number =>
      db
        .prepare<{ seq: number | null }>('SELECT max(seq) AS seq FROM sent WHERE sender = ?')
        .get(sender)?.seq ?? 0,
    sent: (id: Uint8Array): SentRow | undefined =>
      db.prepare<SentRow>(`SELECT ${SENT} FROM sent WHERE id = ?`).get(id),
    /** The latest first. */
    allSent: (): readonly SentRow[] =>
      db.prepare<SentRow>(`SELECT ${SENT} FROM sent ORDER BY at DESC, seq DESC`).all(),
    addSent: (row: SentRow): void => {
      db.prepare(
        `INSERT INTO sent (id, at, sender, seq, addressee, sent_order, sha256, manifest)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[row.id, row.at, row.sender, row.seq, row.addressee, row.sentOrder],
        ...[row.sha256, row.manifest],
      );
    },
    receipts: (bundle: Uint8Array): readonly ReceiptRow[] =>
      db.prepare<ReceiptRow>('SELECT * FROM receipt WHERE bundle = ? ORDER BY at').all(bundle),
    addReceipt: (row: ReceiptRow): void => {
      db.prepare(
        'INSERT OR REPLACE INTO receipt (bundle, print, at, outcome) VALUES (?, ?, ?, ?)',
      ).run(row.bundle, row.print, row.at, row.outcome);
    },
    arrival: (id: Uint8Array): ArrivalRow | undefined =>
      db.prepare<ArrivalRow>(`SELECT ${ARRIVAL} FROM arrival WHERE id = ?`).get(id),
    arrivals: (): readonly ArrivalRow[] =>
      db.prepare<ArrivalRow>(`SELECT ${ARRIVAL} FROM arrival ORDER BY at DESC, id`).all(),
    /** The highest number of a sender's bundles that arrived; 0 before the first. */
    lastArrivalSeq: (print: Uint8Array): number =>
      db
        .prepare<{ seq: number | null }>('SELECT max(seq) AS seq FROM arrival WHERE print = ?')
        .get(print)?.seq ?? 0,
    saveArrival: (row: ArrivalRow): void => {
      db.prepare(
        `INSERT OR REPLACE INTO arrival (id, print, seq, created_at, manifest, at, outcome)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ).run(row.id, row.print, row.seq, row.createdAt, row.manifest, row.at, row.outcome);
    },
  };
}
