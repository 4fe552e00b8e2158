import { isDamage } from '#shared/errors/damages';
import { AppError, isAppError } from '#shared/errors/app-error';
import type { Entry } from '#shared/ipc/entry';
import type { Desk } from './desk';

/**
 * Commands that run although the vault shows damage: they write outside of it, choose something, or keep
 * what somebody is typing, which is worth more than a clean database.
 */
const STILL_RUN: ReadonlySet<string> = new Set([
  ...['drafts:save', 'drafts:clear', 'documents:extract', 'log:export', 'write:export'],
  ...[
    'backups:open',
    'backups:openLast',
    'backups:cancel',
    'salvage:readable',
    'salvage:intoVault',
  ],
]);

/** Calls that read copies of the vault as well: their damage is not the vault's own. */
const READS_COPIES = /^(?:backups|salvage):/u;

/** Throws `vault/damaged` for what would write to a vault that showed damage while it is open. */
export function assertTakesWrites(desk: Desk, channel: string, { kind }: Entry): void {
  if (kind === 'command' && desk.isStopped() && !STILL_RUN.has(channel))
    throw new AppError('vault/damaged');
}

/** From here on nothing more is written to a vault of which a call found a part damaged. */
export function noteDamage(desk: Desk, channel: string, error: AppError): void {
  if (!isDamage(error.code) || !desk.isUnlocked()) return;
  if (!READS_COPIES.test(channel)) desk.foundDamaged(error.code);
  else if (channel === 'backups:make' && isOwn(desk)) desk.foundDamaged('db/damaged');
}

/** Whether the pages of the vault itself are damaged. */
function isOwn(desk: Desk): boolean {
  try {
    desk.file().vault.verifyPages();
    return false;
  } catch (error) {
    return isAppError(error, 'db/damaged');
  }
}
