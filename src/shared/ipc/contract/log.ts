import { idSchema } from '#shared/domain/field';
import type { ActorId } from '#shared/domain/ids';
import { z } from '#shared/domain/zod';
import { command, query } from '../entry';
import { count, day, id, kind, nothing, page, token } from '../shapes';

/** A record that a row of the log tells of, where it still exists. */
export const recordRef = z.strictObject({ id, kind, label: z.string() });

const logBreak = z.enum(['row', 'cut', 'checkpoint', 'witness']);

const actorId = idSchema as unknown as z.ZodType<ActorId>;
const action = z.string().min(1).max(60);

const asked = {
  actor: actorId.optional(),
  action: action.optional(),
  /** Days at the courts, both counted in. */
  from: day.optional(),
  to: day.optional(),
};

const row = z.strictObject({
  seq: count,
  atMs: z.number(),
  /** The machine's clock stood earlier than at the row before. */
  isClockBehind: z.boolean(),
  name: z.string(),
  action: z.string(),
  /** Of an action on records: `edit`, `create`, `import`. */
  what: z.string().optional(),
  record: recordRef.optional(),
});

/** What was done in this vault, by whom and when. */
export const log = {
  /** The latest first. */
  list: query(
    z.strictObject({ ...asked, ...page }),
    z.strictObject({ total: count, rows: z.array(row) }),
  ),
  facets: query(
    nothing,
    z.strictObject({
      people: z.array(z.strictObject({ actor: actorId, name: z.string(), count })),
      actions: z.array(z.strictObject({ action: z.string(), count })),
    }),
  ),
  /** Holds all rows against their chain, what was signed of them, and what backups and others know. */
  verify: query(
    nothing,
    z.discriminatedUnion('isWhole', [
      z.strictObject({
        isWhole: z.literal(true),
        rows: count,
        firstMs: z.number().optional(),
        /** When the log was last signed. */
        signedMs: z.number().optional(),
        witnesses: count,
      }),
      /** Altered from a row on, and how that is known. */
      z.strictObject({ isWhole: z.literal(false), seq: count, reason: logBreak }),
    ]),
  ),
  /** Writes the rows asked for as CSV; noted in the log. */
  export: command(z.strictObject({ token, ...asked }), z.strictObject({ sizeBytes: count })),
};
