import { lineSchema } from '#shared/domain/field';
import { z } from '#shared/domain/zod';
import { command, query } from '../entry';
import {
  actionId,
  anyRecord,
  count,
  edits,
  id,
  kind,
  level,
  limit,
  nothing,
  path,
  saved,
  value,
  written,
} from '../shapes';

/** One line of history: who said what, and when. */
const historyEntry = z.strictObject({
  change: z.string(),
  action: actionId,
  what: z.string(),
  actor: z.string(),
  actorName: z.string(),
  /** Milliseconds. */
  at: z.number(),
  origin: z.union([
    z.strictObject({ type: z.literal('typed') }),
    z.strictObject({
      type: z.literal('file'),
      import: z.string().optional(),
      row: z.number().optional(),
    }),
    z.strictObject({ type: z.literal('bundle'), bundle: z.string(), sender: z.string() }),
  ]),
  path: z.string(),
  value,
  level,
  isHead: z.boolean(),
  isFarAhead: z.boolean(),
});

/** Reading and changing single records. */
export const records = {
  get: query(z.strictObject({ id }), anyRecord),
  /** Values for some paths in one action; a null clears. Drafts of the paths are dropped with it. */
  edit: command(z.strictObject({ id, edits }), saved),
  /** A new record in one action. */
  create: command(z.strictObject({ kind, edits }), saved),
  history: query(z.strictObject({ id, path: path.optional() }), z.array(historyEntry)),
  /** Of a record and everything that belongs to it, the latest action first; a page is whole actions. */
  story: query(
    z.strictObject({ id, before: actionId.optional(), limit }),
    z.strictObject({
      entries: z.array(
        historyEntry.extend({ record: id, kind, label: z.string(), isTrashed: z.boolean() }),
      ),
      /** Ask `before` this for the page after it. */
      older: actionId.optional(),
    }),
  ),
  trash: command(z.strictObject({ id }), written),
  restore: command(z.strictObject({ id }), written),
};

const settled = z.strictObject({ record: id, path, value });

/** Paths to which two desks gave different values. */
export const conflicts = {
  list: query(
    nothing,
    z.array(
      z.strictObject({
        record: id,
        kind: z.string(),
        label: z.string(),
        path: z.string(),
        heads: z.array(historyEntry),
      }),
    ),
  ),
  settle: command(settled, written),
  /** Many in one action, or none. */
  settleAll: command(z.strictObject({ settled: z.array(settled).min(1).max(5_000) }), written),
};

/** What people say of one field, where they differ. */
export const claims = {
  /** Takes one as right, and says why: the field takes its value, the others stay. */
  prefer: command(z.strictObject({ claim: id, reason: lineSchema }), written),
};

export const undo = {
  /** What this hand did last, the latest first. */
  last: query(
    z.strictObject({ limit }),
    z.array(
      z.strictObject({
        action: actionId,
        what: z.string(),
        at: z.number(),
        changes: count,
        records: z.array(z.strictObject({ id, kind: z.string(), label: z.string() })),
      }),
    ),
  ),
  /** Writes the opposite of one action; also of an undo. */
  run: command(z.strictObject({ action: actionId }), written),
};

const draft = z.strictObject({ record: id, kind, path, value });

/** What someone is typing: kept in the encrypted database until it is saved. */
export const drafts = {
  save: command(draft, nothing),
  list: query(
    z.strictObject({ record: id.optional() }),
    z.array(draft.extend({ kind: z.string(), at: z.number() })),
  ),
  clear: command(z.strictObject({ record: id, path: path.optional() }), nothing),
};

/** What is erased at once. */
const erased = z.strictObject({ ids: z.array(id).min(1).max(1_000) });

export const trash = {
  list: query(
    nothing,
    z.array(
      z.strictObject({
        id,
        kind: z.string(),
        label: z.string(),
        /** Milliseconds. */
        changedAt: z.number(),
        /** Someone wrote to it whom the deletion had not seen: decide again. */
        hasUnseen: z.boolean(),
      }),
    ),
  ),
  /** What erasing these for good would take along, and what would stay. */
  weigh: query(
    erased,
    z.strictObject({ records: count, attachments: count, referring: count, outside: count }),
  ),
  /** Erases them for good, with their history and files; nothing takes it back. */
  erase: command(
    erased,
    z.strictObject({
      records: count,
      attachments: count,
      referring: count,
      /** Nothing of it is left in the vault's folder; otherwise the next unlock clears the rest. */
      isCleared: z.boolean(),
    }),
  ),
};
