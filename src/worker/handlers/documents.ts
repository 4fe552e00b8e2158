import { AppError } from '#shared/errors/app-error';
import type { ChosenFile } from '#shared/ipc/messages';
import type { InputOf, OutputOf } from '#shared/ipc/entry';
import type { Contract } from '#shared/ipc/contract';
import type { RecordId } from '#shared/domain/ids';
import { writeWholeFile, type CaseFile } from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { changed } from './changed';
import { bytesOf } from './chosen-bytes';
import { foundBy, given } from './lists';

type AttachInput = InputOf<Contract['documents']['attach']>;
type Facts = Omit<AttachInput, 'job' | 'about' | 'tokens'>;
type Taken = Awaited<ReturnType<CaseFile['documents']['attach']>> & { readonly name: string };
type Output = OutputOf<Contract['documents']['attach']>;

/** Which document holds the bytes of a file already. */
function keptOf(file: CaseFile, name: string, [oldest]: readonly RecordId[]): Output['kept'] {
  const held = oldest === undefined ? undefined : file.records.getOf('document', oldest);
  if (held === undefined) return [];
  const about = (held.fields.about ?? []).flatMap(({ value }) => {
    const record = file.records.get(value);
    return record === undefined ? [] : [{ kind: record.kind, label: record.label }];
  });
  return [{ name, id: held.id, label: held.label, addedAt: held.createdAt, about }];
}

const shownOf = ({ blob, ...one }: Taken): Output['documents'][number] => ({
  id: one.id,
  name: one.name,
  action: one.action,
  mediaType: one.mediaType,
  sizeBytes: blob.sizeBytes,
  sha256: blob.sha256,
  textPages: one.textPages,
  isTextCut: one.isTextCut,
  ...given({ textFault: one.textFault }),
});

type All = {
  readonly isCancelled: boolean;
  readonly documents: readonly Taken[];
  readonly kept: Output['kept'];
};

async function attachAll(
  desk: Desk,
  chosen: readonly ChosenFile[],
  { job, about, facts }: Pick<AttachInput, 'job' | 'about'> & { readonly facts: Facts },
  isCancelled: () => boolean,
): Promise<All> {
  const file = desk.file();
  const total = chosen.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const documents: Taken[] = [];
  const kept: Output['kept'][number][] = [];
  let before = 0;
  for (const one of chosen) {
    const onBytes = (bytes: number): void => {
      desk.emit('progress', { job, done: Math.min(total, before + bytes), total, step: one.name });
    };
    try {
      const bytes = bytesOf(one, onBytes, isCancelled);
      const taken = await file.documents.attachNew(
        { bytes, sizeBytes: one.sizeBytes, place: one.path },
        { originalName: one.name, about, ...given(facts) },
      );
      if (taken.id === undefined) kept.push(...keptOf(file, one.name, taken.sameAs));
      else {
        documents.push({ ...taken, name: one.name });
        changed(desk).told({ action: taken.action, records: [taken.id, ...about], changes: 1 });
      }
    } catch (error) {
      if (!isCancelled()) throw error;
      return { isCancelled: true, documents, kept };
    }
    before += one.sizeBytes;
  }
  return { isCancelled: false, documents, kept };
}

/** A document with a file. Throws `input/not-found`, `input/no-file`. */
export function documentOf(file: CaseFile, id: RecordId) {
  const document = file.records.getOf('document', id);
  if (document === undefined) throw new AppError('input/not-found', { id });
  if (document.fields.blob === undefined) throw new AppError('input/no-file');
  return document;
}

export function documentHandlers(desk: Desk): Handlers<'documents'> {
  return {
    list: ({ about, text, type, limit, offset }) => {
      const file = desk.file();
      if (about !== undefined) {
        const rows = file.records.referring('document', 'about', about);
        return { total: rows.length, rows: rows.slice(offset, offset + limit) };
      }
      const among = foundBy(file, text, 'document');
      const { total, ids } = file.documentLists.list({ limit, offset, ...given({ type, among }) });
      return { total, rows: ids.flatMap((id) => file.records.getOf('document', id) ?? []) };
    },
    facets: () => ({ types: desk.file().documentLists.types() }),
    attach: async ({ tokens, job, about, ...facts }, call) => {
      desk.file().assertWritable();
      const chosen = tokens.map((token) => call.file(token, 'read'));
      const { documents, ...rest } = await desk.jobs.run(job, (isStopped) =>
        attachAll(desk, chosen, { job, about, facts }, isStopped),
      );
      return {
        ...rest,
        documents: documents.map(shownOf),
      };
    },
    again: ({ id, name, about }) => {
      const file = desk.file();
      file.assertWritable();
      const made = file.documents.again(id, { originalName: name, about });
      changed(desk).told({ action: made.action, records: [made.id, ...about], changes: 1 });
      return { id: made.id, action: made.action, changes: 1 };
    },
    cancel: ({ job }) => {
      desk.jobs.cancel(job);
    },
    check: async ({ id }) => {
      const file = desk.file();
      const { sha256 = '' } = documentOf(file, id).fields;
      let sizeBytes = 0;
      for await (const chunk of file.documents.extract(id)) sizeBytes += chunk.length;
      return { sizeBytes, sha256 };
    },
    extract: async ({ id, token }, call) => {
      const file = desk.file();
      const { sha256 = '' } = documentOf(file, id).fields;
      const { path } = call.file(token, 'save');
      const { sizeBytes } = await writeWholeFile(path, file.documents.extract(id), {
        // The dialog has asked whether to replace.
        force: true,
        beforeNaming: (written) => {
          file.noteExport({ act: 'extract', what: 'document', subject: id, file: written });
        },
      });
      return { sizeBytes, sha256 };
    },
  };
}
