import type { ActorId, DeviceId } from '#shared/domain/ids';
import { idToBytes } from '#core/kernel/ids';
import type { Clock } from '#core/kernel/ports';
import type { WritableDb } from '#core/db/driver';
import { auditStore } from '#core/db/repositories/audit-store';
import { checkpointStore } from '#core/db/repositories/checkpoint-store';
import type { SignedLog } from '#core/vault/ports';
import { auditLog } from './audit-log';
import { signCheckpoint, type Checkpoint } from './checkpoint';
import { logProver } from './proof';

/** Rows after which a checkpoint follows by itself. */
const EVERY = 64;
/** What leaves the vault takes a signed place of its log with it, or is told by one. */
const LEAVING: ReadonlySet<string> = new Set(['export', 'extract', 'bundle']);

type SignedContext = {
  readonly db: WritableDb;
  readonly key: Uint8Array;
  readonly vaultId: Uint8Array;
  readonly actor: ActorId;
  readonly device: DeviceId;
  readonly clock: Clock;
  /** Lends the seed of the hand's Ed25519 pair for one signature; undefined where there is none. */
  readonly withSeed: (use: (seed: Uint8Array) => Checkpoint) => Checkpoint | undefined;
  /** Whether the log may be signed: not where it is read only, or known to be altered. */
  readonly maySign: () => boolean;
};

/** The log of a vault with the places of it that were signed. */
export function signedLog(context: SignedContext): SignedLog {
  const { db, vaultId, device, clock } = context;
  const log = auditLog(context);
  const rows = auditStore(db);
  const checkpoints = checkpointStore(db, vaultId);
  const prover = logProver(context);

  const checkpoint = (): Checkpoint | undefined => {
    const last = rows.last();
    if (last === undefined || !context.maySign()) return undefined;
    const latest = checkpoints.latestOwn();
    if (latest?.seq === last.seq) return latest;
    const { seq, hash } = last;
    const facts = { vaultId, seq, hash, tsMs: clock.nowMs(), device: idToBytes(device) };
    const signed = context.withSeed((seed) => signCheckpoint(facts, seed));
    if (signed !== undefined) checkpoints.add(signed, 'own');
    return signed ?? latest;
  };

  return {
    append: (action, objectRef, details) => {
      db.transaction(() => {
        const seq = log.append(action, objectRef, details);
        if (seq % EVERY === 0 || LEAVING.has(action)) checkpoint();
      });
    },
    checkpoint: () => db.transaction(checkpoint),
    takeWitness: (one, source) => {
      checkpoints.add(one, source);
    },
    verify: () => prover.whole().rows,
    prove: () => prover.whole(),
    proveSinceCheckpoint: () => {
      prover.sinceCheckpoint();
    },
  };
}
