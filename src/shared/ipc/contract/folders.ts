import { lineSchema } from '#shared/domain/field';
import { ASKED_FIRST, FOLDER_WAITS, SHARE_HISTORIES, SHARE_PURPOSES } from '#shared/domain/sharing';
import { z } from '#shared/domain/zod';
import { ERROR_CODES } from '#shared/errors/codes';
import { command, query } from '../entry';
import { changeId, count, hexId, id, job, level, nothing, path, token, value } from '../shapes';

const ms = z.number();
const text = z.string();
const purpose = z.enum(SHARE_PURPOSES);

/** A file that was not taken in, and why. */
const wait = z.strictObject({
  name: text,
  reason: z.enum(FOLDER_WAITS),
  /** Where it was refused. */
  code: z.enum(ERROR_CODES).optional(),
  /** Whose it is, as far as a signature says so. */
  from: text.optional(),
  madeMs: ms.optional(),
});

/** Somebody who has not said yet that they took what was sent. */
const outstanding = z.strictObject({ name: text, bundles: count, sinceMs: ms });

const members = z.array(z.strictObject({ name: text, state: text }));

const settings = {
  purpose,
  history: z.enum(SHARE_HISTORIES),
  files: z.enum(['all', 'none']),
};

const folder = z.strictObject({
  id: hexId,
  /** The path, for people to find it by; no call takes one. */
  place: text,
  group: text,
  ...settings,
  level,
  /** No file that is written there is longer. */
  partMib: count,
  members,
  syncedMs: ms.optional(),
  /** As of the last time. */
  waits: z.array(wait),
  outstanding: z.array(outstanding),
  /** What seems to copy it elsewhere, by the name of it or of a folder above it. */
  carrier: text.optional(),
});

const aside = z.strictObject({
  change: changeId,
  record: id,
  kind: text,
  label: text,
  path,
  value,
  /** None where it was only set aside. */
  question: z.enum(ASKED_FIRST).optional(),
  from: text,
  atMs: ms,
});

const synced = z.strictObject({
  isCancelled: z.boolean(),
  taken: z.array(
    z.strictObject({ from: text, bundles: count, changes: count, files: count, asking: count }),
  ),
  sent: z.strictObject({ bundles: count, changes: count, files: count, sizeBytes: count }),
  removed: count,
  leftOut: members,
  /** Of the whole vault, after it. */
  conflicts: count,
});

/** Folders that carry bundles between desks: a stick, or one that a program copies. */
export const folders = {
  list: query(
    nothing,
    z.strictObject({
      folders: z.array(folder),
      asking: count,
      /** Documents whose file has not come yet. */
      filesOnTheWay: count,
    }),
  ),
  /** What a chosen folder is; its token stays good. Throws what `add` throws of its place. */
  look: query(z.strictObject({ token }), z.strictObject({ carrier: text.optional() })),
  /** Begins to use a chosen folder for a group. */
  add: command(
    z.strictObject({
      token,
      group: lineSchema,
      ...settings,
      /** The strictest that leaves, where that is less than the purpose allows. */
      level: level.optional(),
      partMib: z.int().min(1).max(4_095),
    }),
    z.strictObject({ id: hexId }),
  ),
  /** The same folder lies elsewhere now. */
  move: command(z.strictObject({ id: hexId, token }), nothing),
  /** Stops using it; what came through it stays in the vault. With `clear` our own files go from it. */
  remove: command(z.strictObject({ id: hexId, clear: z.boolean() }), nothing),
  /** Takes in what came and writes what others lack; tells progress. */
  sync: command(
    z.strictObject({
      job,
      id: hexId,
      /** It is known to have been emptied: begin in it anew. */
      anew: z.boolean(),
    }),
    synced,
  ),
  cancel: command(z.strictObject({ job }), nothing),
  /** Changes that came through folders and are never simply taken. */
  asks: query(nothing, z.array(aside)),
  /** Takes them, or keeps our values against them. */
  answer: command(
    z.strictObject({
      changes: z.array(changeId).min(1).max(10_000),
      answer: z.enum(['take', 'refuse']),
    }),
    nothing,
  ),
};
