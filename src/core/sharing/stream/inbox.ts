import { AppError } from '#shared/errors/app-error';
import { equalBytes, toHex } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import { groupBy } from '#core/changes/group-by';
import { fromBase64 } from '#core/vault/exact-json';
import { keepSnapshotOfDay } from '#core/vault/snapshot';
import { commitmentTo, type Manifest } from '../bundle/manifest';
import { openBundle, type Front, type Incoming } from '../bundle/open';
import { isOurs, type Choice } from '../receive';
import { keepAside } from './aside';
import { refusalOf, type FoundBundle } from './look';
import type { TakenFrom, Waiting } from './model';
import { isPast, nextOf, waitOf, type Queued } from './order';
import type { Run } from './parts';

type Stream = NonNullable<Manifest['stream']>;
type TakenIn = ReturnType<Run['receive']['take']>;
type InStream = Queued & { readonly found: FoundBundle; readonly stream: Stream };

/** Nobody is asked while a folder is read: what has to be asked waits, and an unverified sender too. */
const CHOICE: Choice = { records: 'all', rest: 'setAside', answers: {}, despite: false };

export type Inbox = { readonly taken: readonly TakenFrom[]; readonly waits: readonly Waiting[] };

/** Counts by sender what came. */
function tally() {
  const by = new Map<string, TakenFrom>();
  return {
    add: (from: string, { taken, files, setAside }: TakenIn): void => {
      const was = by.get(from) ?? { from, bundles: 0, changes: 0, files: 0, asking: 0 };
      by.set(from, {
        ...{ from, bundles: was.bundles + 1, changes: was.changes + taken.length },
        ...{ files: was.files + files, asking: was.asking + setAside.length },
      });
    },
    list: (): readonly TakenFrom[] => [...by.values()],
  };
}

/**
 * What a bundle brought to every member of the group need not be sent again by us. That they do have it
 * is watched until their receipts say so.
 */
function noteRelay(run: Run, { manifest, print, set, blobs, bundleId }: Incoming, stream: Stream) {
  const { members, streams, vault } = run;
  const { rcpt } = manifest;
  if (rcpt === 'passphrase') return;
  const others = members.filter((card) => !equalBytes(card.print, print));
  if (!others.every((card) => rcpt.includes(commitmentTo(bundleId, card.print)))) return;
  for (const { id } of set.changes) streams.addBroughtChange(run.stream.id, idToBytes(id));
  for (const blob of blobs.keys()) streams.addSentFile(run.stream.id, blob);
  if (others.length === 0) return;
  streams.addWaiting(
    {
      ...{ id: bundleId, folder: run.folder.id, sender: print, stream: fromBase64(stream.id) },
      ...{ kind: stream.kind, n: stream.n, at: vault.clock.nowMs(), names: undefined },
      blobs: [...blobs.keys()],
    },
    others.map((card) => card.print),
  );
}

/** Notes how far its stream came, and that its file is done with; call it inside the transaction. */
function noteTaken(
  { folders, folder }: Run,
  { name, sizeBytes, front }: FoundBundle,
  stream: Stream,
) {
  const { bundleId, print } = front;
  const place = { n: stream.n, bundle: bundleId, isBase: stream.prev === null };
  if (stream.kind === 'facts') folders.saveStreamPlace(print, fromBase64(stream.id), place);
  folders.addDoneFile(folder.id, { name, sizeBytes, bundle: bundleId });
}

/** Merges one bundle with all that is noted of it, in one transaction. */
function merge(run: Run, incoming: Incoming, found: FoundBundle, stream: Stream): TakenIn {
  const { vault, receive } = run;
  const { knownAs } = receive.assertMayTake(incoming, CHOICE);
  keepSnapshotOfDay(vault);
  return vault.db.transaction(() => {
    const done = receive.take(incoming, CHOICE);
    keepAside(vault, incoming, done, knownAs);
    noteTaken(run, found, stream);
    noteRelay(run, incoming, stream);
    return done;
  });
}

/**
 * Opens a bundle again, all of it, and merges it; undefined where it was taken in before, by hand or
 * through another folder: whatever was decided of it then stands. Throws what opening and merging throw.
 */
async function takeOne(run: Run, found: FoundBundle, stream: Stream): Promise<TakenIn | undefined> {
  const { vault, receive } = run;
  if (receive.assertMayTake(found.front, CHOICE).before !== undefined) {
    vault.db.transaction(() => {
      noteTaken(run, found, stream);
    });
    return undefined;
  }
  const source = found.bytes();
  let incoming: Incoming;
  try {
    incoming = await openBundle(vault, guarded(source, run.assertGoing));
  } finally {
    await source.return(undefined);
  }
  try {
    if (!equalBytes(incoming.bundleId, found.front.bundleId))
      throw new AppError('bundle/damaged', { reason: 'changed' });
    return merge(run, incoming, found, stream);
  } finally {
    incoming.drop();
  }
}

async function* guarded(source: AsyncIterable<Uint8Array>, assertGoing: () => void) {
  for await (const bytes of source) {
    assertGoing();
    yield bytes;
  }
}

/** Why a bundle is not even tried; undefined where it is. */
function holdOf(run: Run, { name, front }: FoundBundle): Waiting | undefined {
  const { members, leftOut, receive } = run;
  const whose = { name, from: front.sender.name, madeMs: front.manifest.created_ms };
  if (front.manifest.stream === null) return { ...whose, reason: 'by-hand' };
  const isMember = [...members, ...leftOut].some((card) => equalBytes(card.print, front.print));
  try {
    receive.assertMayTake(front, CHOICE);
    return isMember ? undefined : { ...whose, reason: 'not-member' };
  } catch (error) {
    return { ...whose, ...refusalOf(name, error) };
  }
}

/** What is to be tried; the rest goes to what waits, but for what came from this vault itself. */
function sorted(run: Run, bundles: readonly FoundBundle[], waits: Waiting[]): readonly InStream[] {
  const isOwn = ({ sender }: Front): boolean => isOurs(run.vault, sender.signPublic);
  return bundles
    .filter(({ front }) => !isOwn(front))
    .flatMap((found) => {
      const held = holdOf(run, found);
      const { stream } = found.front.manifest;
      if (held !== undefined) waits.push(held);
      return held !== undefined || stream === null ? [] : [queuedOf(found, stream)];
    });
}

const keyOf = (print: Uint8Array, stream: Stream): string => `${toHex(print)}/${stream.id}`;

/** Takes in what the folder holds: facts in the order of their streams, then attachments. */
export async function takeAll(run: Run, bundles: readonly FoundBundle[]): Promise<Inbox> {
  const { folders, folder } = run;
  const waits: Waiting[] = [];
  const counted = tally();
  let done = 0;

  const wait = ({ name, front }: FoundBundle, more: Pick<Waiting, 'reason' | 'code'>): void => {
    waits.push({ name, from: front.sender.name, madeMs: front.manifest.created_ms, ...more });
  };
  const noteDone = ({ name, sizeBytes, front }: FoundBundle): void => {
    folders.addDoneFile(folder.id, { name, sizeBytes, bundle: front.bundleId });
  };
  /** Whether it was taken; why not is noted. */
  const attempt = async (found: FoundBundle, stream: Stream): Promise<boolean> => {
    run.assertGoing();
    run.onStep({ step: 'take', done, total: bundles.length });
    done += 1;
    try {
      const taken = await takeOne(run, found, stream);
      if (taken !== undefined) {
        counted.add(found.front.sender.name, taken);
        await run.readTexts(taken.documents);
      }
      return true;
    } catch (error) {
      wait(found, refusalOf(found.name, error));
      return false;
    }
  };

  const takeStream = async (queue: readonly InStream[]): Promise<void> => {
    const [first] = queue;
    if (first === undefined) return;
    const id = fromBase64(first.stream.id);
    const placeNow = () => folders.streamPlace(first.found.front.print, id);
    const seen = new Set<InStream>();
    let isMoving = true;
    while (isMoving) {
      isMoving = false;
      for (const one of nextOf(
        placeNow(),
        queue.filter((each) => !seen.has(each)),
      )) {
        seen.add(one);
        isMoving = await attempt(one.found, one.stream);
        if (isMoving) break;
      }
    }
    const place = placeNow();
    for (const one of queue)
      if (isPast(place, one)) noteDone(one.found);
      else if (!seen.has(one)) wait(one.found, { reason: waitOf(place, one) });
  };

  const tried = sorted(run, bundles, waits);
  const facts = tried.filter(({ stream }) => stream.kind === 'facts');
  const byStream = groupBy(facts, ({ found, stream }) => keyOf(found.front.print, stream));
  for (const queue of byStream.values()) await takeStream(once(queue));
  for (const { found, stream } of once(tried.filter((one) => one.stream.kind === 'files')))
    await attempt(found, stream);
  return { taken: counted.list(), waits };
}

const queuedOf = (found: FoundBundle, stream: Stream): InStream => ({
  ...{ found, stream, n: stream.n, id: found.front.bundleId },
  prev: stream.prev === null ? null : fromBase64(stream.prev),
});

/** The same bundle under several names counts once. */
function once(queue: readonly InStream[]): readonly InStream[] {
  const known = new Map(queue.toReversed().map((one) => [toHex(one.id), one]));
  return [...known.values()].sort((a, b) => a.n - b.n);
}
