import { dateSchema, lineSchema, proseSchema } from '#shared/domain/field';
import {
  ADJOURNED_BY,
  ADJOURNMENT_REASONS,
  HEARING_STATUSES,
} from '#shared/domain/records/court-days';
import { z } from '#shared/domain/zod';
import { ERROR_CODES } from '#shared/errors/codes';
import { command, query } from '../entry';
import {
  count,
  edits,
  id,
  job,
  kind,
  nothing,
  page,
  recordOf,
  saved,
  token,
  tokens,
  words,
} from '../shapes';
import { facet } from './lists';

const text = z.string();
const textFault = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const documents = {
  list: query(
    z.strictObject({
      /** Only those about this record; the other filters do not count then. */
      about: id.optional(),
      text: words.optional(),
      /** Code of the pack's list; '' for documents without a type. */
      type: words.optional(),
      ...page,
    }),
    z.strictObject({ total: count, rows: z.array(recordOf('document')) }),
  ),
  /** How many there are of each type, '' for those without one. */
  facets: query(nothing, z.strictObject({ types: facet })),
  /**
   * Takes files in, each as a document; tells progress, and stops where the job is cancelled: what
   * was done stays. A file whose bytes a document holds already is not written a second time.
   */
  attach: command(
    z.strictObject({
      tokens,
      job,
      about: z.array(id).max(50),
      title: lineSchema.optional(),
      type: lineSchema.optional(),
      on: dateSchema.optional(),
      language: lineSchema.optional(),
      receivedFrom: lineSchema.optional(),
      receivedHow: lineSchema.optional(),
      receivedOn: dateSchema.optional(),
      paperAt: lineSchema.optional(),
    }),
    z.strictObject({
      isCancelled: z.boolean(),
      documents: z.array(
        z.strictObject({
          id,
          name: text,
          /** For the undo bar. */
          action: text,
          mediaType: text,
          sizeBytes: count,
          sha256: text,
          textPages: count,
          isTextCut: z.boolean(),
          /** Why its words could not be read and are not searched; the file is kept. */
          textFault: textFault.optional(),
        }),
      ),
      /** Files whose bytes are here, each with the oldest document that holds them. */
      kept: z.array(
        z.strictObject({
          name: text,
          id,
          label: text,
          addedAt: z.number(),
          about: z.array(z.strictObject({ kind, label: text })),
        }),
      ),
    }),
  ),
  /** Another document of the bytes of one that is here. */
  again: command(
    z.strictObject({ id, name: z.string().min(1).max(1000), about: z.array(id).max(50) }),
    z.strictObject({ id, action: text, changes: count }),
  ),
  cancel: query(z.strictObject({ job }), nothing),
  /** Reads the whole attachment and holds it against the hash on file. Throws `blob/…`. */
  check: query(z.strictObject({ id }), z.strictObject({ sizeBytes: count, sha256: text })),
  /** Writes the bytes to a chosen file, their hash checked. */
  extract: command(
    z.strictObject({ id, token }),
    z.strictObject({ sizeBytes: count, sha256: text }),
  ),
};

export const hearings = {
  /** What a hearing came to: outcome, order, who was produced, and the next date, all in one action. */
  enterOutcome: command(
    z.strictObject({
      hearing: id,
      status: z.enum(HEARING_STATUSES),
      outcome: lineSchema.optional(),
      orderGist: proseSchema.optional(),
      adjournReason: z.enum(ADJOURNMENT_REASONS).optional(),
      adjournedBy: z.enum(ADJOURNED_BY).optional(),
      appearances: z.array(z.strictObject({ accused: id, edits })).max(200),
      /**
       * Written orders, each as edits of a new `order` that covers some of the accused. An order
       * of remand changes the basis on which they are held.
       */
      orders: z
        .array(z.strictObject({ accused: z.array(id).max(200), edits }))
        .max(200)
        .optional(),
      /** The hearing that follows, as edits of a new `hearing`; of the same proceeding. */
      next: edits.optional(),
    }),
    saved,
  ),
};

const paper = {
  subject: z.strictObject({ type: z.enum(['case', 'person']), id }),
  profile: z.enum(['court', 'family', 'media', 'un']),
  paper: z.enum(['a4', 'legal']),
  fullAddresses: z.boolean(),
  fullIdentity: z.boolean(),
};

const heldBack = z.array(
  z.strictObject({
    kind,
    /** '' where whole records stay back. */
    field: text,
    reason: z.enum(['profile', 'level', 'shortened']),
    times: count,
  }),
);

export const write = {
  /** Makes the brief and tells of it, without writing a file. */
  preview: query(
    z.strictObject(paper),
    z.strictObject({
      fileName: text,
      sizeBytes: count,
      heldBack,
      /** The paper line by line: name of the Word style, one text for each cell. */
      lines: z.array(z.strictObject({ style: text, cells: z.array(text) })),
      /** Places left to be filled by hand. */
      blanks: count,
    }),
  ),
  export: command(
    z.strictObject({ ...paper, token }),
    z.strictObject({ sizeBytes: count, sha256: text, heldBack }),
  ),
};

const term = z.strictObject({ code: text, label: text });

const partType = z.enum(['text', 'choice', 'integer', 'date', 'ref']);

/** A field as forms need it. */
const formField = z.strictObject({
  type: z.enum(['text', 'choice', 'flag', 'integer', 'date', 'ref', 'object', 'json']),
  isMany: z.boolean(),
  /** Running text rather than a line. */
  isLong: z.boolean(),
  level: z.enum(['privileged', 'team', 'public']),
  of: z.array(text).optional(),
  to: z.array(text).optional(),
  /** Of an object, in their order. */
  parts: z
    .array(
      z.strictObject({
        name: text,
        type: partType,
        isNeeded: z.boolean(),
        of: z.array(text).optional(),
        to: z.array(text).optional(),
      }),
    )
    .optional(),
});

/** What forms offer. */
export const reference = {
  /** Kinds, their fields and the words a choice may be. */
  registry: query(nothing, z.record(z.string(), z.record(z.string(), formField))),
  /** Words of a jurisdiction; of the usual one where none is named. */
  pack: query(
    z.strictObject({ pack: lineSchema.optional() }),
    z.strictObject({
      id: text,
      title: text,
      asOf: text,
      caveat: text,
      zone: text,
      regions: z.array(term),
      courts: z.array(term),
      sections: z.array(term.extend({ act: text, number: text })),
      purposes: z.array(term),
      outcomes: z.array(term),
      adjournmentReasons: z.array(term.extend({ usuallyBy: text })),
      documentTypes: z.array(term),
      rules: z.array(term),
    }),
  ),
};
