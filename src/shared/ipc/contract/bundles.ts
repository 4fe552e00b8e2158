import {
  ASKED_FIRST,
  HOLD_REASONS,
  SENDER_STANDINGS,
  SHARE_HISTORIES,
  SHARE_PURPOSES,
  TAKE_OUTCOMES,
} from '#shared/domain/sharing';
import { proseSchema } from '#shared/domain/field';
import { z } from '#shared/domain/zod';
import { command, query } from '../entry';
import {
  count,
  hexId,
  id,
  job,
  labels,
  level,
  nothing,
  page,
  path,
  secret,
  token,
  value,
} from '../shapes';

const ms = z.number();
const text = z.string();
const outcome = z.enum(TAKE_OUTCOMES);
const someIds = z.array(id).min(1).max(1000);
const purpose = z.enum(SHARE_PURPOSES);
const history = z.enum(SHARE_HISTORIES);
const digits = z.array(text).length(8);
/** A word to whoever opens it; it lies inside. */
const note = z
  .string()
  .max(2_000)
  .refine((said) => said === '' || proseSchema.safeParse(said).success);

const order = z.strictObject({
  /** Without persons and cases it is everything. */
  persons: someIds.optional(),
  cases: someIds.optional(),
  purpose,
  /** The strictest level that leaves, where that is less than the purpose allows. */
  level: level.optional(),
  history,
  files: z.union([z.enum(['all', 'none']), z.array(id).max(1000)]),
  /** The one group to which pseudonyms mean something; ids and names stay back. */
  namelessFor: hexId.optional(),
});

const addressed = z.strictObject({
  cards: z.array(hexId).max(64),
  groups: z.array(hexId).max(64),
  toSelf: z.boolean(),
});

/** A record that a bundle was asked for; it may be gone since. */
const about = z.strictObject({ id, kind: text, label: text });

const sent = z.strictObject({
  id: hexId,
  atMs: ms,
  seq: count,
  /** Names of those it was for; none where words open it. */
  to: z.array(text),
  isForWords: z.boolean(),
  asked: z.strictObject({
    purpose,
    level: level.optional(),
    history,
    files: z.union([z.enum(['all', 'none']), count]),
    isNameless: z.boolean(),
    /** The first of them. */
    about: z.array(about).max(20),
    /** How many there are; 0 for everything. */
    records: count,
  }),
  receipts: z.array(z.strictObject({ name: text, atMs: ms, outcome })),
});

const arrived = z.strictObject({
  id: hexId,
  atMs: ms,
  createdMs: ms,
  seq: count,
  outcome,
  from: text,
});

/** What leaves and what stays, in numbers. */
const planned = z.strictObject({
  seen: hexId,
  /** The strictest level of anything that leaves. */
  level,
  records: count,
  values: count,
  /** Older values that go with them. */
  past: count,
  files: count,
  sizeBytes: count,
  heldBack: count,
});

const seenPage = z.strictObject({ seen: hexId, ...page });
const rows = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ total: count, rows: z.array(row) });

const coming = z.strictObject({
  id,
  kind: text,
  label: text,
  isNew: z.boolean(),
  /** Of records that its values name and that come with it. */
  labels,
  fields: z.array(
    z.strictObject({
      path,
      what: z.enum(['new', 'update', 'conflict']),
      ours: value,
      theirs: value,
    }),
  ),
});

/** A bundle that was opened and waits to be decided about. */
const waiting = z.strictObject({
  what: z.literal('bundle'),
  bundle: hexId,
  from: text,
  /** Name by which the sender is kept here; '' where their card is not. */
  knownAs: text,
  standing: z.enum(SENDER_STANDINGS),
  digits,
  createdMs: ms,
  seq: count,
  /** A later bundle of this sender is here already. */
  isStale: z.boolean(),
  /** What was taken of it when it came before. */
  before: outcome.optional(),
  note: text,
  purpose,
  level,
  history,
  isNameless: z.boolean(),
  /** For how many cards; none where words open it. */
  cards: count.optional(),
  counts: z.strictObject({
    records: count,
    fresh: count,
    updates: count,
    conflicts: count,
    known: count,
    past: count,
    files: count,
    fileBytes: count,
  }),
  asking: z.array(
    z.strictObject({
      record: id,
      kind: text,
      label: text,
      path,
      question: z.enum(ASKED_FIRST),
    }),
  ),
  likelySame: z.array(
    z.strictObject({
      theirs: id,
      theirLabel: text,
      ours: id,
      ourLabel: text,
      likeness: z.number(),
    }),
  ),
});

const kept = z.strictObject({
  what: z.literal('receipt'),
  bundle: hexId,
  seq: count,
  from: text,
  atMs: ms,
  outcome,
  isVerified: z.boolean(),
});

const answer = z.enum(['take', 'refuse', 'setAside']);

/** What goes to other desks and what comes from them. */
export const bundles = {
  /** Bundles made here with what is known of their arrival, and bundles that arrived; the latest first. */
  list: query(nothing, z.strictObject({ sent: z.array(sent), arrived: z.array(arrived) })),
  /** The order and the addressees of a bundle made here, to make the same again as things stand now. */
  again: query(z.strictObject({ bundle: hexId }), z.strictObject({ order, to: addressed })),
  /** What would leave and what would stay; it is held until the next is asked for. */
  plan: query(z.strictObject({ order }), planned),
  /** Of what was planned: every value that leaves, record by record. Throws `input/changed`. */
  leaving: query(
    seenPage,
    rows(
      z.strictObject({
        id,
        kind: text,
        label: text,
        /** Of a co-accused only name and role. */
        isPart: z.boolean(),
        fields: z.array(z.strictObject({ path, value, past: count })),
      }),
    ),
  ),
  leavingFiles: query(seenPage, rows(z.strictObject({ id, label: text, sizeBytes: count }))),
  stayingBack: query(
    seenPage,
    rows(
      z.strictObject({
        kind: text,
        label: text,
        /** None where the whole record stays. */
        path: text.optional(),
        reason: z.enum(HOLD_REASONS),
      }),
    ),
  ),
  /**
   * Writes exactly what was seen, or nothing; tells progress. Without `to` it is for somebody without a
   * card, and the words that open it are answered once.
   */
  make: command(
    z.strictObject({
      job,
      token,
      seen: hexId,
      to: addressed.extend({ despite: z.boolean() }).optional(),
      note,
    }),
    z.strictObject({
      isCancelled: z.boolean(),
      made: z
        .strictObject({
          bundle: hexId,
          seq: count,
          sizeBytes: count,
          sha256: text,
          words: z.array(text).length(8).optional(),
        })
        .optional(),
    }),
  ),
  /**
   * Reads a bundle whole, and holds it until it is decided about or closed; keeps a receipt; says of a
   * card and of a notice that they are such. Throws `bundle/passphrase` where words are needed.
   */
  open: command(
    z.strictObject({ job, token, words: secret.optional() }),
    z.strictObject({
      isCancelled: z.boolean(),
      found: z
        .discriminatedUnion('what', [
          waiting,
          kept,
          z.strictObject({ what: z.enum(['card', 'notice']) }),
        ])
        .optional(),
    }),
  ),
  /** The bundle that was opened and not yet decided about. */
  waiting: query(nothing, z.strictObject({ bundle: waiting.optional() })),
  /** What it would change, record by record. Throws `input/not-found` where it waits no more. */
  coming: query(z.strictObject({ bundle: hexId, ...page }), rows(coming)),
  /** One record of it. Throws `input/not-found` where it brings nothing new of that. */
  comingOne: query(z.strictObject({ bundle: hexId, id }), coming),
  comingFiles: query(
    z.strictObject({ bundle: hexId, ...page }),
    rows(z.strictObject({ label: text, sizeBytes: count })),
  ),
  /** Merges what was chosen in one transaction; tells progress. */
  take: command(
    z.strictObject({
      job,
      bundle: hexId,
      /** Of all records but those named, or of none but those. */
      from: z.enum(['all', 'none']),
      but: z.array(id).max(100_000),
      rest: z.enum(['setAside', 'refuse']),
      /** For changes that ask first. */
      answers: z.strictObject({
        deletes: answer,
        'lowers-level': answer,
        'purged-here': answer,
      }),
      /** Although nobody verified the sender; the log notes it. */
      despite: z.boolean(),
    }),
    z.strictObject({
      outcome,
      taken: count,
      refused: count,
      setAside: count,
      known: count,
      files: count,
      conflicts: count,
    }),
  ),
  /** Lets a bundle go that was opened: nothing of it stays, and nothing is noted. */
  close: command(z.strictObject({ bundle: hexId }), nothing),
  /** Writes a signed receipt for a bundle that was taken in. */
  receipt: command(z.strictObject({ bundle: hexId, token }), z.strictObject({ sizeBytes: count })),
  /** Takes out again what a bundle brought, but for what was worked on since. */
  undo: command(
    z.strictObject({ bundle: hexId }),
    z.strictObject({ removed: count, kept: count, shared: count, erasedSince: count }),
  ),
  cancel: command(z.strictObject({ job }), nothing),
};
