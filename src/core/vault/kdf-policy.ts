import { AppError } from '#shared/errors/app-error';
import { isAppError } from '#shared/errors/app-error';
import type { Clock } from '#core/kernel/ports';
import type { DeriveKey } from './kdf';

/** Cost of a derivation: memory in KiB and passes over it. */
export type KdfCost = { readonly mKib: number; readonly t: number };

const MIB = 1024;
const FLOOR: KdfCost = { mKib: 64 * MIB, t: 3 };
const CAP = { mKib: 1024 * MIB, t: 16, product: 8 * 1024 * MIB };
const START: KdfCost = { mKib: 256 * MIB, t: 3 };
const MOST_PASSES = 8;
const FAST_MS = 1_000;
const SLOW_MS = 4_000;

/**
 * Refuses, before anything is derived, what is too weak to have been written by
 * Rihai (`kdf/weak`) and what would only exhaust the machine (`kdf/excessive`).
 * The floor equals the least a new slot can get, so a slot that opens never
 * needs to be rewrapped for its cost; that changes when a version raises it.
 */
export function assertCostAllowed({ mKib, t }: KdfCost): void {
  if (mKib < FLOOR.mKib || t < FLOOR.t) throw new AppError('kdf/weak', { mKib, t });
  if (mKib > CAP.mKib || t > CAP.t || mKib * t > CAP.product) {
    throw new AppError('kdf/excessive', { mKib, t });
  }
}

export type Calibrated = { readonly cost: KdfCost; readonly kek: Uint8Array };

/**
 * Derives a new slot's key at the cost this machine bears: from 256 MiB and
 * three passes, more passes until it takes a second, less memory where it takes
 * more than four or cannot be had. The last derivation is the slot's own.
 */
export async function calibrate(
  derive: DeriveKey,
  passphrase: Uint8Array,
  salt: Uint8Array,
  clock: Clock,
): Promise<Calibrated> {
  const attempt = async (cost: KdfCost) => {
    const from = clock.nowMs();
    try {
      const kek = await derive({ passphrase, salt, ...cost });
      return { kek, tookMs: clock.nowMs() - from };
    } catch (error) {
      if (isAppError(error, 'kdf/memory') && cost.mKib > FLOOR.mKib) return undefined;
      throw error;
    }
  };
  let cost = START;
  for (;;) {
    const made = await attempt(cost);
    const isTooMuch = made === undefined || made.tookMs > SLOW_MS;
    if (isTooMuch && cost.mKib > FLOOR.mKib) {
      cost = { mKib: cost.mKib / 2, t: FLOOR.t };
      continue;
    }
    if (made === undefined) throw new AppError('kdf/memory', { mebibytes: cost.mKib / MIB });
    if (made.tookMs >= FAST_MS || cost.mKib < START.mKib || cost.t >= MOST_PASSES) {
      return { cost, kek: made.kek };
    }
    const passes = Math.ceil((cost.t * FAST_MS) / Math.max(made.tookMs, 1));
    cost = { ...cost, t: Math.min(MOST_PASSES, Math.max(cost.t + 1, passes)) };
  }
}

/** Derives at a cost given by the caller, or at a calibrated one. */
export async function deriveNew(
  derive: DeriveKey,
  passphrase: Uint8Array,
  salt: Uint8Array,
  clock: Clock,
  policy?: KdfCost,
): Promise<Calibrated> {
  if (policy === undefined) return calibrate(derive, passphrase, salt, clock);
  assertCostAllowed(policy);
  return { cost: policy, kek: await derive({ passphrase, salt, ...policy }) };
}
