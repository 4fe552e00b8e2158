import { z } from '#shared/domain/zod';
import { command, query } from '../entry';
import { count, job, nothing, token } from '../shapes';

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
  cancel: query(z.strictObject({ job }), nothing),
};
