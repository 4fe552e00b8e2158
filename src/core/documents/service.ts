import { createHash } from 'node:crypto';
import type { DateValue } from '#shared/domain/field';
import type { ActionId, ElementId, RecordId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/levels';
import type { RecordView } from '#shared/domain/registry';
import { AppError, isAppError } from '#shared/errors/app-error';
import { MARK, type Edit, type JsonValue } from '#core/changes/model';
import type { ActionWriter, RecordReader } from '#core/changes/ports';
import type { IdMaker } from '#core/kernel/ids';
import { pageTerms } from '#core/search/index';
import type { DocumentTexts, SearchIndex } from '#core/search/ports';
import type { OpenVault, StoredBlob } from '#core/vault/ports';
import { fileName, titleOf } from './file-name';
import { pagesOf } from './pages';
import {
  MOST_READ_BYTES,
  needsReader,
  readOrSay,
  type ReadDocument,
  type TextFault,
} from './reading';
import { MOST_TEXT_BYTES, UNKNOWN_TYPE, watch, type Watched } from './watch';

export type DocumentPorts = {
  readonly vault: Pick<OpenVault, 'db' | 'blobs'>;
  readonly writer: ActionWriter;
  readonly reader: RecordReader;
  readonly ids: IdMaker;
  readonly index: Pick<SearchIndex, 'put' | 'keyOf'>;
  readonly texts: Pick<DocumentTexts, 'set' | 'pages'>;
  /** Documents that came and were not yet looked into for words. */
  readonly pending: {
    readonly clear: (id: RecordId) => void;
    readonly all: () => readonly RecordId[];
  };
  /** Whether another desk holds the file, which never came here. */
  readonly isNotHere: (document: RecordView<'document'>) => boolean;
  /** Reads files in processes of their own; without it only plain text is searched. */
  readonly readDocument?: ReadDocument | undefined;
  /** Notes that the file a document was taken from still lies outside. */
  readonly noteOriginal: (document: RecordId, place: string, blob: StoredBlob) => void;
  /** The file that lies outside was kept once more: its entry names that document from now on. */
  readonly passOriginal: (from: RecordId, to: RecordId, sha256: string) => void;
  readonly lists: {
    readonly documentLists: {
      /** Documents, none of the trash, that hold the bytes of this SHA-256; the oldest first. */
      readonly holding: (sha256: string) => readonly RecordId[];
    };
  };
};

/** The bytes of a file, how many they are, and where they stay lying readable. */
type FileSource = {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly sizeBytes: number;
  /** Path of the file they were read from; none where there is no such file. */
  readonly place?: string;
};

/** What is known of a file besides its bytes. */
type AttachOptions = {
  /** The name it had, with or without folders. */
  readonly originalName: string;
  /** Records it is about; every one must be held here. */
  readonly about: readonly RecordId[];
  readonly title?: string;
  /** Code of the pack's list of documents. */
  readonly type?: string;
  readonly on?: DateValue;
  readonly language?: string;
  readonly receivedFrom?: string;
  readonly receivedHow?: string;
  readonly receivedOn?: DateValue;
  readonly receivedBy?: string;
  readonly paperAt?: string;
  readonly notes?: string;
  readonly level?: Level;
};

type Attached = {
  readonly id: RecordId;
  /** The one action that wrote it. */
  readonly action: ActionId;
  readonly blob: StoredBlob;
  readonly mediaType: string;
  /** Pages of text that can be searched; 0 where the file is no plain text. */
  readonly textPages: number;
  /** The text was longer than 20 MB: what comes after is kept and not searched. */
  readonly isTextCut: boolean;
  /** Why its words could not be read, though files of its kind have some. */
  readonly textFault?: TextFault;
  /** Documents that held the same bytes before it, the oldest first. */
  readonly sameAs: readonly RecordId[];
};

/** The bytes are held already: nothing was written. */
type Kept = { readonly id: undefined; readonly sameAs: readonly RecordId[] };

export type Documents = {
  /**
   * Takes a file into the vault: its bytes are durable before the record that
   * names them is written, and record, text, index and the note of the file that stays outside
   * are written together.
   * Throws `input/not-found` where a record of `about` is not held, before a
   * byte is read, and what the attachments' store throws.
   */
  attach(source: FileSource, options: AttachOptions): Promise<Attached>;
  /**
   * The same, but writes no record where a document outside the trash holds the same bytes: then
   * the file that stays outside is noted as the original of the oldest of these.
   */
  attachNew(source: FileSource, options: AttachOptions): Promise<Attached | Kept>;
  /**
   * Another document of the bytes of one that is held. Throws `input/not-found`, and
   * `input/no-file` where no file is attached to that one.
   */
  again(id: RecordId, options: AttachOptions): Attached;
  /**
   * Reads the text of documents that came with their file and without it, as taking the file in would
   * have: one after the other, each kept and indexed before the next. Answers how many had text. Leaves
   * out what is not held, has text already, or cannot be read.
   */
  readTexts(ids: readonly RecordId[]): Promise<number>;
  /** The same of documents whose bundle was taken in before the program ended, killed or not, without reading them. */
  readPending(): Promise<number>;
  /**
   * The bytes of a document as they were taken in. Throws `input/not-found`,
   * `blob/missing`, `blob/not-here` where it never came, and at the end `blob/damaged` where they are not those the
   * record speaks of: throw away what came before.
   */
  extract(id: RecordId): AsyncIterable<Uint8Array>;
};

/** A date as JSON: without the keys that say nothing. */
const dateJson = ({ edtf, zone, written }: DateValue): JsonValue => ({
  edtf,
  ...(zone === undefined ? {} : { zone }),
  ...(written === undefined ? {} : { written }),
});

function fieldsOf(
  options: AttachOptions,
  blob: StoredBlob,
  read: Watched,
): readonly (readonly [string, JsonValue | undefined])[] {
  const date = (value?: DateValue) => (value === undefined ? undefined : dateJson(value));
  const originalName = fileName(options.originalName);
  return [
    ['title', options.title ?? titleOf(originalName)],
    ['type', options.type],
    ['on', date(options.on)],
    ['language', options.language],
    ['originalName', originalName],
    ['mediaType', read.mediaType],
    ['sizeBytes', blob.sizeBytes],
    ['sha256', blob.sha256],
    ['blob', blob.name],
    ['pages', read.hasOwnPages ? read.pages.length : undefined],
    ['receivedFrom', options.receivedFrom],
    ['receivedHow', options.receivedHow],
    ['receivedOn', date(options.receivedOn)],
    ['receivedBy', options.receivedBy],
    ['paperAt', options.paperAt],
    ['notes', options.notes],
    [MARK.level, options.level],
  ];
}

async function* checked(
  ports: Pick<DocumentPorts, 'vault' | 'isNotHere'>,
  document: RecordView<'document'>,
): AsyncIterable<Uint8Array> {
  const { blob, sha256, sizeBytes } = document.fields;
  if (blob === undefined) throw new AppError('blob/missing', { record: document.id });
  if (ports.isNotHere(document)) throw new AppError('blob/not-here', { record: document.id });
  const hash = createHash('sha256');
  let size = 0;
  for await (const bytes of ports.vault.blobs.read(blob)) {
    hash.update(bytes);
    size += bytes.length;
    yield bytes;
  }
  if (hash.digest('hex') !== sha256 || (sizeBytes !== undefined && size !== sizeBytes))
    throw new AppError('blob/damaged', { record: document.id });
}

/** A file whose bytes are in the vault. */
type Stored = {
  readonly blob: StoredBlob;
  readonly read: Watched;
  readonly textFault?: TextFault | undefined;
  /** Path of the file outside; none where the bytes came from the vault itself. */
  readonly place?: string | undefined;
};

/** What is known of the bytes of a document. Throws `input/no-file` where it has none. */
function storedOf(document: RecordView<'document'>, pages: readonly string[]): Stored {
  const { blob: name, sha256, sizeBytes = 0, mediaType, pages: own } = document.fields;
  if (name === undefined || sha256 === undefined) throw new AppError('input/no-file');
  const read = { mediaType: mediaType ?? UNKNOWN_TYPE, pages, hasOwnPages: own !== undefined };
  return { blob: { name, sha256, sizeBytes }, read };
}

/** Writes the record of stored bytes, with their text, as one action. */
function recording(ports: DocumentPorts) {
  const { vault, writer, ids, index, lists } = ports;
  return ({ blob, read, place, textFault }: Stored, options: AttachOptions): Attached => {
    const sameAs = lists.documentLists.holding(blob.sha256);
    const id = ids.next<RecordId>();
    const edit = (path: string, value: JsonValue): Edit => ({
      record: id,
      kind: 'document',
      path,
      value,
    });
    const about = options.about.map((one) => edit(`about/${ids.next<ElementId>()}`, one));
    const fields = fieldsOf(options, blob, read).flatMap(([path, value]) =>
      value === undefined ? [] : [edit(path, value)],
    );
    const action = vault.db.transaction(() => {
      const done = writer.commit('attach', { type: 'typed' }, [...fields, ...about]);
      const key = index.keyOf(id);
      if (key === undefined) throw new AppError('internal', { record: id });
      putPages(ports, key, read.pages);
      if (place !== undefined) ports.noteOriginal(id, place, blob);
      return done.action;
    });
    return {
      id,
      action,
      blob,
      mediaType: read.mediaType,
      textPages: read.pages.length,
      isTextCut:
        read.mediaType === 'text/plain' &&
        read.pages.length > 0 &&
        blob.sizeBytes > MOST_TEXT_BYTES,
      ...(textFault === undefined ? {} : { textFault }),
      sameAs,
    };
  };
}

/** Writes the pages of a document with their terms; call it inside the transaction. */
function putPages(
  { index, texts }: Pick<DocumentPorts, 'index' | 'texts'>,
  key: number,
  pages: readonly string[],
): void {
  texts.set(key, pages);
  pages.forEach((text, at) => {
    index.put(key, at + 1, pageTerms(text));
  });
}

type Seen = { readonly mediaType: string; readonly sizeBytes: number };
type Words = Awaited<ReturnType<typeof readOrSay>> | undefined;

/** The words of a file that only a process of its own may look into; undefined for every other. */
async function wordsOf(
  { readDocument }: Pick<DocumentPorts, 'readDocument'>,
  { mediaType, sizeBytes }: Seen,
  bytes: () => AsyncIterable<Uint8Array>,
): Promise<Words> {
  if (readDocument === undefined || !needsReader(mediaType)) return undefined;
  if (sizeBytes > MOST_READ_BYTES) {
    const reason = `larger than ${String(MOST_READ_BYTES / 1024 / 1024)} MiB`;
    return { fault: { code: 'read/limit', params: { reason } } };
  }
  return readOrSay(readDocument, { mediaType, bytes: bytes() });
}

function withWords(read: Watched, words: Words): Pick<Stored, 'read' | 'textFault'> {
  if (words === undefined) return { read };
  if ('fault' in words) return { read, textFault: words.fault };
  const { pages, areOwn } = pagesOf(words.text);
  // A paper that was scanned has pages and no words.
  const hasWords = pages.some((page) => page.trim() !== '');
  return { read: { ...read, pages: hasWords ? pages : [], hasOwnPages: areOwn } };
}

/** Reads the text of a held document that has none; false where there is none to read. */
async function readTextOf(ports: DocumentPorts, id: RecordId): Promise<boolean> {
  const { vault, reader, index, texts } = ports;
  const document = reader.getOf('document', id);
  const key = index.keyOf(id);
  if (document === undefined || document.isTrashed || key === undefined) return false;
  if (document.fields.blob === undefined || texts.pages(key).length > 0) return false;
  const watched = watch(checked(ports, document));
  try {
    const parts = watched.bytes[Symbol.asyncIterator]();
    while ((await parts.next()).done !== true);
  } catch (error) {
    // The document says so itself when it is opened; the others are read all the same.
    if (isAppError(error)) return false;
    throw error;
  }
  const { mediaType, sizeBytes = 0 } = document.fields;
  const seen = { mediaType: mediaType ?? UNKNOWN_TYPE, sizeBytes };
  const words = await wordsOf(ports, seen, () => checked(ports, document));
  const { pages } = withWords(watched.read(), words).read;
  if (pages.length === 0) return false;
  vault.db.transaction(() => {
    putPages(ports, key, pages);
  });
  return true;
}

/** Files of an open vault: taking them in and giving them back. */
export function documents(ports: DocumentPorts): Documents {
  const { vault, reader, index, texts, lists } = ports;
  const write = recording(ports);
  const documentOf = (id: RecordId): RecordView<'document'> => {
    const document = reader.getOf('document', id);
    if (document === undefined) throw new AppError('input/not-found', { record: id });
    return document;
  };
  const assertHeld = ({ about }: AttachOptions): void => {
    for (const record of about)
      if (index.keyOf(record) === undefined) throw new AppError('input/not-found', { record });
  };
  const store = async (source: FileSource, options: AttachOptions): Promise<Stored> => {
    assertHeld(options);
    const watched = watch(source.bytes);
    const blob = await vault.blobs.put(watched.bytes, source.sizeBytes);
    const seen = { mediaType: watched.read().mediaType, sizeBytes: blob.sizeBytes };
    const words = await wordsOf(ports, seen, () => vault.blobs.read(blob.name));
    return { blob, place: source.place, ...withWords(watched.read(), words) };
  };
  const readTexts = async (ids: readonly RecordId[]): Promise<number> => {
    let found = 0;
    for (const id of ids) {
      if (await readTextOf(ports, id)) found += 1;
      ports.pending.clear(id);
    }
    return found;
  };
  return {
    attach: async (source, options) => write(await store(source, options), options),
    attachNew: async (source, options) => {
      const stored = await store(source, options);
      const { blob, place } = stored;
      const sameAs = lists.documentLists.holding(blob.sha256);
      const [oldest] = sameAs;
      if (oldest === undefined) return write(stored, options);
      // The file lies outside all the same, whether it is kept once more or not.
      if (place !== undefined)
        vault.db.transaction(() => {
          ports.noteOriginal(oldest, place, blob);
        });
      return { id: undefined, sameAs };
    },
    again: (id, options) => {
      assertHeld(options);
      const document = documentOf(id);
      const key = index.keyOf(id);
      const pages = key === undefined ? [] : texts.pages(key).map(({ text }) => text);
      const stored = storedOf(document, pages);
      return vault.db.transaction(() => {
        const attached = write(stored, options);
        ports.passOriginal(id, attached.id, stored.blob.sha256);
        return attached;
      });
    },
    readTexts,
    readPending: () => readTexts(ports.pending.all()),
    extract: (id) => checked(ports, documentOf(id)),
  };
}
