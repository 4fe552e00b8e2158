import { signCheckpoint, type Checkpoint } from '#core/audit/checkpoint';
import type { Rng } from './mutate';

/** A checkpoint over what nobody wrote. */
export const signedPlace = (rng: Rng, vaultId: Uint8Array): Checkpoint =>
  signCheckpoint(
    { vaultId, seq: 70, hash: rng.bytes(32), tsMs: 1_760_000_000_000, device: rng.bytes(16) },
    rng.bytes(32),
  );
