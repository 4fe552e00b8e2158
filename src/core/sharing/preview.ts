import type { ChangeId, RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { toHex } from '#core/kernel/bytes';
import { canonicalJson } from '#core/changes/value';
import { splitPath, type Change, type ChangeSet, type JsonValue } from '#core/changes/model';
import { groupBy } from '#core/changes/group-by';
import type { RecordReader } from '#core/changes/ports';
import type { Question } from '#core/changes/sort-set';
import { taker, type BundleOrigin } from '#core/changes/take-in';
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
  readonly reader: RecordReader;
  readonly takeIn: ReturnType<typeof taker>;
};

/** Takes everything in that asks nothing, and lists what it came to; inside a transaction that will be rolled back. */
function lookAt({ reader, takeIn }: Desk, { set, origin }: Part): Looked {
  const byRecord = groupBy(set.changes, ({ record }) => record);
  const before = new Map([...byRecord.keys()].map((id) => [id, reader.get(id)]));
  const asked: Asked[] = [];
  const done = takeIn(set, origin, (change, question) => {
    if (question === undefined) return 'take';
    asked.push({ change, question });
    return 'setAside';
  });
  const taken = new Set(done.taken);
  const after = new Map([...byRecord.keys()].map((id) => [id, reader.get(id)]));
  const records = [...byRecord].flatMap(([id, changes]) => {
    const fresh = changes.filter((change) => taken.has(change.id));
    return comingRecord(before.get(id), after.get(id), fresh) ?? [];
  });
  const asking = asked.map(({ change: { id, record, kind, path }, question }) => {
    const label = (before.get(record) ?? after.get(record))?.label ?? '';
    return { change: id, record, kind, label, path, question };
  });
  return {
    ...{ records, asking, known: done.known, taken: done.taken.length },
    labels: new Map([...after].map(([id, view]) => [id, view?.label ?? ''])),
    people: records.flatMap((record) => newPerson(record, after.get(record.id)) ?? []),
  };
}

/** Somebody new with their names, which are gone when the transaction is. */
function newPerson({ id, kind, label, isNew }: ComingRecord, view: RecordView | undefined) {
  const isPerson = isNew && (kind === 'person' || kind === 'contact');
  return isPerson && view !== undefined ? { id, label, names: namesOf(view) } : undefined;
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

/** Changes looked at in one go: some tens of milliseconds. */
const PART_CHANGES = 500;

/**
 * A bundle cut between records: the state of one is a function of its own changes, so that the parts
 * come to the same as the whole.
 */
function* partsOf({ set, bundleId, sender }: Incoming): Generator<Part> {
  const origin = { bundle: `preview/${toHex(bundleId)}`, sender: sender.name };
  const actions = new Map(set.actions.map((action) => [action.id, action]));
  const part = (changes: readonly Change[]): Part => {
    const ids = new Set(changes.map(({ action }) => action));
    return { set: { changes, actions: [...ids].flatMap((id) => actions.get(id) ?? []) }, origin };
  };
  let held: Change[] = [];
  for (const changes of groupBy(set.changes, ({ record }) => record).values()) {
    held.push(...changes);
    if (held.length < PART_CHANGES) continue;
    yield part(held);
    held = [];
  }
  if (held.length > 0) yield part(held);
}

export type PreviewOptions = {
  /** Called after each part with the changes looked at so far and all of them; what it throws ends the work. */
  readonly onStep?: (done: number, total: number) => void;
};

/**
 * What a bundle would change here, exactly: it is taken in, looked at, and taken back, part by part, each
 * within a transaction that is never committed. Between two parts the process does other work. Throws
 * what taking in throws.
 */
export function previewer(parts: WriterParts, reader: RecordReader, likelySame: Like) {
  // What is derived from records is not looked at, and would be rolled back with them.
  const desk: Desk = { reader, takeIn: taker({ ...parts, derivations: [] }) };

  const pairsOf = (people: readonly NewPerson[]): readonly LikelyPair[] =>
    people.flatMap(({ id, label, names }) =>
      likelySame(names, id).map((one) => ({
        ...{ theirs: id, theirLabel: label, ours: one.id, ourLabel: one.label },
        likeness: one.likeness,
      })),
    );

  const look = (part: Part): Looked => {
    try {
      return parts.db.transaction((): never => {
        throw new Undone(lookAt(desk, part));
      });
    } catch (error) {
      if (error instanceof Undone) return error.looked;
      throw error;
    }
  };

  return async function preview(
    incoming: Incoming,
    { onStep }: PreviewOptions = {},
  ): Promise<Coming> {
    const total = incoming.set.changes.length;
    const labels = new Map<RecordId, string>();
    const records: ComingRecord[] = [];
    const asking: AskingChange[] = [];
    const likely: LikelyPair[] = [];
    let [known, taken, done] = [0, 0, 0];
    for (const part of partsOf(incoming)) {
      const looked = look(part);
      records.push(...looked.records);
      asking.push(...looked.asking);
      likely.push(...pairsOf(looked.people));
      for (const [id, label] of looked.labels) labels.set(id, label);
      known += looked.known;
      taken += looked.taken;
      done += part.set.changes.length;
      onStep?.(done, total);
      await turn();
    }
    const past = taken - records.reduce((sum, { fields }) => sum + fields.length, 0);
    return { records, asking, known, past, likelySame: likely, files: filesOf(incoming, labels) };
  };
}

/** Lets whatever else waits in this process go first. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

type Part = { readonly set: ChangeSet; readonly origin: BundleOrigin };

type NewPerson = {
  readonly id: RecordId;
  readonly label: string;
  readonly names: readonly string[];
};

/** What one part came to. */
type Looked = Pick<Coming, 'records' | 'asking' | 'known'> & {
  readonly taken: number;
  readonly labels: ReadonlyMap<RecordId, string>;
  readonly people: readonly NewPerson[];
};

/** Thrown to roll back, with what was seen. */
class Undone extends Error {
  readonly looked: Looked;

  constructor(looked: Looked) {
    super('undone');
    this.looked = looked;
  }
}

function filesOf({ set, blobs }: Incoming, labels: ReadonlyMap<RecordId, string>): Coming['files'] {
  const documents = new Map<JsonValue, RecordId>();
  for (const { kind, path, value, record } of set.changes)
    if (kind === 'document' && path === 'blob' && !documents.has(value))
      documents.set(value, record);
  return [...blobs].map(([name, { sizeBytes }]) => {
    const document = documents.get(name);
    return { label: (document && labels.get(document)) ?? '', sizeBytes };
  });
}
