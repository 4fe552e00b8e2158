import * as fs from 'node:fs';
import * as path from 'node:path';
import type { RecordId } from '#shared/domain/ids';
import type { OutsideWhat } from '#shared/domain/outside';
import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import { everyDraft } from '#core/db/repositories/draft-store';
import type { KnownFile } from '#core/outside/index';
import { assertFree, makeOwn } from '#core/vault/own-folder';
import type { OpenVault } from '#core/vault/ports';
import { newFile } from './new-file';
import { filesNotHere } from '#core/db/repositories/files-not-here';
import { damagedRecords, tried } from './read-records';
import type { OnStep } from './salvage';

/** What was written where anybody can read it. */
export type PlainSalvage = {
  readonly records: number;
  /** What somebody was typing and had not saved. */
  readonly drafts: number;
  readonly documents: number;
  /** What could not be read, a line each. */
  readonly unreadable: readonly string[];
};

/** A readable file that came about, and what it is of. */
export type PlainFile = KnownFile & { readonly what: OutsideWhat; readonly subject?: RecordId };

export type PlainOptions = {
  readonly onStep?: OnStep;
  /** Called for each file that holds something of a case, once it is written. */
  readonly onFile?: (file: PlainFile) => void;
  /** Throws to stop: nothing of the folder stays then. */
  readonly assertGoingOn?: () => void;
};

/** Set by attaching a file, never by a line of an import. */
const OF_BYTES: ReadonlySet<string> = new Set(['blob', 'sha256', 'sizeBytes']);
const ENDING = /\.([A-Za-z0-9]{1,5})$/u;
/** Records read at a time; other calls of the window come in between. */
const BATCH = 200;

/** A record as a line that `rihai import` takes. */
function lineOf({ id, kind, level, fields }: RecordView): string {
  const given = Object.entries(fields).filter(([field]) => !OF_BYTES.has(field));
  return JSON.stringify({ kind, id, level, ...(Object.fromEntries(given) as object) });
}

/** Every record that can be read; what cannot be is named in `unreadable`. */
async function viewsOf(vault: OpenVault, unreadable: string[], { onStep, assertGoingOn }: Going) {
  const records = damagedRecords(vault);
  const views: RecordView[] = [];
  for (const [at, id] of records.ids.entries()) {
    const view = records.view(id);
    if (view === undefined) unreadable.push(`record ${id}`);
    else views.push(view);
    if (at % BATCH !== BATCH - 1) continue;
    onStep(at + 1, records.ids.length);
    await new Promise(setImmediate);
    assertGoingOn();
  }
  if (records.nameless > 0) unreadable.push(`${String(records.nameless)} records without a name`);
  return views;
}

type Going = Required<PlainOptions>;

/**
 * Writes everything that can be read of a vault into a new or empty folder, NOT encrypted: records as lines of the
 * import format, what was being typed, documents as they were taken in, and a list of what could not be read. Throws
 * `input/exists`; takes away what it wrote where it cannot finish.
 */
export async function salvagePlain(
  vault: OpenVault,
  dir: string,
  options: PlainOptions = {},
): Promise<PlainSalvage> {
  const nothing = (): void => undefined;
  const going: Going = { onStep: nothing, onFile: nothing, assertGoingOn: nothing, ...options };
  assertFree(dir, 'input/exists');
  const { undo } = makeOwn(dir);
  try {
    return await writeAll(vault, dir, going);
  } catch (error) {
    undo();
    throw error;
  }
}

async function writeAll(vault: OpenVault, dir: string, going: Going): Promise<PlainSalvage> {
  const unreadable: string[] = [];
  const views = await viewsOf(vault, unreadable, going);
  const papers = views.filter(({ kind }) => kind === 'document') as RecordView<'document'>[];
  const drafts = tried(() => everyDraft(vault.db));
  if (drafts === undefined) unreadable.push('what was being typed');
  const write = (name: string, lines: readonly string[]): void => {
    const file = newFile(path.join(dir, name));
    for (const line of lines) file.write(Buffer.from(`${line}\n`));
    const known = file.close();
    if (lines.length > 0) going.onFile({ ...known, what: 'records' });
  };
  write('records.jsonl', views.map(lineOf));
  write(
    'drafts.jsonl',
    (drafts ?? []).map((draft) => JSON.stringify(draft)),
  );
  fs.mkdirSync(path.join(dir, 'documents'), { mode: 0o700 });
  const listed: string[] = [];
  const isNotHere = tried(() => filesNotHere(vault));
  for (const [at, paper] of papers.entries()) {
    going.assertGoingOn();
    going.onStep(at, papers.length);
    if (tried(() => isNotHere?.(paper)) === true) continue;
    const file = await documentOf(vault, paper, dir, listed.length + 1);
    if (file === undefined) unreadable.push(`document ${paper.id} ${paper.label}`);
    else {
      going.onFile({ ...file.known, what: 'document', subject: paper.id });
      listed.push(JSON.stringify({ document: paper.id, file: file.name }));
    }
  }
  write('documents.jsonl', listed);
  write('not-readable.txt', unreadable);
  return {
    ...{ records: views.length, drafts: drafts?.length ?? 0 },
    ...{ documents: listed.length, unreadable },
  };
}

/** Undefined where its bytes are damaged or gone: then nothing of it stays. */
async function documentOf(
  vault: OpenVault,
  { fields }: { readonly id: RecordId; readonly fields: RecordView<'document'>['fields'] },
  dir: string,
  number: number,
): Promise<{ readonly name: string; readonly known: KnownFile } | undefined> {
  const { blob, originalName = '' } = fields;
  if (blob === undefined) return undefined;
  const ending = ENDING.exec(originalName)?.[0] ?? '';
  const name = `documents/${String(number).padStart(5, '0')}${ending}`;
  const file = newFile(path.join(dir, name));
  try {
    for await (const bytes of vault.blobs.read(blob)) file.write(bytes);
    return { name, known: file.close() };
  } catch (error) {
    file.drop();
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
