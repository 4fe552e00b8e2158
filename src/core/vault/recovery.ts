import { AppError } from '#shared/errors/app-error';
import { fromPrinted, toPrinted } from './printed';

const SECRET_BYTES = 20;
const DOMAIN = 'rihai-rk-check';

/** Writes 20 secret bytes as nine groups; the last lets a reader notice a slip of the pen. */
export function formatRecoveryKey(secret: Uint8Array): string {
  if (secret.length !== SECRET_BYTES) throw new RangeError('a recovery secret has 20 bytes');
  return toPrinted(secret, DOMAIN);
}

/** Reads a recovery key as a person types it. Throws `vault/recovery-key` where it cannot be one. */
export function parseRecoveryKey(text: string): Uint8Array {
  const secret = fromPrinted(text, DOMAIN, SECRET_BYTES);
  if (typeof secret === 'string') throw new AppError('vault/recovery-key', { reason: secret });
  return secret;
}
