import type { ActionId, ImportId, RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import { conflictDesk } from '#core/changes/conflicts';
import { historyReader } from '#core/changes/history';
import type { RecordReader } from '#core/changes/ports';
import { pendingTexts } from '#core/db/repositories/pending-texts';
import { recordReader } from '#core/changes/reader';
import { rebuildTables } from '#core/changes/replay';
import { storyReader } from '#core/changes/story';
import { taker } from '#core/changes/take-in';
import { undoer } from '#core/changes/undo';
import { actionWriter, type WriterParts } from '#core/changes/writer';
import type { ReadableDb } from '#core/db/driver';
import { detaineeFacets } from '#core/db/repositories/detainee-facets';
import { draftStore } from '#core/db/repositories/draft-store';
import { documentTexts } from '#core/db/repositories/document-texts';
import { filesNotHere } from '#core/db/repositories/files-not-here';
import { recentActions } from '#core/db/repositories/recent-actions';
import { recordLists, type RecordListQuery } from '#core/db/repositories/record-list';
import { recordQueries } from '#core/db/repositories/record-view';
import { searchIndex } from '#core/db/repositories/search-index';
import { standingFacts } from '#core/db/repositories/standing-facts';
import { vaultStore } from '#core/db/repositories/vault-store';
import { documents, type Documents, type ReadDocument } from '#core/documents/index';
import { fingerprint, fingerprintDigits } from '#core/identity/fingerprint';
import { keyedIds, type KeyedIds } from '#core/import/index';
import { outsideRegister } from '#core/outside/index';
import { idMaker, idToBytes } from '#core/kernel/ids';
import { likelySame, search } from '#core/search/index';
import { exchange, type ExchangeParts } from '#core/sharing/index';
import { salvageInto, type OnStep } from '#core/salvage/salvage';
import type { OpenVault } from '#core/vault/ports';
import { orderBrief, type BriefOrder } from './brief';
import { casePage } from './case-page';
import { derivationsOf } from './derivations';
import { deskTime, sampleDayOf } from './desk-time';
import { erasing } from './erasing';
import { findByPrefix, shortened } from './find';
import { importing } from './importing';
import { leaving } from './leaving';
import { logBook } from './log-book';
import { enterOutcome, type Outcome } from './outcome';
import { outsideDesk } from './outside-desk';
import { overviews } from './overviews';
import { packsIn } from './packs';
import { personPage } from './person-page';
import { preferring } from './preferring';
import { readableExport } from './readable-export';
import { verifyVault, type VerifyStep } from './verify';
import { writing } from './writing';

export type CaseFileOptions = {
  /** Folder of packs, samples and fonts that ships with the program. */
  readonly resourcesDir: string;
  /** Reads the words of documents in processes of their own; without it only plain text is searched. */
  readonly readDocument?: ReadDocument | undefined;
};

/** Ids as people type and read them. */
function shortIds(reader: RecordReader, lists: ReturnType<typeof recordLists>) {
  return {
    /** The one record whose id begins so. Throws `input/not-found` or `input/ambiguous`. */
    record: (prefix: string): RecordView => {
      const view = reader.get(findByPrefix(lists.between, prefix));
      if (view === undefined) throw new AppError('input/not-found', { id: prefix });
      return view;
    },
    /** The one action whose id begins so. Throws the same. */
    action: (prefix: string): ActionId => findByPrefix(lists.actionsBetween, prefix),
    /** The one import whose id begins so. Throws the same. */
    import: (prefix: string): ImportId => findByPrefix(lists.importsBetween, prefix),
    /** A record's id cut to what names it alone today, at least eight characters. */
    short: (id: RecordId): string => shortened(id, lists.beside('record', id)),
    /** The same for an action. */
    shortAction: (id: ActionId): string => shortened(id, lists.beside('action', id)),
    /** The same for an import. */
    shortImport: (id: ImportId): string => shortened(id, lists.besideImport(id)),
  };
}

const custodyIn = (db: ReadableDb) => (person: RecordId, zone: string) =>
  standingFacts(db, zone).custody(person);

/** Joins the parts over an open vault: the one door through which commands and windows come in. */
export function openCaseFile(vault: OpenVault, { resourcesDir, readDocument }: CaseFileOptions) {
  const { db, clock, random, audit, actor, device } = vault;
  const ids = idMaker(clock, random);
  const reader = recordReader(db);
  const lists = recordLists(db);
  const packs = packsIn(resourcesDir);
  const index = searchIndex(db);
  const texts = documentTexts(db);
  const derivations = derivationsOf({ db, reader, index, texts, pack: packs.fallback });
  const parts: WriterParts = { db, ids, clock, actor, device, audit, derivations };
  const writer = actionWriter(parts);

  const sampleDay = sampleDayOf(vault);
  const time = deskTime(clock, () => packs.fallback().pack.zone, sampleDay);
  const lookAt = overviews(db, time, packs.fallback);

  const drafts = draftStore(db, actor);
  const desk = writing({ db, writer, reader, ids, drafts });
  const pages = { reader, rows: recordQueries(db), packs, lists: lookAt };
  const leave = leaving(vault, outsideRegister({ db, audit, ids, clock, actor }));
  const own = { vault, writer, ids, index, texts, readDocument, pending: pendingTexts(db) };
  const isNotHere = filesNotHere(vault);
  const papers = documents({ ...pages, ...own, isNotHere, ...leave.ofDocuments });
  const exchanged = exchanging({ vault, parts, reader, index, papers });

  return {
    vault,
    packs,
    /** The day a vault of invented people is told as of; undefined for a real vault. */
    sampleDay,
    records: reader,
    assertWritable: writableOnly(vault),
    ...shortIds(reader, lists),
    list: (query: RecordListQuery): readonly RecordView[] =>
      lists.page(query).flatMap((id) => reader.get(id) ?? []),
    counts: () => lists.counts(),
    /** The person who opened the vault; without fingerprint after a recovery key. */
    hand: (): Hand => handOf(vault),
    history: historyReader(db, clock),
    story: storyReader(db, clock),
    ...undoer(parts),
    log: logBook(vault, reader, () => packs.fallback().pack.zone),
    /** What this hand did last, the latest first. */
    recent: (limit: number) => recentActions(db)(actor, limit),
    /** What forms do: values checked together and written as one action. */
    desk,
    outcome: (entered: Outcome) => enterOutcome(reader, desk, entered),
    drafts,
    prefer: preferring(reader, writer),
    ...erasing({ vault, parts, reader, outside: leave.outside, aside: exchanged.aside }),
    ...conflictDesk(parts, writer),
    casePage: (id: RecordId) => casePage(pages, id),
    personPage: (id: RecordId) => personPage({ ...pages, custody: custodyIn(db) }, id),
    detaineeFacets: () => detaineeFacets(db)(),
    imports: importing({ writer, reader, ids, keyed: importKeys(vault), ...leave.ofImports }),
    search: search({ index, reader, texts }),
    /** Cards, bundles, and what leaves and arrives. */
    exchange: exchanged,
    documents: papers,
    ...lookAt,
    brief: (order: BriefOrder) => orderBrief({ reader, packs, clocks: lookAt.clocks }, order),
    verify: (onStep: (step: VerifyStep) => void) =>
      verifyVault({ vault, reader, texts, pack: packs.fallback }, onStep),
    ...mending(parts, vault, leave.notes),
    /** What lies outside the vault, readable. */
    outside: outsideDesk(db, leave.outside, reader, papers),
    ...leave.notes,
  };
}

type Exchanging = Pick<ExchangeParts, 'vault' | 'parts' | 'reader'> & {
  readonly index: ReturnType<typeof searchIndex>;
  readonly papers: Documents;
};

/** Documents that come from other desks are read for the search as those taken in here are. */
const exchanging = ({ index, papers, ...parts }: Exchanging) =>
  exchange({
    ...parts,
    likelySame: likelySame({ index, reader: parts.reader }),
    readTexts: (ids) => papers.readTexts(ids),
  });

/** Throws `vault/read-only` where the vault cannot be written. */
const writableOnly =
  ({ isReadOnly }: OpenVault) =>
  (): void => {
    if (isReadOnly) throw new AppError('vault/read-only');
  };

const rebuilding =
  ({ db, audit, derivations }: WriterParts) =>
  (): void => {
    db.transaction(() => {
      rebuildTables(db, derivations);
      audit.append('rebuild', '');
    });
  };

const mending = (
  parts: WriterParts,
  vault: OpenVault,
  { noteExport }: ReturnType<typeof leaving>['notes'],
) => {
  const drafts = draftStore(parts.db, parts.actor);
  const into = { vault, takeIn: taker(parts), writer: actionWriter(parts), drafts };
  return {
    /** Fills a vault that was just made with what a damaged one still gives. */
    takePlaceOf: (damaged: OpenVault, onStep: OnStep) => salvageInto(damaged, into, onStep),
    /** What can be read of a damaged vault, written readable. Throws `input/exists`. */
    exportReadable: readableExport(vault, noteExport),
    /** Makes everything that is shown anew from the changes, which are not touched. */
    rebuild: rebuilding(parts),
  };
};

export type CaseFile = ReturnType<typeof openCaseFile>;

export type Hand = {
  readonly name: string;
  /** Eight groups of five digits, to compare in person or by voice. */
  readonly fingerprint?: string;
};

function handOf({ db, actor }: OpenVault): Hand {
  const row = vaultStore(db).actor(idToBytes(actor));
  if (row === undefined) return { name: '' };
  if (row.signPublic === null || row.agePublic === null) return { name: row.name };
  const digits = fingerprintDigits(fingerprint(row.signPublic, row.agePublic));
  return { name: row.name, fingerprint: digits.join(' ') };
}

const IMPORT_SECRET = 'import-key';

/** The secret that makes ids of imported keys; made when the first import asks for it. */
function importKeys({ db, random, isReadOnly }: OpenVault): KeyedIds {
  let keyed: KeyedIds | undefined;
  const make = (): KeyedIds => {
    const store = vaultStore(db);
    const known = store.secret(IMPORT_SECRET);
    const secret = known ?? random.bytes(32);
    if (known === undefined && !isReadOnly) store.setSecret(IMPORT_SECRET, secret);
    return keyedIds(secret);
  };
  return (namespace, key) => (keyed ??= make())(namespace, key);
}
