import { z } from '#shared/domain/zod';
import { query } from '../entry';
import { count, nothing } from '../shapes';

const ms = z.number();
/** Hex, 32 digits. */
const bundleId = z.string().regex(/^[0-9a-f]{32}$/u);
const outcome = z.enum(['all', 'part', 'none']);

/** What goes to other desks and what comes from them. */
export const bundles = {
  /** Bundles made here with what is known of their arrival, and bundles that arrived; the latest first. */
  list: query(
    nothing,
    z.strictObject({
      sent: z.array(
        z.strictObject({
          id: bundleId,
          atMs: ms,
          seq: count,
          /** How many cards it was made for; none where words open it. */
          cards: count.optional(),
          receipts: z.array(z.strictObject({ name: z.string(), atMs: ms, outcome })),
        }),
      ),
      arrived: z.array(
        z.strictObject({
          id: bundleId,
          atMs: ms,
          createdMs: ms,
          seq: count,
          outcome,
          from: z.string(),
        }),
      ),
    }),
  ),
};
