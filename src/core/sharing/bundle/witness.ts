import { AppError } from '#shared/errors/app-error';
import { equalBytes } from '#core/kernel/bytes';
import { isSigned, type Checkpoint } from '#core/audit/checkpoint';
import { fromBase64, toBase64 } from '#core/vault/exact-json';
import type { OpenVault } from '#core/vault/ports';
import type { Manifest } from './manifest';

/** How far this vault's log had come, as the sender signed it; null where the last place is another hand's. */
export function placeOfLog(vault: OpenVault, signPublic: Uint8Array): Manifest['checkpoint'] {
  const one = vault.audit.checkpoint();
  if (one === undefined || !equalBytes(one.signPublic, signPublic)) return null;
  return {
    ...{ vault_id: toBase64(one.vaultId), seq: one.seq, hash: toBase64(one.hash) },
    ...{ ts_ms: one.tsMs, device: toBase64(one.device), sig: toBase64(one.signature) },
  };
}

/** The place that a manifest tells. Throws `bundle/signature` where its sender did not sign it. */
export function toldPlace(
  { checkpoint }: Manifest,
  signPublic: Uint8Array,
): Checkpoint | undefined {
  if (checkpoint === null) return undefined;
  const told: Checkpoint = {
    ...{ vaultId: fromBase64(checkpoint.vault_id), seq: checkpoint.seq },
    ...{ hash: fromBase64(checkpoint.hash), tsMs: checkpoint.ts_ms, signPublic },
    ...{ device: fromBase64(checkpoint.device), signature: fromBase64(checkpoint.sig) },
  };
  if (!isSigned(told)) throw new AppError('bundle/signature', { reason: 'checkpoint' });
  return told;
}
