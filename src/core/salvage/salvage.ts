import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import type { BundleOrigin, TakenIn } from '#core/changes/take-in';
import type { ChangeSet, Edit, JsonValue } from '#core/changes/model';
import type { ActionWriter } from '#core/changes/ports';
import { everyDraft, type Draft } from '#core/db/repositories/draft-store';
import { SALVAGE_ID } from '#core/db/repositories/files-not-here';
import type { OpenVault } from '#core/vault/ports';
import { damagedRecords, tried, type ReadRecord } from './read-records';

/** What a damaged vault still gave, and what it did not. */
export type Salvaged = {
  /** With all that was ever written of them, or only as they stand. */
  readonly records: number;
  readonly withoutHistory: readonly RecordId[];
  /** Records of which nothing could be read; some have no name even. */
  readonly unreadable: readonly RecordId[];
  readonly nameless: number;
  /** What somebody was typing and had not saved; undefined where it cannot be read. */
  readonly drafts: number | undefined;
  readonly attachments: number;
  /** Attachments that are damaged or gone. */
  readonly lostAttachments: readonly string[];
};

/** What could not be read, a line each: ids and names of files, nothing of what was written. */
export function lostIn(salvaged: Salvaged): readonly string[] {
  const { unreadable, nameless, lostAttachments, drafts } = salvaged;
  return [
    ...unreadable.map((id) => `record ${id}`),
    ...(nameless > 0
      ? [
          `${nameless === 1 ? '1 record' : `${String(nameless)} records`} of which not even the id can be read`,
        ]
      : []),
    ...lostAttachments.map((name) => `attachment ${name}`),
    ...(drafts === undefined ? ['what was being typed'] : []),
  ];
}

/** The new vault, as far as filling it goes. */
export type NewVault = {
  readonly vault: Pick<OpenVault, 'blobs' | 'audit'>;
  readonly takeIn: (set: ChangeSet, origin: BundleOrigin) => TakenIn;
  readonly writer: ActionWriter;
  readonly drafts: { readonly save: (draft: Draft) => void };
};

const BATCH = 200;
/** Stands in the history where a name is that only the damaged vault knew. */
const SENDER = 'the damaged vault';

export type OnStep = (done: number, total: number) => void;

const joined = (sets: readonly ChangeSet[]): ChangeSet => ({
  actions: sets.flatMap(({ actions }) => actions),
  changes: sets.flatMap(({ changes }) => changes),
  actors: sets.flatMap(({ actors = [] }) => actors),
});

/** A record as it stands, written anew: its history could not be read. */
function editsOf({ id, kind, fields }: RecordView): readonly Edit[] {
  return Object.entries(fields as Readonly<Record<string, unknown>>).flatMap(([field, value]) =>
    Array.isArray(value)
      ? (value as readonly { id: string; value: JsonValue }[]).map((one): Edit => ({
          record: id,
          kind,
          path: `${field}/${one.id}`,
          value: one.value,
        }))
      : [{ record: id, kind, path: field, value: value as JsonValue }],
  );
}

/**
 * Takes everything that can still be read of a damaged vault into a new one: records under their own ids
 * with their history, attachments with their bytes checked. Writes nothing to the damaged one.
 */
export async function salvageInto(
  vault: OpenVault,
  into: NewVault,
  onStep: OnStep = () => undefined,
): Promise<Salvaged> {
  const records = damagedRecords(vault);
  const read: ReadRecord[] = [];
  const names = namesOf(vault);
  const total = records.ids.length + names.length;
  let part = 0;
  for (let at = 0; at < records.ids.length; at += BATCH) {
    const batch = records.ids.slice(at, at + BATCH).map(records.read);
    part += 1;
    read.push(...written(batch, into, `${SALVAGE_ID}${vault.vaultId} ${String(part)}`));
    onStep(Math.min(at + BATCH, records.ids.length), total);
    // Other calls of the window come in between.
    await new Promise(setImmediate);
  }
  const lost: string[] = [];
  for (const [at, name] of names.entries()) {
    if (!(await copied(vault, into, name))) lost.push(name);
    onStep(records.ids.length + at + 1, total);
  }
  const drafts = tried(() => everyDraft(vault.db));
  drafts?.forEach(into.drafts.save);
  const of = (has: ReadRecord['has']): readonly RecordId[] =>
    read.filter((one) => one.has === has).map(({ id }) => id);
  const salvaged = {
    records: read.length - of('nothing').length,
    ...{ withoutHistory: of('values'), unreadable: of('nothing'), nameless: records.nameless },
    drafts: drafts?.length,
    attachments: names.length - lost.length,
    lostAttachments: lost,
  };
  into.vault.audit.append('salvage', vault.vaultId, {
    ...{ records: salvaged.records, attachments: salvaged.attachments },
    lost: salvaged.unreadable.length + salvaged.nameless + lost.length,
  });
  return salvaged;
}

/** Writes a batch, and answers what became of each: a record the new vault refuses counts as not read. */
function written(
  batch: readonly ReadRecord[],
  { takeIn, writer }: NewVault,
  bundle: string,
): readonly ReadRecord[] {
  const sets = batch.flatMap((one) => (one.has === 'history' ? [one.changes] : []));
  if (sets.length > 0) takeIn(joined(sets), { bundle, sender: SENDER });
  return batch.map((one) => {
    if (one.has !== 'values') return one;
    try {
      writer.commit('import', { type: 'typed' }, editsOf(one.view));
      return one;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { id: one.id, has: 'nothing' };
    }
  });
}

function namesOf({ blobs }: OpenVault): readonly string[] {
  try {
    return blobs.names();
  } catch {
    return [];
  }
}

async function copied(vault: OpenVault, into: NewVault, name: string): Promise<boolean> {
  let sizeBytes: number;
  try {
    sizeBytes = (await vault.blobs.verify(name)).sizeBytes;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
  await into.vault.blobs.put(vault.blobs.read(name), sizeBytes);
  return true;
}
