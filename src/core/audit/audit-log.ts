import type { ActorId, DeviceId } from '#shared/domain/ids';
import { concatBytes, u32, u64, u8, utf8 } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import type { Clock } from '#core/kernel/ports';
import type { WritableDb } from '#core/db/driver';
import { auditStore, type AuditRow } from '#core/db/repositories/audit-store';
import { hash } from '#core/vault/sodium';
import type { AuditDetails } from '#core/vault/ports';

/** What stands before the first row. */
export const FIRST_PREV = new Uint8Array(32);

type AuditContext = {
  readonly db: WritableDb;
  /** 32 bytes, kept in the database. */
  readonly key: Uint8Array;
  readonly actor: ActorId;
  readonly device: DeviceId;
  readonly clock: Clock;
};

/** The chain of `docs/formats.md` §7, written by one hand on one device. Answers the number of each row. */
export function auditLog({ db, key, actor, device, clock }: AuditContext) {
  const store = auditStore(db);
  const hand = { actor: idToBytes(actor), device: idToBytes(device) };
  return {
    append: (action: string, objectRef: string, details: AuditDetails = {}): number =>
      db.transaction(() => {
        const before = store.last();
        const tsMs = clock.nowMs();
        const row = {
          ...hand,
          seq: (before?.seq ?? 0) + 1,
          tsMs,
          clockRegressed: before !== undefined && tsMs < before.tsMs ? 1 : 0,
          action,
          objectRef,
          details: canonicalDetails(details),
          prev: before?.hash ?? FIRST_PREV,
        };
        store.add({ ...row, hash: auditHash(key, row) });
        return row.seq;
      }),
  };
}

/** Keyed hash of a row and of the row before it. */
export function auditHash(key: Uint8Array, row: Omit<AuditRow, 'hash'>): Uint8Array {
  return hash(
    concatBytes(
      utf8('rihai-audit-v1'),
      row.prev,
      u64(row.seq),
      u64(row.tsMs),
      u8(row.clockRegressed),
      row.actor,
      row.device,
      counted(row.action),
      counted(row.objectRef),
      counted(row.details),
    ),
    key,
  );
}

function counted(text: string): Uint8Array {
  const bytes = utf8(text);
  return concatBytes(u32(bytes.length), bytes);
}

const canonicalDetails = (details: AuditDetails): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(details).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  );
