import type { RecordId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/levels';
import { toHex, utf8 } from '#core/kernel/bytes';
import { changeExporter } from '#core/changes/export-changes';
import { groupBy } from '#core/changes/group-by';
import type { Change, ChangeSet, JsonValue } from '#core/changes/model';
import type { RecordReader } from '#core/changes/ports';
import type { ReadableDb } from '#core/db/driver';
import { changeQueries, type ChangeQueries } from '#core/db/repositories/change-queries';
import {
  recordQueries,
  type RecordQueries,
  type RecordRow,
} from '#core/db/repositories/record-view';
import { hash } from '#core/vault/sodium';
import type { BlobStore } from '#core/vault/ports';
import { judgeRecord, mayLeave, type Judged, type Rules } from './judge';
import { strictestOf } from './levels';
import type {
  HeldBackItem,
  HoldReason,
  Leaving,
  LeavingField,
  LeavingFile,
  LeavingRecord,
  ShareOrder,
} from './model';
import { hasNameless, pseudonymiser } from './pseudonyms';
import { levelsFor } from './purposes';
import { reachOf } from './reach';

export type GateParts = {
  readonly db: ReadableDb;
  readonly reader: RecordReader;
  readonly blobs: Pick<BlobStore, 'held'>;
};

type Desk = GateParts & { readonly view: RecordQueries; readonly log: ChangeQueries };

const heldItem = (row: RecordRow, reason: HoldReason, path?: string): HeldBackItem => ({
  ...{ record: row.id, kind: row.kind, label: row.label, reason },
  ...(path === undefined ? {} : { path }),
});

const rowsOf = ({ view }: Desk, { reach }: Rules): readonly RecordRow[] =>
  reach === undefined
    ? view.everyRecord()
    : [...reach.reached.keys()].flatMap((id) => view.byId(id) ?? []);

/** Why a whole record stays, whatever is in it. */
function holdWhole({ order, levels }: Rules, row: RecordRow): HoldReason | undefined {
  if (order.pseudonyms !== undefined && !hasNameless(row.kind)) return 'pseudonym';
  return levels.includes(row.level) ? undefined : 'level';
}

/** Judges every record in reach; what stays is listed, record by record or path by path. */
function judgeAll(desk: Desk, rules: Rules) {
  const judged = new Map<RecordId, Judged>();
  const heldBack = [...(rules.reach?.held ?? [])].flatMap(([id, reason]) => {
    const row = desk.view.byId(id);
    return row === undefined ? [] : [heldItem(row, reason)];
  });
  for (const row of rowsOf(desk, rules)) {
    const whole = holdWhole(rules, row);
    if (whole !== undefined) {
      heldBack.push(heldItem(row, whole));
      continue;
    }
    const heads = desk.log.headsOfRecord(row.key);
    const reached = rules.reach?.reached.get(row.id) ?? { part: 'whole' };
    const one = judgeRecord(rules, row, reached, heads);
    judged.set(row.id, one);
    const shown = new Set(heads.filter(({ value }) => value !== null).map(({ path }) => path));
    for (const path of [...shown].sort()) {
      const reason = one.holdOf(path);
      if (reason !== undefined) heldBack.push(heldItem(row, reason, path));
    }
  }
  return { judged, heldBack };
}

/** The attachment that a document names as it leaves; undefined where it names none. */
function namedFile({ reader }: Desk, id: RecordId, changes: readonly Change[]) {
  const name = reader.getOf('document', id)?.fields.blob;
  const isNamed = changes.some(({ path, value }) => path === 'blob' && value === name);
  return isNamed ? name : undefined;
}

const isChosen = ({ files }: ShareOrder, id: RecordId): boolean =>
  files === 'all' || (files !== 'none' && files.includes(id));

/** Attachments of documents whose own naming of them leaves; the others are added to what stays. */
function filesOf(
  desk: Desk,
  order: ShareOrder,
  records: ReadonlyMap<RecordId, readonly Change[]>,
  heldBack: HeldBackItem[],
): readonly LeavingFile[] {
  const files = new Map<string, LeavingFile>();
  for (const [id, changes] of order.pseudonyms === undefined ? records : []) {
    const row = desk.view.byId(id);
    const name = namedFile(desk, id, changes);
    if (row === undefined || name === undefined) continue;
    const stored = isChosen(order, id) ? desk.blobs.held(name) : undefined;
    if (stored === undefined) {
      const reason = isChosen(order, id) ? 'not-here' : 'not-chosen';
      heldBack.push(heldItem(row, reason, 'blob (file)'));
    } else {
      const { sizeBytes, sha256 } = stored;
      files.set(name, { document: id, blob: name, label: row.label, sizeBytes, sha256 });
    }
  }
  return [...files.values()];
}

type Told = (change: Change) => JsonValue;

/** Values as a receiver will see them, and how many older ones go with each. */
function fieldsOf(changes: readonly Change[], judged: Judged, told: Told): readonly LeavingField[] {
  return [...groupBy(changes, ({ path }) => path)].map(([path, all]) => {
    const heads = all.filter(({ id }) => judged.heads.has(id));
    const last = heads.at(-1);
    return { path, value: last === undefined ? null : told(last), past: all.length - heads.length };
  });
}

/** The strictest level a receiver may expect inside. */
function strictestLevel({ changes }: ChangeSet, rows: readonly RecordRow[]): Level {
  const levels = [...changes, ...rows].map(({ level }) => level);
  return levels.length === 0 ? 'public' : strictestOf(...new Set(levels));
}

function tokenOf({ changes }: ChangeSet, files: readonly LeavingFile[]): string {
  const ids = changes.map(({ id, covers = [] }) => `${id} ${covers.join(' ')}`).sort();
  const names = files.map(({ blob }) => blob).sort();
  return toHex(hash(utf8([...ids, '', ...names].join('\n')), null, 16));
}

/** The set as it travels: without names of people where nobody is to be named, or where it is published. */
function asItLeaves(found: ChangeSet, { purpose, pseudonyms }: ShareOrder): ChangeSet {
  if (pseudonyms !== undefined) return pseudonymiser(pseudonyms).set(found);
  return purpose === 'campaign' ? { ...found, actors: [] } : found;
}

/**
 * The one gate: everything that leaves this desk as records is what this answers, value by value, and
 * nothing else. It only reads, and throws nothing for what is held back: that is listed.
 */
export function openGate(parts: GateParts) {
  const { db, reader } = parts;
  const desk: Desk = { ...parts, view: recordQueries(db), log: changeQueries(db) };
  const exportChanges = changeExporter(db);

  return function plan(order: ShareOrder): Leaving {
    const isAll = order.persons === undefined && order.cases === undefined;
    const reach = isAll ? undefined : reachOf(db, reader, order);
    const rules: Rules = { order, levels: levelsFor(order.purpose, order.level), reach };
    const { judged, heldBack } = judgeAll(desk, rules);
    const found = exportChanges({
      records: [...judged.keys()],
      mayLeave: (change, row) => {
        const one = judged.get(row.id);
        return one !== undefined && mayLeave(rules, one, change);
      },
    });
    const byRecord = groupBy(found.changes, ({ record }) => record);
    const files = filesOf(desk, order, byRecord, heldBack);
    const set = asItLeaves(found, order);
    const told: Told =
      order.pseudonyms === undefined ? ({ value }) => value : pseudonymiser(order.pseudonyms).value;
    const rows = [...byRecord.keys()].flatMap((id) => desk.view.byId(id) ?? []);
    const records = rows.flatMap((row): readonly LeavingRecord[] => {
      const one = judged.get(row.id);
      if (one === undefined) return [];
      const fields = fieldsOf(byRecord.get(row.id) ?? [], one, told);
      return [{ id: row.id, kind: row.kind, label: row.label, part: one.reached.part, fields }];
    });
    const level = strictestLevel(found, rows);
    return { order, records, files, heldBack, set, level, token: tokenOf(set, files) };
  };
}
