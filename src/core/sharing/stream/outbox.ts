import { equalBytes, toHex } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import type { Leaving } from '#core/gate/model';
import type { CardRow } from '#core/db/repositories/card-store';
import type { StreamKind, StreamOut } from '#core/db/repositories/stream-store';
import { toBase64 } from '#core/vault/exact-json';
import { makeBundle, type Addressee } from '../bundle/make';
import { lotsOf, markOf, partOf, sentChanges, unsent, withDocuments } from './delta';
import type { Overdue } from './overdue';
import type { Run } from './parts';
import { removeParts, writeObject } from './write-object';

/** Attachments that travel in one bundle; one that is longer goes alone. */
const LOT_BYTES = 256 * 1024 * 1024;

export type Sent = { bundles: number; changes: number; files: number; sizeBytes: number };

type Parcel = {
  readonly leaving: Leaving;
  readonly to: readonly CardRow[];
  readonly kind: StreamKind;
  /** What it is in its stream. */
  readonly place: { readonly n: number; readonly prev: Uint8Array | null };
  /** Noted in the same transaction. */
  readonly note: (bundleId: Uint8Array) => void;
};

/** Writes one bundle into the folder: whole and noted, and only then with a name that others read. */
async function post(run: Run, sent: Sent, { leaving, to, kind, place, note }: Parcel) {
  const { vault, folder, stream, streams, print, assertGoing, onStep } = run;
  assertGoing();
  const addressee: Addressee = { type: 'cards', cards: to };
  const id = kind === 'facts' ? stream.id : stream.filesId;
  const prev = place.prev === null ? null : toBase64(place.prev);
  const made = await makeBundle(vault, {
    ...{ leaving, addressee },
    stream: { id: toBase64(id), kind, n: place.n, prev },
  });
  let sizeBytes = 0;
  const written = await writeObject(made.bytes, {
    ...{ dir: folder.place, random: vault.random, partBytes: folder.partBytes },
    lock: { type: 'recipients', agePublic: to.map(({ agePublic }) => agePublic) },
    onBytes: (bytes) => {
      assertGoing();
      sizeBytes += bytes;
    },
  });
  try {
    vault.db.transaction(() => {
      made.note();
      const blobs = leaving.files.map(({ blob }) => blob);
      streams.addWaiting(
        {
          ...{ id: made.bundleId, folder: folder.id, sender: print, stream: id, kind, n: place.n },
          ...{ at: vault.clock.nowMs(), names: written.names, blobs },
        },
        to.map((card) => card.print),
      );
      note(made.bundleId);
    });
  } catch (error) {
    written.drop();
    throw error;
  }
  written.name();
  sent.bundles += 1;
  sent.changes += kind === 'facts' ? leaving.set.changes.length : 0;
  sent.files += leaving.files.length;
  sent.sizeBytes += sizeBytes;
  onStep({ step: 'send', done: sent.bundles, total: sent.bundles });
  return made.bundleId;
}

const isAmong = (prints: readonly Uint8Array[], { print }: CardRow): boolean =>
  prints.some((one) => equalBytes(one, print));

/** Notes that everybody of the stream was sent these, with what each was said to cover. */
function noteChanges({ streams, stream }: Run, { set }: Leaving): void {
  const sent = sentChanges(streams.sentChanges(stream.id));
  for (const change of set.changes) {
    const mark = markOf(change);
    if (sent.get(change.id) !== mark) streams.addSentChange(stream.id, idToBytes(change.id), mark);
  }
}

/** Who follows the stream, and who needs everything: newcomers, and whoever lacks something for too long. */
function sides(run: Run, overdue: Overdue) {
  const { members, streams, stream } = run;
  const known = streams.members(stream.id);
  const isNeedy = (card: CardRow): boolean =>
    !isAmong(known, card) || overdue.facts.has(toHex(card.print));
  // Before the first bundle there is no place to join at: it is then made for all.
  const isFresh = stream.n === 0 && known.length === 0;
  const needy = isFresh ? [] : members.filter(isNeedy);
  const isForAll = isFresh || (stream.n === 0 && needy.length > 0);
  return {
    isFresh,
    steady: isForAll ? [] : members.filter((card) => !needy.includes(card)),
    needy: isForAll ? members : needy,
    newcomers: members.filter((card) => !isAmong(known, card)),
  };
}

type Sides = ReturnType<typeof sides>;

/** Facts: what is new for those who follow, everything for those who need it. */
async function sendFacts(run: Run, sent: Sent, leaving: Leaving, sides: Sides): Promise<void> {
  const { streams, stream } = run;
  const { isFresh, steady, needy } = sides;
  const fresh = unsent(leaving.set.changes, sentChanges(streams.sentChanges(stream.id)));
  const isNew = fresh.length > 0;
  const n = isNew || (stream.n === 0 && !isFresh) ? stream.n + 1 : stream.n;
  const base = isFresh ? fresh : leaving.set.changes;
  let last = stream.last;
  const moveTo = (bundleId: Uint8Array): void => {
    last = bundleId;
    streams.saveStream({ ...current(run), n, last });
  };
  if (isNew && steady.length > 0)
    await post(run, sent, {
      ...{ leaving: partOf(leaving, fresh, []), to: steady, kind: 'facts' },
      place: { n, prev: stream.last },
      note: (bundleId) => {
        moveTo(bundleId);
        noteChanges(run, leaving);
      },
    });
  const isAlone = n > stream.n && !(isNew && steady.length > 0);
  if (needy.length > 0 && (isNew || !isFresh))
    await post(run, sent, {
      ...{ leaving: partOf(leaving, base, []), to: needy, kind: 'facts' },
      place: { n, prev: null },
      note: (bundleId) => {
        if (isAlone) moveTo(bundleId);
        noteChanges(run, leaving);
        endOlder(run, needy, bundleId);
      },
    });
}

/** The stream as it stands now: attachments move it too. */
function current({ streams, stream, vault }: Run): StreamOut {
  const { folder, sender, origin } = stream;
  const found = streams.stream(folder, sender, origin);
  if (found === undefined)
    throw new Error(`a stream of ${vault.vaultId} went away while it was used`);
  return found;
}

/** Whoever gets everything anew waits for nothing that came before. */
function endOlder({ streams, folder }: Run, to: readonly CardRow[], except: Uint8Array): void {
  for (const { id, kind } of streams.waitingBundles(folder.id))
    if (kind === 'facts' && !equalBytes(id, except))
      for (const { print } of to) streams.endWait(id, print);
}

/** Attachments, each in a bundle with its document: the new ones to all, all of them to newcomers. */
async function sendFiles(
  run: Run,
  sent: Sent,
  leaving: Leaving,
  { isFresh, newcomers }: Sides,
  overdue: Overdue,
): Promise<void> {
  const { streams, stream, members, folder } = run;
  const known = new Set(streams.sentFiles(stream.id));
  const fresh = leaving.files.filter(({ blob }) => !known.has(blob));
  const older = leaving.files.filter(({ blob }) => known.has(blob));
  const send = async (
    files: Leaving['files'],
    to: readonly CardRow[],
    note: (files: Leaving['files']) => void,
  ): Promise<void> => {
    if (to.length === 0) return;
    for (const lot of lotsOf(files, LOT_BYTES)) {
      const now = current(run);
      await post(run, sent, {
        ...{ leaving: withDocuments(leaving, lot), to, kind: 'files' },
        place: { n: now.filesN + 1, prev: null },
        note: () => {
          streams.saveStream({ ...now, filesN: now.filesN + 1 });
          note(lot);
        },
      });
    }
  };
  await send(fresh, members, (lot) => {
    for (const { blob } of lot) streams.addSentFile(stream.id, blob);
  });
  if (!isFresh) await send(older, newcomers, () => undefined);
  for (const { bundle, names, blobs, prints } of overdue.files) {
    const again = leaving.files.filter(({ blob }) => blobs.includes(blob));
    const to = members.filter((card) => isAmong(prints, card) && !newcomers.includes(card));
    await send(again, to, () => undefined);
    removeParts(folder.place, names);
    streams.dropWaiting(bundle);
  }
}

/** Sends what is new; everything passes the gate anew each time. Throws `blob/…`, `disk/…`. */
export async function sendAll(run: Run, overdue: Overdue): Promise<Sent> {
  const sent: Sent = { bundles: 0, changes: 0, files: 0, sizeBytes: 0 };
  const { folder, members } = run;
  if (members.length === 0) return sent;
  const { purpose, level, history, files } = folder;
  const leaving = run.plan({ purpose, level, history, files });
  const split = sides(run, overdue);
  await sendFacts(run, sent, leaving, split);
  await sendFiles(run, sent, leaving, split, overdue);
  // Only now do they have everything; broken off before, they get it again.
  const { streams, stream, vault } = run;
  vault.db.transaction(() => {
    for (const { print } of split.newcomers) streams.join(stream.id, print);
  });
  return sent;
}
