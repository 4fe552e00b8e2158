import { z } from '#shared/domain/zod';
import { command, query } from '../entry';
import { machineReport } from './machine';
import { count, job, nothing, secret, token } from '../shapes';

const ms = z.number();

/** A backup that was verified when it was made. */
const known = z.strictObject({
  madeMs: ms,
  /** Its folder's own name. */
  folder: z.string(),
  /** On another medium than the vault. */
  isApart: z.boolean(),
});

const found = z.strictObject({
  stem: z.string(),
  madeMs: ms.optional(),
  sizeBytes: count,
  /** Parts that are damaged or gone. */
  faults: count,
  /** Attachments the vault itself no longer had whole. */
  missing: count,
});

const folder = z.strictObject({ folder: z.string(), backups: z.array(found) });

/** Copies of the vault on other media, and whether the case file survives the loss of this machine. */
export const backups = {
  readiness: query(
    nothing,
    z.strictObject({
      members: z.array(z.string()),
      papers: z.array(
        z.strictObject({
          needed: count,
          of: count,
          rehearsedMs: ms.optional(),
        }),
      ),
      last: known.optional(),
      lastApart: known.optional(),
      drilledMs: ms.optional(),
      outside: z.strictObject({ days: count, open: count, due: count }),
      wouldBeLost: z.strictObject({ actions: count, records: count }),
      /** The gravest first. */
      todo: z.array(z.enum(['backup', 'backup-old', 'second-way', 'rehearse', 'drill', 'outside'])),
    }),
  ),
  /** What of this machine keeps the vault closed and whole, and what is to be mended, the gravest first. */
  machine: query(nothing, machineReport),
  /** Chooses the folder that the calls below work in. */
  open: command(z.strictObject({ token }), folder),
  /** The same for the folder of the latest backup. */
  openLast: command(nothing, folder),
  /** Makes one, reads it whole again; tells progress. */
  make: command(
    z.strictObject({ job }),
    z.strictObject({
      isCancelled: z.boolean(),
      isApart: z.boolean(),
      missing: count,
      /** Files of a backup that was broken off, taken away first. */
      cleaned: count,
      /** From this row on the log contradicts an older backup of the folder. */
      logBrokenAt: count.optional(),
    }),
  ),
  cancel: command(z.strictObject({ job }), nothing),
  /** Reads every byte of all of them. */
  check: query(nothing, folder),
  /** Restores one beside the vault, reads it, takes it away again and notes the day. */
  drill: command(
    z.strictObject({ stem: z.string().max(60), passphrase: secret }),
    z.strictObject({ madeMs: ms, blobs: count, missing: count }),
  ),
};
