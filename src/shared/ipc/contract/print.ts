import { lineSchema } from '#shared/domain/field';
import { OUTSIDE_WHATS } from '#shared/domain/outside';
import { z } from '#shared/domain/zod';
import { MOST_COPIES } from '#shared/printing/limits';
import { PRINT_PAPERS, PRINTER_WAYS, printLines } from '#shared/printing/messages';
import { inMainUnlocked } from '../entry';
import { id, nothing } from '../plain-shapes';

const pageNumber = z.int().min(1).max(1_000_000);

const printer = z.strictObject({
  /** By which the system knows it. */
  name: lineSchema,
  label: z.string(),
  /** What the system says of where it stands; '' for nothing. */
  location: z.string(),
  isUsual: z.boolean(),
  way: z.enum(PRINTER_WAYS),
});

/** Printing what the window shows, from a page of ours and under a name that names nobody. */
export const print = {
  /** The printers of the system as they are now, the usual one first. */
  printers: inMainUnlocked(nothing, z.array(printer)),
  /**
   * Hands a job to a printer and notes it in the register of what lies outside.
   * Throws `print/…`, `read/…`.
   */
  send: inMainUnlocked(
    z.strictObject({
      job: z.uuid(),
      printer: lineSchema,
      copies: z.int().min(1).max(MOST_COPIES),
      paper: z.enum(PRINT_PAPERS),
      /** Somebody has read that the pages go over a network and said yes. */
      isNetworkFine: z.boolean(),
      what: z.enum(OUTSIDE_WHATS),
      subject: id.optional(),
      content: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('lines'), lines: printLines }),
        /** Pages of a preview that is open, as it draws them. */
        z.strictObject({
          kind: z.literal('pages'),
          preview: z.uuid(),
          first: pageNumber,
          last: pageNumber,
        }),
      ]),
    }),
    nothing,
  ),
  /** Breaks a job off that has not been handed over. */
  cancel: inMainUnlocked(z.strictObject({ job: z.uuid() }), nothing),
};
