import { AppError } from '#shared/errors/app-error';
import type { ErrorCode } from '#shared/errors/codes';
import type { RecordId } from '#shared/domain/ids';
import type { SenderStanding } from '#shared/domain/sharing';
import { equalBytes, toHex } from '#core/kernel/bytes';
import type { Change } from '#core/changes/model';
import type { Decide, Question } from '#core/changes/sort-set';
import { taker, type TakenIn } from '#core/changes/take-in';
import type { WriterParts } from '#core/changes/edit-store';
import { exchangeStore, type ArrivalRow } from '#core/db/repositories/exchange-store';
import { pendingTexts } from '#core/db/repositories/pending-texts';
import { vaultStore } from '#core/db/repositories/vault-store';
import type { OpenVault } from '#core/vault/ports';
import type { Front, Incoming } from './bundle/open';
import { shortPrint } from './bundle/manifest';
import { toldPlace } from './bundle/witness';
import type { AddressBook } from './cards/address-book';
import { readGrant } from './signed-files';

export type Arrival = {
  readonly sender: SenderStanding;
  /** Name by which the sender is kept here; '' where their card is not. */
  readonly knownAs: string;
  /** The same bundle was taken in before, wholly or in part. */
  readonly before?: ArrivalRow['outcome'];
  /** A later bundle of this sender is here already. */
  readonly isStale: boolean;
};

/** What somebody decided about a bundle. */
export type Choice = {
  /** Records to take from; what else is new in it waits, as `rest` says. */
  readonly records: 'all' | ReadonlySet<RecordId>;
  readonly rest: 'setAside' | 'refuse';
  /** Changes that ask first; without an answer they are set aside. */
  readonly answers: Readonly<Partial<Record<Question, 'take' | 'refuse' | 'setAside'>>>;
  /** Take it although nobody verified the sender; noted in the log. */
  readonly despite: boolean;
  /** What says that the sender is a travel copy of this desk, as a file. */
  readonly grant?: Uint8Array;
};

const REFUSED: Readonly<Partial<Record<SenderStanding, ErrorCode>>> = {
  unknown: 'bundle/unverified',
  unverified: 'bundle/unverified',
  changed: 'bundle/changed',
  revoked: 'bundle/revoked',
  seized: 'bundle/held',
};
/** Only for these does a person's word suffice. */
const MAY_BE_OVERRULED: readonly SenderStanding[] = ['unknown', 'unverified'];

/** A travel copy whose card nobody compared is believed as a verified one. Throws `travel/grant`. */
function granted(vault: OpenVault, incoming: Front, known: Arrival, grant?: Uint8Array): Arrival {
  if (grant === undefined || !MAY_BE_OVERRULED.includes(known.sender)) return known;
  assertGranted(vault, incoming, grant);
  return { ...known, sender: 'verified' };
}

/** Throws `travel/grant` unless a person of this vault signed that this very sender is a travel copy, and it still is. */
function assertGranted(vault: OpenVault, { print }: Front, grant: Uint8Array): void {
  const { signer, copy, untilMs } = readGrant(grant);
  if (!isOurs(vault, signer.signPublic)) throw new AppError('travel/grant', { reason: 'signer' });
  if (!equalBytes(shortPrint(copy), print)) throw new AppError('travel/grant', { reason: 'copy' });
  if (vault.clock.nowMs() > untilMs) throw new AppError('travel/grant', { reason: 'over' });
}

const decideBy =
  ({ records, rest, answers }: Choice): Decide =>
  (change: Change, question) => {
    const isChosen = records === 'all' || records.has(change.record);
    if (!isChosen) return rest;
    return question === undefined ? 'take' : (answers[question] ?? 'setAside');
  };

/** Keeps the attachments whose naming is in the log now, and answers whose they are; call it inside the transaction. */
function keepFiles({ set, blobs }: Incoming, held: ReadonlySet<string>): readonly RecordId[] {
  const documents: RecordId[] = [];
  for (const { id, record, kind, path, value } of set.changes) {
    const isNaming = kind === 'document' && path === 'blob' && held.has(id);
    const blob = isNaming && typeof value === 'string' ? blobs.get(value) : undefined;
    if (blob === undefined) continue;
    blob.keepAs(value as string);
    documents.push(record);
  }
  return documents;
}

/** Keeps how far the sender's log had come. Of this vault's own log only its own people can tell. */
function keepWitness(vault: OpenVault, { manifest, sender }: Incoming): void {
  const place = toldPlace(manifest, sender.signPublic);
  if (place === undefined) return;
  const isOfThis = toHex(place.vaultId) === vault.vaultId;
  if (!isOfThis || isOurs(vault, sender.signPublic)) vault.audit.takeWitness(place, 'bundle');
}

function outcomeOf({ setAside, refused, taken }: TakenIn): ArrivalRow['outcome'] {
  const isPart = setAside.length > 0 || refused.length > 0;
  if (!isPart) return 'all';
  return taken.length === 0 ? 'none' : 'part';
}

/** Who signed, as known here: a person of this vault, or by their card. */
function senderOf(
  vault: OpenVault,
  book: AddressBook,
  { print, sender }: Front,
): Pick<Arrival, 'sender' | 'knownAs'> {
  const here = handHere(vault, sender.signPublic);
  if (here !== undefined) return { sender: here, knownAs: '' };
  const { row, isFormer } = book.standing(print);
  if (row === undefined) return { sender: 'unknown', knownAs: '' };
  const standing = isFormer ? 'changed' : row.seizedAt === null ? row.state : 'seized';
  return { sender: standing, knownAs: row.name };
}

/** Looks a bundle's sender up, and merges what was chosen. */
export function receiver(vault: OpenVault, parts: WriterParts, book: AddressBook) {
  const { db, audit, clock } = vault;
  const store = exchangeStore(db);
  const texts = pendingTexts(db);
  const takeIn = taker(parts);

  /** Throws `bundle/clash` where another bundle came under the same id. */
  const arrivalOf = (incoming: Front): Arrival => {
    const { bundleId, manifest, manifestHash, print } = incoming;
    const before = store.arrival(bundleId);
    const isOther =
      before !== undefined &&
      !(equalBytes(before.manifest, manifestHash) && equalBytes(before.print, print));
    if (isOther) throw new AppError('bundle/clash', { id: toHex(bundleId) });
    return {
      ...senderOf(vault, book, incoming),
      ...(before === undefined ? {} : { before: before.outcome }),
      isStale: before === undefined && manifest.seq < store.lastArrivalSeq(print),
    };
  };

  /** Throws `bundle/unverified`, `bundle/changed`, `bundle/revoked`, `bundle/held`, `bundle/clash`, `travel/grant`. */
  const assertMayTake = (
    incoming: Front,
    { despite, grant }: Pick<Choice, 'despite' | 'grant'>,
  ): Arrival => {
    const arrival = granted(vault, incoming, arrivalOf(incoming), grant);
    const code = REFUSED[arrival.sender];
    const isOverruled = despite && MAY_BE_OVERRULED.includes(arrival.sender);
    if (code !== undefined && !isOverruled) throw new AppError(code);
    return arrival;
  };

  return {
    arrivalOf,
    assertMayTake,
    /**
     * Merges what was chosen in one transaction: changes, attachments, the note of its arrival and the
     * audit row, or nothing. Throws what `assertMayTake` throws.
     */
    take: (incoming: Incoming, choice: Choice, onStored?: () => void) => {
      const arrival = assertMayTake(incoming, choice);
      const { bundleId, print, manifest, manifestHash } = incoming;
      const bundle = toHex(bundleId);
      return db.transaction(() => {
        if (REFUSED[arrival.sender] !== undefined)
          audit.append('bundle.override', bundle, { print: toHex(print) });
        const sender = arrival.knownAs === '' ? incoming.sender.name : arrival.knownAs;
        const done = takeIn(incoming.set, { bundle, sender }, decideBy(choice), onStored);
        const documents = keepFiles(incoming, heldNow(incoming, done));
        // Read once all this is on the disk, by whoever asked or after the next opening.
        for (const document of documents) texts.mark(document);
        keepWitness(vault, incoming);
        const outcome = outcomeOf(done);
        store.saveArrival({
          ...{ id: bundleId, print, seq: manifest.seq, createdAt: manifest.created_ms },
          ...{ manifest: manifestHash, at: clock.nowMs(), outcome },
        });
        return { ...done, documents, files: documents.length, outcome };
      });
    },
  };
}

/** Changes of the bundle that are in the log: taken now, or here before, when only their attachment came. */
function heldNow({ set }: Incoming, { refused, setAside }: TakenIn): ReadonlySet<string> {
  const others = new Set<string>([...refused, ...setAside.map(({ change }) => change)]);
  return new Set(set.changes.map(({ id }) => id).filter((id) => !others.has(id)));
}

/** How the key of a person of this vault stands: that of one who has left it speaks for nobody any more. */
function handHere({ db }: OpenVault, signPublic: Uint8Array): 'own' | 'revoked' | undefined {
  const actor = vaultStore(db)
    .actors()
    .find((one) => one.signPublic !== null && equalBytes(one.signPublic, signPublic));
  if (actor === undefined) return undefined;
  return actor.slot === null ? 'revoked' : 'own';
}

/** Whether a key belongs to a person of this vault. */
export const isOurs = (vault: OpenVault, signPublic: Uint8Array): boolean =>
  handHere(vault, signPublic) === 'own';
