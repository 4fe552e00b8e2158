import * as fs from 'node:fs';
import * as path from 'node:path';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import { FILE_MODE, makeFolders } from '#core/vault/durable';
import type { OpenVault } from '#core/vault/ports';
import { damagedRecords } from './read-records';

/** What was written where anybody can read it. */
export type PlainSalvage = {
  readonly records: number;
  readonly documents: number;
  /** What could not be read, a line each. */
  readonly unreadable: readonly string[];
};

/** Set by attaching a file, never by a line of an import. */
const OF_BYTES: ReadonlySet<string> = new Set(['blob', 'sha256', 'sizeBytes']);
const ENDING = /\.([A-Za-z0-9]{1,5})$/u;

/** A record as a line that `rihai import` takes. */
function lineOf({ id, kind, level, fields }: RecordView): string {
  const given = Object.entries(fields).filter(([field]) => !OF_BYTES.has(field));
  return `${JSON.stringify({ kind, id, level, ...(Object.fromEntries(given) as object) })}\n`;
}

const write = (file: string, text: string): void => {
  fs.writeFileSync(file, text, { mode: FILE_MODE, flag: 'wx' });
};

/**
 * Writes everything that can be read of a vault into a new folder, NOT encrypted: records as lines of the import
 * format, documents as they were taken in, and a list of what could not be read. Throws `input/exists`.
 */
export async function salvagePlain(vault: OpenVault, dir: string): Promise<PlainSalvage> {
  if (fs.existsSync(dir)) throw new AppError('input/exists', { file: dir });
  makeFolders(path.join(dir, 'documents'));
  const records = damagedRecords(vault);
  const unreadable: string[] = [];
  const views: RecordView[] = [];
  for (const id of records.ids) {
    const view = records.view(id);
    if (view === undefined) unreadable.push(`record ${id}`);
    else views.push(view);
  }
  if (records.nameless > 0) unreadable.push(`${String(records.nameless)} records without a name`);
  write(path.join(dir, 'records.jsonl'), views.map(lineOf).join(''));
  const listed: string[] = [];
  for (const view of views) {
    if (view.kind !== 'document') continue;
    const file = await documentOf(vault, view as RecordView<'document'>, dir, listed.length + 1);
    if (file === undefined) unreadable.push(`document ${view.id} ${view.label}`);
    else listed.push(JSON.stringify({ document: view.id, file }));
  }
  write(path.join(dir, 'documents.jsonl'), listed.map((line) => `${line}\n`).join(''));
  write(path.join(dir, 'not-readable.txt'), unreadable.map((line) => `${line}\n`).join(''));
  return { records: views.length, documents: listed.length, unreadable };
}

/** The file's name in the folder; undefined where its bytes are damaged or gone: then nothing of it stays. */
async function documentOf(
  vault: OpenVault,
  { fields }: { readonly id: RecordId; readonly fields: RecordView<'document'>['fields'] },
  dir: string,
  number: number,
): Promise<string | undefined> {
  const { blob, originalName = '' } = fields;
  if (blob === undefined) return undefined;
  const ending = ENDING.exec(originalName)?.[0] ?? '';
  const name = `documents/${String(number).padStart(5, '0')}${ending}`;
  const file = path.join(dir, name);
  const handle = fs.openSync(file, 'wx', FILE_MODE);
  try {
    for await (const bytes of vault.blobs.read(blob)) fs.writeSync(handle, bytes);
    return name;
  } catch (error) {
    fs.rmSync(file, { force: true });
    if (error instanceof AppError) return undefined;
    throw error;
  } finally {
    fs.closeSync(handle);
  }
}
