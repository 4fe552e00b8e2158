import type { AppError } from '#shared/errors/app-error';
import { logBreakOf, type VaultAge } from '#core/app/index';
import { secondText } from '#core/kernel/instants';
import type { Context } from './context';

/** The log of the vault was found altered. */
export function sayLog(context: Context, fault: AppError | undefined): void {
  const found = logBreakOf(fault);
  if (found === undefined) return;
  context.err(
    `Warning: the log of who did what was altered, from row ${String(found.seq)} on. Records and ` +
      'attachments are not touched by that; "rihai verify" says how it is known.\n',
  );
}

/** What this machine can say of the vault's age, where it is not simply the one last used here. */
export function sayAge(context: Context, age: VaultAge): void {
  if (age.state === 'older') {
    context.err(
      `Warning: this is not the copy last used on this machine. It ends at ${secondText(age.vaultMs)}; ` +
        `the other had come to ${secondText(age.seenMs)}.\n`,
    );
  } else if (age.state === 'unkept') {
    context.err(
      `Warning: this machine could not note how far the vault has come (${age.code}), so an older ` +
        'copy put in its place would not be noticed next time.\n',
    );
  } else if (age.state === 'unknown') {
    const why =
      age.reason === 'first'
        ? 'this vault was not used on this machine before'
        : 'what this machine noted of it is damaged';
    context.err(`Note: ${why}, so whether it is the latest copy cannot be checked.\n`);
  }
}
