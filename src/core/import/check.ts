import { createHash } from 'node:crypto';
import { isId, type RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { MOST_FAULTS, faultAt, flaw, type Flaw, type ImportFault } from './faults';
import type { KeyedIds } from './ids';
import { readLines } from './lines';
import { readRecord, type RawRecord } from './record';
import type { RawRef } from './values';

/** A file of records, one a line; it is read twice. */
export type ImportSource = {
  /** What faults call it: its path as it was given, `-` for standard input. */
  readonly name: string;
  /** Of a file, which stays lying where it is. */
  readonly sizeBytes?: number;
  open(): AsyncIterable<Uint8Array>;
};

/** A source that passed, with what its local keys belong to. */
export type CheckedSource = {
  readonly source: ImportSource;
  readonly sha256: string;
  readonly namespace: string;
  /** The namespace that a key written in this file belongs to. */
  readonly namespaceFor: (key: string) => string;
};

export type ImportCheck = {
  /** Empty where the import may go ahead; at most 200. */
  readonly faults: readonly ImportFault[];
  /** There were more faults than are listed. */
  readonly isCut: boolean;
  readonly records: number;
  readonly sources: readonly CheckedSource[];
};

export type CheckOptions = {
  /**
   * A name under which keys mean the same record in every file and every run.
   * Without it a key belongs to the file with exactly these bytes.
   */
  readonly namespace?: string;
  readonly ids: KeyedIds;
  readonly find: (id: RecordId) => RecordView | undefined;
};

type PendingRef = {
  /** Place of the file in the list of sources. */
  readonly index: number;
  readonly file: string;
  readonly line: number;
  readonly ref: RawRef;
};

/** Reads a source to its end and answers the hash of its bytes; each chunk is passed on first. */
export async function* hashing(
  source: AsyncIterable<Uint8Array>,
  done: (sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
  done(hash.digest('hex'));
}

const namespaceOf = (name: string | undefined, sha256: string): string =>
  name === undefined ? `content:${sha256}` : `named:${name}`;

/** What the lines so far are known by, and the references still to be found. */
function ledger(options: CheckOptions) {
  const { namespace } = options;
  const kinds = new Map<string, string>();
  /** For each key the one file that gives it, or that several do. */
  const givers = new Map<string, number>();
  const pending: PendingRef[] = [];
  const isShared = (id: string): boolean => isId(id) || namespace !== undefined;
  const scoped = (file: number, id: string): string =>
    isShared(id) ? id : `${String(file)}/${id}`;
  const inVault = (id: string): RecordView | undefined =>
    isShared(id) ? options.find(options.ids<RecordId>(namespaceOf(namespace, ''), id)) : undefined;

  /** The file whose key is meant: the own one, or the only other one that gives it. */
  const giverOf = (file: number, id: string): number =>
    kinds.has(scoped(file, id)) ? file : (givers.get(id) ?? file);

  const note = (file: number, id: string, kind: string): void => {
    kinds.set(scoped(file, id), kind);
    if (!isShared(id)) givers.set(id, givers.has(id) ? SEVERAL : file);
  };

  return {
    giverOf,
    has: (file: number, id: string) => kinds.has(scoped(file, id)),
    add(file: number, { id, kind }: RawRecord): Flaw | undefined {
      note(file, id, kind);
      const held = inVault(id);
      return held === undefined || held.kind === kind ? undefined : flaw('kind-differs', 'id');
    },
    /** Marks an id as used although its line is faulty, so that references to it are not faults too. */
    reserve(file: number, id: string): void {
      note(file, id, '*');
    },
    refer(at: Omit<PendingRef, 'ref'>, ref: RawRef): Flaw | undefined {
      const kind = kinds.get(scoped(at.index, ref.target));
      if (kind !== undefined) return fits(kind, ref);
      pending.push({ ...at, ref });
      return undefined;
    },
    *unresolved(): Generator<ImportFault> {
      for (const { index, file, line, ref } of pending) {
        const giver = giverOf(index, ref.target);
        const kind = kinds.get(scoped(giver, ref.target)) ?? inVault(ref.target)?.kind;
        const missing = giver === SEVERAL ? 'ambiguous-reference' : 'unknown-reference';
        const found = kind === undefined ? flaw(missing, ref.at) : fits(kind, ref);
        if (found !== undefined) yield faultAt(file, line, found);
      }
    },
  };
}

const SEVERAL = -1;

const fits = (kind: string, ref: RawRef): Flaw | undefined =>
  kind === '*' || ref.to === '*' || ref.to.some((to) => to === kind)
    ? undefined
    : flaw('wrong-reference', ref.at);

/**
 * Reads every line of every source and lists all that is wrong (up to 200
 * faults), without writing anything. Memory grows with the number of records
 * and forward references, not with the size of the files.
 */
export async function checkSources(
  sources: readonly ImportSource[],
  options: CheckOptions,
): Promise<ImportCheck> {
  const known = ledger(options);
  const faults: ImportFault[] = [];
  const checked: CheckedSource[] = [];
  let records = 0;

  const checkLine = (file: number, name: string, number: number, text: string): void => {
    const read = readRecord(text);
    const id = read.isOk ? read.record.id : read.id;
    const flaws: Flaw[] = read.isOk ? [] : [...read.flaws];
    if (id !== undefined && known.has(file, id)) flaws.push(flaw('duplicate-id', 'id'));
    else if (read.isOk) {
      const differs = known.add(file, read.record);
      if (differs !== undefined) flaws.push(differs);
    } else if (id !== undefined) known.reserve(file, id);
    if (read.isOk) {
      records += 1;
      for (const ref of read.record.values.flatMap((value) => value.refs)) {
        const wrong = known.refer({ index: file, file: name, line: number }, ref);
        if (wrong !== undefined) flaws.push(wrong);
      }
    }
    faults.push(...flaws.map((one) => faultAt(name, number, one)));
  };

  for (const [file, source] of sources.entries()) {
    let sha256 = '';
    const bytes = hashing(source.open(), (hash) => {
      sha256 = hash;
    });
    for await (const line of readLines(bytes)) {
      if (line.flaw === undefined) checkLine(file, source.name, line.number, line.text);
      else faults.push(faultAt(source.name, line.number, line.flaw));
      if (faults.length > MOST_FAULTS) break;
    }
    if (faults.length > MOST_FAULTS) break;
    const namespace = namespaceOf(options.namespace, sha256);
    const namespaceFor = (key: string): string =>
      checked[known.giverOf(file, key)]?.namespace ?? namespace;
    checked.push({ source, sha256, namespace, namespaceFor });
  }
  if (faults.length <= MOST_FAULTS) {
    for (const fault of known.unresolved()) {
      faults.push(fault);
      if (faults.length > MOST_FAULTS) break;
    }
  }
  return {
    faults: inOrder(faults, sources).slice(0, MOST_FAULTS),
    isCut: faults.length > MOST_FAULTS,
    records,
    sources: checked,
  };
}

function inOrder(faults: readonly ImportFault[], sources: readonly ImportSource[]): ImportFault[] {
  const place = new Map(sources.map(({ name }, index) => [name, index]));
  const fileOf = (fault: ImportFault): number => place.get(fault.file) ?? 0;
  return [...faults].sort((a, b) => fileOf(a) - fileOf(b) || a.line - b.line);
}
