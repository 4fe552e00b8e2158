import { TRAVEL_ENDS } from '#shared/domain/sharing';
import { z } from '#shared/domain/zod';
import { command, query } from '../entry';
import { count, hexId, id, job, nothing, secret, token } from '../shapes';

const ms = z.number();
const text = z.string();

const copy = z.strictObject({
  id: hexId,
  /** The path where it was made, for people to find it by; no call takes one. */
  place: text,
  /** The first persons and cases it was made of, as they are called now. */
  about: z.array(z.strictObject({ id, kind: text, label: text })).max(20),
  /** How many there are; 0 for everything. */
  asked: count,
  records: count,
  files: count,
  madeMs: ms,
  /** Until then it is taken back on its grant. */
  untilMs: ms,
  isOver: z.boolean(),
  /** When something of it was last taken back. */
  backMs: ms.optional(),
  ended: z.strictObject({ how: z.enum(TRAVEL_ENDS), atMs: ms }).optional(),
});

/** Vaults that are carried to a prison visit or a court day, and taken back by merge. */
export const travel = {
  /** What was made here, the latest first. */
  list: query(nothing, z.array(copy)),
  /** What a chosen folder is; its token stays good. Throws `vault/exists` where something lies there. */
  look: query(
    z.strictObject({ token }),
    z.strictObject({
      /** What seems to copy it elsewhere, by the name of it or of a folder above it. */
      carrier: text.optional(),
    }),
  ),
  /** Makes exactly what was planned and seen into a vault of its own; tells progress. */
  make: command(
    z.strictObject({
      job,
      token,
      seen: hexId,
      passphrase: secret,
      /** For how long it is taken back on its grant. */
      days: z.int().min(1).max(365),
    }),
    z.strictObject({
      isCancelled: z.boolean(),
      made: z
        .strictObject({ records: count, files: count, heldBack: count, untilMs: ms })
        .optional(),
    }),
  ),
  /** Opens a copy by its own passphrase and merges what was written in it; tells progress. */
  back: command(
    z.strictObject({ job, token, passphrase: secret }),
    z.strictObject({
      isCancelled: z.boolean(),
      back: z
        .strictObject({
          bundle: hexId,
          taken: count,
          setAside: count,
          files: count,
          /** Of the whole vault, after it. */
          conflicts: count,
        })
        .optional(),
    }),
  ),
  /** Says what became of a copy: nothing of it is taken in any more. Without `how` it was found again. */
  end: command(z.strictObject({ id: hexId, how: z.enum(TRAVEL_ENDS).optional() }), nothing),
  cancel: command(z.strictObject({ job }), nothing),
};
