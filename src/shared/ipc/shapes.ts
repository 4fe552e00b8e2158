import type { ActionId, ChangeId, ElementId, RecordId } from '#shared/domain/ids';
import { isId } from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import { RECORD_KINDS, type RecordKind } from '#shared/domain/kinds';
import { LEVELS } from '#shared/domain/levels';
import { recordDef, type RecordView } from '#shared/domain/registry';
import { ERROR_CODES } from '#shared/errors/codes';
import { z } from '#shared/domain/zod';
import { bytes, count, id, token } from './plain-shapes';
import { MOST_SECRET_BYTES, MOST_SOUGHT } from './limits';

export { count, id, nothing, token } from './plain-shapes';

export const actionId = z.string().refine(isId, 'not-an-id') as unknown as z.ZodType<ActionId>;
export const changeId = z.string().refine(isId, 'not-an-id') as unknown as z.ZodType<ChangeId>;
const elementId = z.string().refine(isId, 'not-an-id') as unknown as z.ZodType<ElementId>;
/** Hex, 32 digits: of a bundle, a card, a group, a folder, and of what a preview showed. */
export const hexId = z.string().regex(/^[0-9a-f]{32}$/u);
export const kind = z.enum(RECORD_KINDS);
export const level = z.enum(LEVELS);
/** `YYYY-MM-DD`. */
export const day = z.iso.date();
/** Wall time at the courts, `YYYY-MM-DDTHH:MM`. */
export const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u);
export const limit = z.int().min(1).max(500);
export const offset = z.int().min(0).max(10_000_000);
export const page = { limit, offset };
/** A line someone types to look for something. */
export const words = z.string().max(MOST_SOUGHT);

/** UTF-8 as typed; overwritten by whoever used it. */
export const secret = bytes.refine(
  (bytes) => bytes.length > 0 && bytes.length <= MOST_SECRET_BYTES,
  'length',
);

export const tokens = z.array(token).min(1).max(200);

/** What the window names a running job by, to follow and to cancel it. */
export const job = z.uuid();

/** Any JSON value, as it stands in one path. */
export const value = z.json() as z.ZodType<JsonValue>;

/** `names/new` stands for a new element of a many-valued field. */
export const path = z.string().min(1).max(120);

const fieldShapes = (of: RecordKind) =>
  Object.fromEntries(
    Object.entries(recordDef(of).fields).map(([name, { schema, many }]) => [
      name,
      (many ? z.array(z.strictObject({ id: elementId, value: schema })) : schema).optional(),
    ]),
  );

/**
 * A record of one kind with all its fields, built from the registry as everything else is;
 * only when one is first looked at, for the vault process starts with what it needs.
 */
export const recordOf = <K extends RecordKind>(of: K): z.ZodType<RecordView<K>> =>
  z.lazy(() =>
    z.strictObject({
      id,
      kind: z.literal(of),
      level,
      label: z.string(),
      isTrashed: z.boolean(),
      createdAt: z.number(),
      changedAt: z.number(),
      fields: z.strictObject(fieldShapes(of)),
      conflicts: z.record(z.string(), z.array(z.unknown())),
      levels: z.record(z.string(), level).optional(),
    }),
  ) as unknown as z.ZodType<RecordView<K>>;

/** A record of any kind. */
export const anyRecord = z.union(
  RECORD_KINDS.map((of) => recordOf(of)),
) as unknown as z.ZodType<RecordView>;

/** What a command wrote, as the undo bar needs it. */
export const written = z.strictObject({
  action: actionId,
  records: z.array(id),
  /** 0 where everything stood so already. */
  changes: count,
});

/** What is wrong with one value; `index` is its place in the list that was sent. */
export const fault = z.strictObject({
  index: count,
  path: z.string(),
  code: z.enum(ERROR_CODES),
  reason: z.string(),
  /** The part of an object, `on.edtf`. */
  part: z.string().optional(),
});

/** Saved whole, or not at all with every fault. */
export const saved = z.discriminatedUnion('isSaved', [
  written.extend({ isSaved: z.literal(true), record: id }),
  z.strictObject({ isSaved: z.literal(false), faults: z.array(fault).min(1) }),
]);

/** One value for one path of one record. */
export const edit = z.strictObject({ path, value, level: level.optional() });
export const edits = z.array(edit).min(1).max(500);

/** Labels of records that others name, by id. */
export const labels = z.record(z.string(), z.string()) as unknown as z.ZodType<
  Readonly<Record<RecordId, string>>
>;
