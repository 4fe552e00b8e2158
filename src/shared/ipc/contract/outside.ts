import type { OutsideId } from '#shared/domain/ids';
import { idSchema, lineSchema } from '#shared/domain/field';
import {
  OUTSIDE_CLOSED,
  OUTSIDE_ENDS,
  OUTSIDE_KINDS,
  OUTSIDE_SEEN,
  OUTSIDE_WHATS,
} from '#shared/domain/outside';
import { z } from '#shared/domain/zod';
import { command, query } from '../entry';
import { count, id, job, nothing, page } from '../shapes';
import { recordRef } from './log';

const outsideId = idSchema as unknown as z.ZodType<OutsideId>;
const ms = z.number();
const text = z.string();

const row = z.strictObject({
  id: outsideId,
  kind: z.enum(OUTSIDE_KINDS),
  what: z.enum(OUTSIDE_WHATS),
  /** The record it is of or about, where it still exists. */
  record: recordRef.optional(),
  /** The path, for people to find it by; no call takes one. The printer of a printed copy. */
  place: text,
  machine: text,
  isHere: z.boolean(),
  sha256: text,
  sizeBytes: count,
  copies: count,
  note: text,
  /** Who made it. */
  name: text,
  atMs: ms,
  isDue: z.boolean(),
  /** Of an original: a backup on another medium was made after it was taken in. */
  isBackedUp: z.boolean(),
  seen: z.strictObject({ how: z.enum(OUTSIDE_SEEN), atMs: ms }).optional(),
  closed: z.strictObject({ how: z.enum(OUTSIDE_CLOSED), note: text, atMs: ms }).optional(),
});

/** What lies outside the vault and can be read by whoever finds it. */
export const outside = {
  /** All that is open, the longest there first, and how long that may be before it is reminded of. */
  list: query(
    nothing,
    z.strictObject({ days: count, due: count, closed: count, rows: z.array(row) }),
  ),
  /** What was closed, the latest first. */
  closed: query(z.strictObject(page), z.strictObject({ rows: z.array(row) })),
  /** Looks for every file, or for one; tells progress. */
  check: command(
    z.strictObject({ job, id: outsideId.optional() }),
    z.strictObject({ isCancelled: z.boolean(), checked: count }),
  ),
  cancel: command(z.strictObject({ job }), nothing),
  /** Says what became of it. */
  close: command(
    z.strictObject({
      id: outsideId,
      how: z.enum(OUTSIDE_ENDS),
      note: lineSchema.optional(),
    }),
    nothing,
  ),
  reopen: command(z.strictObject({ id: outsideId }), nothing),
  /** Deletes the file, if it is still the very one; of a document only while the vault's copy is whole. */
  remove: command(z.strictObject({ id: outsideId }), z.strictObject({ hasOtherName: z.boolean() })),
  setDays: command(z.strictObject({ days: z.int().min(1).max(90) }), nothing),
  /** Notes copies that were handed to a printer. */
  printed: command(
    z.strictObject({
      what: z.enum(OUTSIDE_WHATS),
      subject: id.optional(),
      printer: lineSchema,
      copies: z.int().min(1).max(99),
    }),
    nothing,
  ),
};
