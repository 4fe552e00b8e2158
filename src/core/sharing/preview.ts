import type { ChangeId, RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { toHex } from '#core/kernel/bytes';
import { canonicalJson } from '#core/changes/value';
import { splitPath, type Change, type JsonValue } from '#core/changes/model';
import { groupBy } from '#core/changes/group-by';
import type { RecordReader } from '#core/changes/ports';
import type { Question } from '#core/changes/sort-set';
import { taker } from '#core/changes/take-in';
import type { WriterParts } from '#core/changes/edit-store';
import type { Incoming } from './bundle/open';

/** One value that would be another. */
type ComingField = {
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
type AskingChange = {
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

type LikelyPair = {
  readonly theirs: RecordId;
  readonly theirLabel: string;
  readonly ours: RecordId;
  readonly ourLabel: string;
  /** Up to 1. */
  readonly likeness: number;
};

export type Like = (
  names: readonly string[],
  except: RecordId,
) => readonly { readonly id: RecordId; readonly label: string; readonly likeness: number }[];

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

type Asked = { readonly change: Change; readonly question: Question };

type Desk = {
  readonly parts: WriterParts;
  readonly reader: RecordReader;
  readonly takeIn: ReturnType<typeof taker>;
};

/** Takes everything in that asks nothing, and lists what it came to; inside a transaction that will be rolled back. */
function lookAt({ reader, takeIn }: Desk, incoming: Incoming): Coming {
  const { set, bundleId, sender } = incoming;
  const byRecord = groupBy(set.changes, ({ record }) => record);
  const before = new Map([...byRecord.keys()].map((id) => [id, reader.get(id)]));
  const asked: Asked[] = [];
  const origin = { bundle: `preview/${toHex(bundleId)}`, sender: sender.name };
  const done = takeIn(set, origin, (change, question) => {
    if (question === undefined) return 'take';
    asked.push({ change, question });
    return 'setAside';
  });
  const taken = new Set(done.taken);
  const records = [...byRecord].flatMap(([id, changes]) => {
    const fresh = changes.filter((change) => taken.has(change.id));
    return comingRecord(before.get(id), reader.get(id), fresh) ?? [];
  });
  const shown = records.reduce((sum, { fields }) => sum + fields.length, 0);
  const asking = asked.map(({ change: { id, record, kind, path }, question }) => {
    const label = (before.get(record) ?? reader.get(record))?.label ?? '';
    return { change: id, record, kind, label, path, question };
  });
  return {
    ...{ records, asking, known: done.known, past: done.taken.length - shown },
    ...{ likelySame: [], files: filesOf(incoming, reader) },
  };
}

/** What of a record would be another; undefined where nobody would see a difference. */
function comingRecord(
  before: RecordView | undefined,
  after: RecordView | undefined,
  fresh: readonly Change[],
): ComingRecord | undefined {
  if (after === undefined || fresh.length === 0) return undefined;
  const paths = new Set(fresh.map(({ path }) => path));
  const fields = [...paths].flatMap((path) => fieldOf(path, before, after) ?? []);
  const isNew = before === undefined;
  const { id, kind, label } = after;
  return fields.length > 0 || isNew ? { id, kind, label, isNew, fields } : undefined;
}

/**
 * What a bundle would change here, exactly: it is taken in, looked at, and taken back, all within one
 * transaction that is never committed. Throws what taking in throws.
 */
export function previewer(parts: WriterParts, reader: RecordReader, likelySame: Like) {
  const desk: Desk = { parts, reader, takeIn: taker(parts) };

  /** New people with their names, which are gone when the transaction is. */
  const newPeople = ({ records }: Coming): readonly NewPerson[] =>
    records
      .filter(({ isNew, kind }) => isNew && (kind === 'person' || kind === 'contact'))
      .flatMap(({ id, label }) => {
        const view = reader.get(id);
        return view === undefined ? [] : [{ id, label, names: namesOf(view) }];
      });

  const pairsOf = (people: readonly NewPerson[]): readonly LikelyPair[] =>
    people.flatMap(({ id, label, names }) =>
      likelySame(names, id).map((one) => ({
        ...{ theirs: id, theirLabel: label, ours: one.id, ourLabel: one.label },
        likeness: one.likeness,
      })),
    );

  return function preview(incoming: Incoming): Coming {
    try {
      return parts.db.transaction((): never => {
        const coming = lookAt(desk, incoming);
        throw new Looked(coming, newPeople(coming));
      });
    } catch (error) {
      if (!(error instanceof Looked)) throw error;
      return { ...error.coming, likelySame: pairsOf(error.people) };
    }
  };
}

type NewPerson = {
  readonly id: RecordId;
  readonly label: string;
  readonly names: readonly string[];
};

/** Thrown to roll back, with what was seen. */
class Looked extends Error {
  readonly coming: Coming;
  readonly people: readonly NewPerson[];

  constructor(coming: Coming, people: readonly NewPerson[]) {
    super('looked');
    this.coming = coming;
    this.people = people;
  }
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
