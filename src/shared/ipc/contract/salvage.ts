import { z } from '#shared/domain/zod';
import { command, query } from '../entry';
import { count, job, nothing, secret, token } from '../shapes';

/** What can still be read of a vault that shows damage. */
export const salvage = {
  /** Writes it into a chosen folder, new or empty, NOT encrypted; tells progress. Nothing stays of one that is cancelled. */
  readable: command(
    z.strictObject({ token, job }),
    z.strictObject({
      isCancelled: z.boolean(),
      records: count,
      /** What somebody was typing and had not saved. */
      drafts: count,
      documents: count,
      /** How much could not be read, and the first lines of the list that lies in the folder. */
      lost: count,
      lostShown: z.array(z.string()),
      /** Each file stands in the register of what lies outside. */
      isNoted: z.boolean(),
    }),
  ),
  /**
   * Takes it into a new vault in a chosen folder, encrypted, under a passphrase of its own; tells progress.
   * The next lock screen is that of the new one. Nothing stays of one that is cancelled.
   */
  intoVault: command(
    z.strictObject({ token, passphrase: secret, job }),
    z.strictObject({
      isCancelled: z.boolean(),
      records: count,
      /** Of those, how many came only as they stand. */
      withoutHistory: count,
      attachments: count,
      lost: count,
      lostShown: z.array(z.string()),
      /** To be shown and printed once; it is kept nowhere. Empty where it was cancelled. */
      recoveryKey: z.string(),
    }),
  ),
  cancel: query(z.strictObject({ job }), nothing),
};
