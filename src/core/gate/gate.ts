import type { RecordId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/levels';
import { isRecordKind } from '#shared/domain/kinds';
import { fieldDef } from '#shared/domain/registry';
import { toHex, utf8 } from '#core/kernel/bytes';
import { changeExporter } from '#core/changes/export-changes';
import type { Change, ChangeSet, JsonValue } from '#core/changes/model';
import type { RecordReader } from '#core/changes/ports';
import { byPath, strictest } from '#core/changes/standing';
import { refsOf } from '#core/changes/value';
import type { ReadableDb } from '#core/db/driver';
import { changeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { recordQueries, type RecordRow } from '#core/db/repositories/record-view';
import { hash } from '#core/vault/sodium';
import type { BlobStore } from '#core/vault/ports';
import { leavingLevel, strictestOf } from './levels';
import type {
  HeldBackItem,
  HoldReason,
  Leaving,
  LeavingFile,
  LeavingRecord,
  ShareOrder,
} from './model';
import { hasNameless, isNameless, pseudonymiser } from './pseudonyms';
import { levelsFor } from './purposes';
import { reachOf, type Reached, type Reach } from './reach';

export type GateParts = {
  readonly db: ReadableDb;
  readonly reader: RecordReader;
  readonly blobs: Pick<BlobStore, 'held'>;
};

/** How one record stands at the gate: what each of its paths may do today. */
type Judged = {
  readonly reached: Reached;
  /** Why a path stays; undefined where it may leave today. */
  readonly holdOf: (path: string) => HoldReason | undefined;
  readonly heads: ReadonlySet<string>;
};

type Rules = {
  readonly order: ShareOrder;
  readonly levels: readonly Level[];
  readonly reach: Reach | undefined;
};

const isMark = (field: string): boolean => field.startsWith('$');

/** A value that speaks of somebody else: an element for another person, whatever the field. */
function otherIn({ reach }: Rules, change: HeldChange): HoldReason | undefined {
  if (reach === undefined || change.element === undefined || !isRecordKind(change.kind))
    return undefined;
  const def = fieldDef(change.kind, change.field);
  if (def === undefined || change.value === null) return undefined;
  return refsOf(def, change.value)
    .map((target) => reach.isOther(target))
    .find((reason) => reason !== undefined);
}

function judgeRecord(
  rules: Rules,
  row: RecordRow,
  reached: Reached,
  headsOfRow: readonly HeldChange[],
): Judged {
  const paths = byPath(headsOfRow);
  const today = new Map<string, HoldReason | undefined>();
  const holdToday = (path: string, heads: readonly HeldChange[]): HoldReason | undefined => {
    const [first] = heads;
    const field = first?.field ?? path;
    if (reached.part === 'stub' && !isMark(field) && !reached.fields.includes(field))
      return 'co-accused';
    const other = heads.map((head) => otherIn(rules, head)).find((one) => one !== undefined);
    if (other !== undefined) return other;
    if (rules.order.pseudonyms !== undefined && !isNameless(row.kind, field)) return 'pseudonym';
    if (isMark(field)) return undefined;
    const start = isRecordKind(row.kind) ? fieldDef(row.kind, field)?.level : undefined;
    const strict = strictest(heads);
    const own = strict === start ? undefined : strict;
    const level = leavingLevel(row.kind, field, row.level, own);
    return rules.levels.includes(level) ? undefined : 'level';
  };
  for (const [path, heads] of paths) today.set(path, holdToday(path, heads));
  return {
    reached,
    holdOf: (path) => (today.has(path) ? today.get(path) : 'level'),
    heads: new Set(headsOfRow.map((head) => head.id)),
  };
}

/** A past value leaves only if its own level and today's both allow. */
function mayLeave({ order, levels, ...rest }: Rules, judged: Judged, change: HeldChange): boolean {
  if (judged.holdOf(change.path) !== undefined) return false;
  if (!levels.includes(change.level)) return false;
  if (order.history === 'current' && !judged.heads.has(change.id)) return false;
  return otherIn({ order, levels, ...rest }, change) === undefined;
}

/**
 * The one gate: everything that leaves this desk as records is what this answers, value by value, and
 * nothing else. It only reads.
 */
export function openGate({ db, reader, blobs }: GateParts) {
  const view = recordQueries(db);
  const log = changeQueries(db);
  const exportChanges = changeExporter(db);

  const rowsOf = (reach: Reach | undefined): readonly RecordRow[] =>
    reach === undefined
      ? view.everyRecord()
      : [...reach.reached.keys()].flatMap((id) => view.byId(id) ?? []);

  const judgeAll = (rules: Rules) => {
    const judged = new Map<RecordId, Judged>();
    const heldBack: HeldBackItem[] = [];
    const hold = (row: RecordRow, reason: HoldReason, path?: string): void => {
      const { id: record, kind, label } = row;
      heldBack.push({ record, kind, label, reason, ...(path === undefined ? {} : { path }) });
    };
    for (const [id, reason] of rules.reach?.held ?? []) {
      const row = view.byId(id);
      if (row !== undefined) hold(row, reason);
    }
    for (const row of rowsOf(rules.reach)) {
      const isNamed = rules.order.pseudonyms !== undefined && !hasNameless(row.kind);
      if (isNamed || !rules.levels.includes(row.level)) {
        hold(row, isNamed ? 'pseudonym' : 'level');
        continue;
      }
      const heads = log.headsOfRecord(row.key);
      const reached = rules.reach?.reached.get(row.id) ?? { part: 'whole' };
      const one = judgeRecord(rules, row, reached, heads);
      judged.set(row.id, one);
      const shown = new Set(heads.filter((head) => head.value !== null).map((head) => head.path));
      for (const path of [...shown].sort()) {
        const reason = one.holdOf(path);
        if (reason !== undefined) hold(row, reason, path);
      }
    }
    return { judged, heldBack };
  };

  const filesOf = (
    { order }: Rules,
    fields: ReadonlyMap<RecordId, readonly Change[]>,
    heldBack: HeldBackItem[],
  ): readonly LeavingFile[] => {
    const files = new Map<string, LeavingFile>();
    for (const [id, changes] of fields) {
      const row = view.byId(id);
      if (row?.kind !== 'document' || order.pseudonyms !== undefined) continue;
      const name = reader.getOf('document', id)?.fields.blob;
      const isNamed = changes.some(({ path, value }) => path === 'blob' && value === name);
      if (name === undefined || !isNamed) continue;
      const isChosen = order.files === 'all' || (order.files !== 'none' && order.files.includes(id));
      const stored = isChosen ? blobs.held(name) : undefined;
      if (stored !== undefined) {
        const { sizeBytes, sha256 } = stored;
        files.set(name, { document: id, blob: name, label: row.label, sizeBytes, sha256 });
      } else
        heldBack.push({
          ...{ record: id, kind: row.kind, label: row.label, path: 'blob (file)' },
          reason: isChosen ? 'not-here' : 'not-chosen',
        });
    }
    return [...files.values()];
  };

  /** Throws nothing for what is held back: that is listed. */
  return function plan(order: ShareOrder): Leaving {
    const isAll = order.persons === undefined && order.cases === undefined;
    const reach = isAll ? undefined : reachOf(db, reader, order);
    const rules: Rules = { order, levels: levelsFor(order.purpose, order.level), reach };
    const { judged, heldBack } = judgeAll(rules);
    const found = exportChanges({
      records: [...judged.keys()],
      mayLeave: (change, row) => {
        const one = judged.get(row.id);
        return one !== undefined && mayLeave(rules, one, change);
      },
    });
    const fields = changesByRecord(found);
    const files = filesOf(rules, fields, heldBack);
    const named = order.purpose === 'campaign' ? { ...found, actors: [] } : found;
    const set =
      order.pseudonyms === undefined ? named : pseudonymiser(order.pseudonyms).set(found);
    const records = [...fields].map(([id, changes]) =>
      leavingRecord(view.byId(id), judged.get(id), changes, order),
    );
    return {
      ...{ order, records, files, heldBack, set },
      level: strictestLevel(found, view),
      token: tokenOf(set, files),
    };
  };
}

function changesByRecord({ changes }: ChangeSet): ReadonlyMap<RecordId, readonly Change[]> {
  const records = new Map<RecordId, Change[]>();
  for (const change of changes) {
    const known = records.get(change.record);
    if (known === undefined) records.set(change.record, [change]);
    else known.push(change);
  }
  return records;
}

function leavingRecord(
  row: RecordRow | undefined,
  judged: Judged | undefined,
  changes: readonly Change[],
  { pseudonyms }: ShareOrder,
): LeavingRecord {
  const told = pseudonyms === undefined ? undefined : pseudonymiser(pseudonyms);
  const paths = new Map<string, { value: JsonValue; past: number }>();
  for (const change of changes) {
    const value = told === undefined ? change.value : told.value(change);
    const isHead = judged?.heads.has(change.id) === true;
    const known = paths.get(change.path) ?? { value: null, past: 0 };
    paths.set(change.path, isHead ? { ...known, value } : { ...known, past: known.past + 1 });
  }
  return {
    id: row?.id ?? ('' as RecordId),
    kind: row?.kind ?? '',
    label: row?.label ?? '',
    part: judged?.reached.part ?? 'whole',
    fields: [...paths].map(([path, { value, past }]) => ({ path, value, past })),
  };
}

/** The strictest level a receiver may expect inside. */
function strictestLevel({ changes }: ChangeSet, view: ReturnType<typeof recordQueries>): Level {
  const records = new Set(changes.map(({ record }) => record));
  const ofRecords = [...records].flatMap((id) => view.byId(id)?.level ?? []);
  const levels = [...changes.map(({ level }) => level), ...ofRecords];
  return levels.length === 0 ? 'public' : strictestOf(...levels);
}

function tokenOf({ changes }: ChangeSet, files: readonly LeavingFile[]): string {
  const ids = changes.map(({ id, covers = [] }) => `${id} ${covers.join(' ')}`).sort();
  const names = files.map(({ blob }) => blob).sort();
  return toHex(hash(utf8([...ids, '', ...names].join('\n')), null, 16));
}
