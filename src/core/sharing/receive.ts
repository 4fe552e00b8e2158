import { AppError } from '#shared/errors/app-error';
import type { ErrorCode } from '#shared/errors/codes';
import type { RecordId } from '#shared/domain/ids';
import { equalBytes, toHex } from '#core/kernel/bytes';
import type { Change } from '#core/changes/model';
import type { Decide, Question } from '#core/changes/sort-set';
import { taker, type TakenIn } from '#core/changes/take-in';
import type { WriterParts } from '#core/changes/edit-store';
import { exchangeStore, type ArrivalRow } from '#core/db/repositories/exchange-store';
import { vaultStore } from '#core/db/repositories/vault-store';
import type { OpenVault } from '#core/vault/ports';
import type { Incoming } from './bundle/open';
import type { AddressBook } from './cards/address-book';

/** How the sender stands here. */
export type SenderStanding =
  'own' | 'unknown' | 'unverified' | 'verified' | 'changed' | 'revoked' | 'seized';

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
  readonly answers: Readonly<Partial<Record<Question, 'take' | 'refuse'>>>;
  /** Take it although nobody verified the sender; noted in the log. */
  readonly despite: boolean;
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

export const decideBy =
  ({ records, rest, answers }: Choice): Decide =>
  (change: Change, question) => {
    const isChosen = records === 'all' || records.has(change.record);
    if (!isChosen) return rest;
    return question === undefined ? 'take' : (answers[question] ?? 'setAside');
  };

/** Looks a bundle's sender up, and merges what was chosen. */
export function receiver(vault: OpenVault, parts: WriterParts, book: AddressBook) {
  const { db, audit, clock } = vault;
  const store = exchangeStore(db);
  const takeIn = taker(parts);

  const senderOf = ({ print, sender }: Incoming): Pick<Arrival, 'sender' | 'knownAs'> => {
    if (isOurs(vault, sender.signPublic)) return { sender: 'own', knownAs: '' };
    const { row, isFormer } = book.standing(print);
    if (row === undefined) return { sender: 'unknown', knownAs: '' };
    const standing = isFormer ? 'changed' : row.seizedAt === null ? row.state : 'seized';
    return { sender: standing, knownAs: row.name };
  };

  /** Throws `bundle/clash` where another bundle came under the same id. */
  const arrivalOf = (incoming: Incoming): Arrival => {
    const { bundleId, manifest, manifestHash, print } = incoming;
    const before = store.arrival(bundleId);
    const isOther =
      before !== undefined &&
      !(equalBytes(before.manifest, manifestHash) && equalBytes(before.print, print));
    if (isOther) throw new AppError('bundle/clash', { id: toHex(bundleId) });
    return {
      ...senderOf(incoming),
      ...(before === undefined ? {} : { before: before.outcome }),
      isStale: before === undefined && manifest.seq < store.lastArrivalSeq(print),
    };
  };

  const assertMayTake = ({ sender }: Arrival, despite: boolean): void => {
    const code = REFUSED[sender];
    if (code === undefined || (despite && MAY_BE_OVERRULED.includes(sender))) return;
    throw new AppError(code);
  };

  const keepFiles = ({ set, blobs }: Incoming, taken: ReadonlySet<string>): number => {
    let kept = 0;
    for (const change of set.changes) {
      if (change.kind !== 'document' || change.path !== 'blob' || !taken.has(change.id)) continue;
      if (typeof change.value !== 'string') continue;
      const blob = blobs.get(change.value);
      if (blob === undefined) continue;
      blob.keepAs(change.value);
      kept += 1;
    }
    return kept;
  };

  const noteArrival = (incoming: Incoming, done: TakenIn): ArrivalRow['outcome'] => {
    const { bundleId, print, manifest, manifestHash } = incoming;
    const isPart = done.setAside.length > 0 || done.refused.length > 0;
    const isNone = done.taken.length === 0 && isPart;
    const outcome = isNone ? 'none' : isPart ? 'part' : 'all';
    store.saveArrival({
      ...{ id: bundleId, print, seq: manifest.seq, createdAt: manifest.created_ms },
      ...{ manifest: manifestHash, at: clock.nowMs(), outcome },
    });
    return outcome;
  };

  return {
    arrivalOf,
    /**
     * Merges what was chosen in one transaction: changes, attachments, the note of its arrival and the
     * audit row, or nothing. Throws `bundle/unverified`, `bundle/changed`, `bundle/revoked`,
     * `bundle/held`, `bundle/clash`.
     */
    take: (incoming: Incoming, choice: Choice) => {
      const arrival = arrivalOf(incoming);
      assertMayTake(arrival, choice.despite);
      return db.transaction(() => {
        const bundle = toHex(incoming.bundleId);
        const sender = arrival.knownAs === '' ? incoming.sender.name : arrival.knownAs;
        if (REFUSED[arrival.sender] !== undefined)
          audit.append('bundle.override', bundle, { print: toHex(incoming.print) });
        const done = takeIn(incoming.set, { bundle, sender }, decideBy(choice));
        const held = new Set<string>(done.taken);
        const files = keepFiles(incoming, new Set([...held, ...knownIds(incoming, done)]));
        return { ...done, files, outcome: noteArrival(incoming, done) };
      });
    },
  };
}

/** Changes of the bundle that were here before: their attachments may come only now. */
function knownIds({ set }: Incoming, { taken, refused, setAside }: TakenIn): readonly string[] {
  const others = new Set<string>([...taken, ...refused, ...setAside.map(({ change }) => change)]);
  return set.changes.map(({ id }) => id).filter((id) => !others.has(id));
}

/** Whether a key belongs to a person of this vault. */
export const isOurs = ({ db }: OpenVault, signPublic: Uint8Array): boolean =>
  vaultStore(db)
    .actors()
    .some((actor) => actor.signPublic !== null && equalBytes(actor.signPublic, signPublic));
