import { isDeepStrictEqual } from 'node:util';
import type { ElementOf } from '#shared/domain/field';
import type { ElementId, RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import { MARK, type Edit, type JsonValue } from '#core/changes/model';
import type { IdMaker } from '#core/kernel/ids';
import { hashing, type CheckedSource } from './check';
import type { KeyedIds } from './ids';
import { readLines } from './lines';
import { readRecord, type RawRecord, type RawValue } from './record';
import { replaceRefs } from './values';

/** Records committed in one transaction. */
const BATCH_RECORDS = 500;

export type PlannedRecord = {
  readonly id: RecordId;
  /** Line of its file, counted from 1. */
  readonly row: number;
  /** Empty where the vault already says all of it. */
  readonly edits: readonly Edit[];
};

export type PlanPorts = {
  /** Makes ids of local keys, the same ones on every run. */
  readonly keyed: KeyedIds;
  /** Makes ids of new elements. */
  readonly fresh: IdMaker;
  readonly find: (id: RecordId) => RecordView | undefined;
};

type Held = Readonly<Record<string, unknown>>;

function elementEdit(value: RawValue, json: JsonValue, held: Held, ports: PlanPorts, id: RecordId) {
  const present = (held[value.field] ?? []) as readonly ElementOf<unknown>[];
  if (value.element === undefined) {
    const isThere = present.some((one) => isDeepStrictEqual(one.value, json));
    return isThere ? undefined : { path: `${value.field}/${ports.fresh.next<ElementId>()}` };
  }
  const element = ports.keyed<ElementId>(`element:${id}:${value.field}`, value.element);
  const now = present.find((one) => one.id === element)?.value ?? null;
  return isDeepStrictEqual(now, json) ? undefined : { path: `${value.field}/${element}` };
}

function valueEdit(value: RawValue, json: JsonValue, held: Held): { path: string } | undefined {
  const isSame = isDeepStrictEqual(held[value.field] ?? null, json);
  // A level of its own is written although the value stays: it is not seen in the record.
  return isSame && (value.level === undefined || json === null) ? undefined : { path: value.field };
}

function editsOf(
  record: RawRecord,
  id: RecordId,
  held: RecordView | undefined,
  namespaceFor: (key: string) => string,
  ports: PlanPorts,
): readonly Edit[] {
  const { kind } = record;
  const fields: Held = held?.fields ?? {};
  const edits: Edit[] = [];
  if (record.level !== undefined && record.level !== held?.level) {
    edits.push({ record: id, kind, path: MARK.level, value: record.level });
  }
  for (const value of record.values) {
    const json = replaceRefs(value, ({ target }) =>
      ports.keyed<RecordId>(namespaceFor(target), target),
    );
    const edit = value.isMany
      ? elementEdit(value, json, fields, ports, id)
      : valueEdit(value, json, fields);
    if (edit === undefined) continue;
    const level = value.level === undefined ? {} : { level: value.level };
    edits.push({ record: id, kind, path: edit.path, value: json, ...level });
  }
  return edits;
}

/**
 * Turns one checked record into edits: all of a new record, only what differs
 * of one the vault holds. A record whose key belongs to this very file and
 * which is held already came from an earlier run: it is left alone, because
 * someone may have corrected it since.
 */
function planRecord(
  record: RawRecord,
  row: number,
  { namespace, namespaceFor }: Pick<CheckedSource, 'namespace' | 'namespaceFor'>,
  ports: PlanPorts,
): PlannedRecord {
  const id = ports.keyed<RecordId>(namespace, record.id);
  const held = ports.find(id);
  const isRepeat = held !== undefined && id !== record.id && namespace.startsWith('content:');
  return { id, row, edits: isRepeat ? [] : editsOf(record, id, held, namespaceFor, ports) };
}

const changed = (file: string): AppError => new AppError('input/changed', { file });

/** Reads a checked source again, in batches ready to be written. Throws `input/changed` where it no longer is what was checked. */
export async function* planSource(
  checked: CheckedSource,
  ports: PlanPorts,
): AsyncGenerator<readonly PlannedRecord[]> {
  const { source } = checked;
  let sha256 = '';
  const bytes = hashing(source.open(), (hash) => {
    sha256 = hash;
  });
  let batch: PlannedRecord[] = [];
  for await (const line of readLines(bytes)) {
    const read = line.text === undefined ? undefined : readRecord(line.text);
    if (read?.isOk !== true) throw changed(source.name);
    batch.push(planRecord(read.record, line.number, checked, ports));
    if (batch.length < BATCH_RECORDS) continue;
    yield batch;
    batch = [];
  }
  if (sha256 !== checked.sha256) throw changed(source.name);
  if (batch.length > 0) yield batch;
}
