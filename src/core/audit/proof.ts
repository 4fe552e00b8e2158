import { AppError, isAppError } from '#shared/errors/app-error';
import type { DeviceId } from '#shared/domain/ids';
import { equalBytes } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import type { WritableDb } from '#core/db/driver';
import { auditStore, type AuditRow } from '#core/db/repositories/audit-store';
import { checkpointStore } from '#core/db/repositories/checkpoint-store';
import type { LogProof } from '#core/vault/ports';
import { auditHash, FIRST_PREV } from './audit-log';
import { isSigned, type Checkpoint } from './checkpoint';

/** How a log was found to be altered; `seq` is the first row that cannot be relied on. */
export type LogBreak =
  /** A row was changed, put in or taken out. */
  | 'row'
  /** Rows at the end are gone that were signed or witnessed. */
  | 'cut'
  /** A signature in the vault does not fit, or belongs to another log. */
  | 'checkpoint'
  /** What was signed, here or elsewhere, says another thing of this row. */
  | 'witness';

const broken = (seq: number, reason: LogBreak): AppError =>
  new AppError('audit/broken', { seq, reason });

export type FoundBreak = { readonly seq: number; readonly reason: LogBreak };

/** Where and how a log was altered, as an error tells it; undefined for every other error. */
export const logBreakOf = (error: unknown): FoundBreak | undefined =>
  isAppError(error, 'audit/broken')
    ? { seq: Number(error.params['seq']), reason: error.params['reason'] as LogBreak }
    : undefined;

type Proving = {
  readonly db: WritableDb;
  /** Of the chain, 32 bytes. */
  readonly key: Uint8Array;
  readonly vaultId: Uint8Array;
  readonly device: DeviceId;
};

/** Proves a log against its own chain, against what was signed of it, and against what others hold. */
export function logProver({ db, key, vaultId, device }: Proving) {
  const store = auditStore(db);
  const checkpoints = checkpointStore(db, vaultId);

  /** Reads on from a row that is taken as it is; answers the number of the last one. */
  const chainAfter = (start: { readonly seq: number; readonly hash: Uint8Array }): number => {
    let [seq, prev] = [start.seq, start.hash];
    for (const row of store.after(seq)) {
      seq += 1;
      const isNext = row.seq === seq && equalBytes(row.prev, prev);
      if (!isNext || !equalBytes(row.hash, auditHash(key, row))) throw broken(seq, 'row');
      prev = row.hash;
    }
    return seq;
  };

  /** A copy that was restored goes its own way from then on: what another way says of it is no contradiction. */
  const isOnAnotherWay = (one: Checkpoint, row: AuditRow | undefined): boolean =>
    store
      .restores()
      .some(
        (restored) =>
          restored.seq <= one.seq &&
          (one.tsMs <= restored.tsMs || !equalBytes(one.device, row?.device ?? idToBytes(device))),
      );

  /** Whether a checkpoint fits this log; false where it tells of another way. */
  const fits = (one: Checkpoint): boolean => {
    if (!isSigned({ ...one, vaultId })) throw broken(one.seq, 'checkpoint');
    const row = store.at(one.seq);
    if (row !== undefined && equalBytes(row.hash, one.hash)) return true;
    if (isOnAnotherWay(one, row)) return false;
    const last = store.last()?.seq ?? 0;
    throw row === undefined ? broken(last + 1, 'cut') : broken(one.seq, 'witness');
  };

  return {
    /** The whole chain, every checkpoint, every witness. Throws `audit/broken`. */
    whole: (): LogProof => {
      const rows = chainAfter({ seq: 0, hash: FIRST_PREV });
      const own = checkpoints.own();
      const witnesses = checkpoints.witnesses();
      const apart = [...own, ...witnesses].filter((one) => !fits(one)).length;
      const signedMs = own.at(-1)?.tsMs;
      return { rows, signed: own.length, signedMs, witnesses: witnesses.length, apart };
    },
    /** What was written since the last checkpoint, and every witness: what an unlock looks at. Throws the same. */
    sinceCheckpoint: (): void => {
      const last = checkpoints.latestOwn();
      if (last !== undefined) fits(last);
      chainAfter(last ?? { seq: 0, hash: FIRST_PREV });
      for (const one of checkpoints.witnesses()) fits(one);
    },
  };
}
