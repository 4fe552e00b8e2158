import type { ChangeId, RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { canonicalJson } from '#core/changes/value';
import { splitPath, type Change, type JsonValue } from '#core/changes/model';
import { groupBy } from '#core/changes/group-by';
import type { RecordReader } from '#core/changes/ports';
import type { Question } from '#core/changes/sort-set';
import { taker } from '#core/changes/take-in';
import type { WriterParts } from '#core/changes/edit-store';
import type { Incoming } from './bundle/open';

/** One value that would be another. */
export type ComingField = {
  readonly path: string;
  /** `conflict` keeps both values until somebody decides. */
  readonly what: 'new' | 'update' | 'conflict';
  readonly ours: JsonValue;
  readonly theirs: JsonValue;
};

export type ComingRecord = {
  readonly id: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly isNew: boolean;
  readonly fields: readonly ComingField[];
};

/** A change that is never simply taken. */
export type AskingChange = {
  readonly change: ChangeId;
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly path: string;
  readonly question: Question;
};

export type Coming = {
  readonly records: readonly ComingRecord[];
  readonly asking: readonly AskingChange[];
  /** Changes held already. */
  readonly known: number;
  /** Changes that only add to the history. */
  readonly past: number;
  /** People and contacts of the bundle who may be somebody here under another id. */
  readonly likelySame: readonly LikelyPair[];
  /** Attachments in it: name of the document, bytes. */
  readonly files: readonly { readonly label: string; readonly sizeBytes: number }[];
};

export type LikelyPair = {
  readonly theirs: RecordId;
  readonly theirLabel: string;
  readonly ours: RecordId;
  readonly ourLabel: string;
  /** Up to 1. */
  readonly likeness: number;
};

type Like = (
  names: readonly string[],
  except: RecordId,
) => readonly { readonly id: RecordId; readonly label: string; readonly likeness: number }[];

class Rollback extends Error {}

/** The value a view has at a path; null where it has none. */
function valueAt(view: RecordView | undefined, path: string): JsonValue {
  if (view === undefined) return null;
  if (path === '$level') return view.level;
  const { field, element } = splitPath(path);
  const value = (view.fields as Readonly<Record<string, JsonValue | undefined>>)[field];
  if (element === undefined) return value ?? null;
  const elements = (value ?? []) as readonly { readonly id: string; readonly value: JsonValue }[];
  return elements.find(({ id }) => id === element)?.value ?? null;
}

const same = (a: JsonValue, b: JsonValue): boolean => canonicalJson(a) === canonicalJson(b);

function fieldOf(
  path: string,
  before: RecordView | undefined,
  after: RecordView,
): ComingField | undefined {
  const [ours, theirs] = [valueAt(before, path), valueAt(after, path)];
  const rivals = after.conflicts[path] as readonly JsonValue[] | undefined;
  const isFresh = rivals !== undefined && rivals.length > (before?.conflicts[path]?.length ?? 0);
  if (isFresh) {
    const other = rivals.find((one) => !same(one, ours)) ?? theirs;
    return { path, what: 'conflict', ours, theirs: other };
  }
  if (same(ours, theirs)) return undefined;
  return { path, what: ours === null ? 'new' : 'update', ours, theirs };
}

const namesOf = ({ fields }: RecordView): readonly string[] =>
  ((fields as { names?: readonly { value: { text: string; kind?: string } }[] }).names ?? [])
    .filter(({ value }) => value.kind !== 'parentage')
    .map(({ value }) => value.text);

/**
 * What a bundle would change here, exactly: it is taken in, looked at, and taken back, all within one
 * transaction that is never committed. Throws what taking in throws.
 */
export function previewer(parts: WriterParts, reader: RecordReader, likelySame: Like) {
  const takeIn = taker(parts);

  const lookAt = (incoming: Incoming): Coming => {
    const { set, bundleId, sender } = incoming;
    const byRecord = groupBy(set.changes, ({ record }) => record);
    const before = new Map([...byRecord.keys()].map((id) => [id, reader.get(id)]));
    const asking: AskingChange[] = [];
    const coming: { readonly change: Change; readonly question: Question }[] = [];
    const done = takeIn(set, { bundle: `preview/${String(bundleId[0])}`, sender: sender.name }, (change, question) => {
      if (question === undefined) return 'take';
      coming.push({ change, question });
      return 'setAside';
    });
    const taken = new Set(done.taken);
    const records: ComingRecord[] = [];
    let shown = 0;
    for (const [id, changes] of byRecord) {
      const after = reader.get(id);
      const paths = new Set(changes.filter(({ id: one }) => taken.has(one)).map(({ path }) => path));
      if (after === undefined || paths.size === 0) continue;
      const fields = [...paths].flatMap((path) => fieldOf(path, before.get(id), after) ?? []);
      shown += fields.length;
      const isNew = before.get(id) === undefined;
      if (fields.length > 0 || isNew)
        records.push({ id, kind: after.kind, label: after.label, isNew, fields });
    }
    for (const { change, question } of coming) {
      const { id, record, kind, path } = change;
      const label = (before.get(record) ?? reader.get(record))?.label ?? '';
      asking.push({ change: id, record, kind, label, path, question });
    }
    return {
      ...{ records, asking, known: done.known, past: done.taken.length - shown },
      likelySame: [],
      files: filesOf(incoming, reader),
    };
  };

  const pairsOf = (records: readonly ComingRecord[], views: ReadonlyMap<RecordId, RecordView>) =>
    records
      .filter(({ isNew, kind }) => isNew && (kind === 'person' || kind === 'contact'))
      .flatMap(({ id, label }) => {
        const view = views.get(id);
        return (view === undefined ? [] : likelySame(namesOf(view), id)).map((one) => ({
          ...{ theirs: id, theirLabel: label, ours: one.id, ourLabel: one.label },
          likeness: one.likeness,
        }));
      });

  return function preview(incoming: Incoming): Coming {
    let coming: Coming | undefined;
    const views = new Map<RecordId, RecordView>();
    try {
      parts.db.transaction(() => {
        coming = lookAt(incoming);
        for (const { id, isNew } of coming.records) {
          const view = isNew ? reader.get(id) : undefined;
          if (view !== undefined) views.set(id, view);
        }
        throw new Rollback();
      });
    } catch (error) {
      if (!(error instanceof Rollback) || coming === undefined) throw error;
    }
    if (coming === undefined) throw new Rollback();
    return { ...coming, likelySame: pairsOf(coming.records, views) };
  };
}

function filesOf({ set, blobs }: Incoming, reader: RecordReader): Coming['files'] {
  return [...blobs].map(([name, { sizeBytes }]) => {
    const document = set.changes.find(
      ({ kind, path, value }) => kind === 'document' && path === 'blob' && value === name,
    );
    const label = document === undefined ? '' : (reader.get(document.record)?.label ?? '');
    return { label, sizeBytes };
  });
}
