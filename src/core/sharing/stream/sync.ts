import * as fs from 'node:fs';
import * as path from 'node:path';
import { AppError, isAppError } from '#shared/errors/app-error';
import { toAppError } from '#core/db/errors';
import type { FolderRow } from '#core/db/repositories/folder-store';
import { mediumOf } from '#core/vault/medium';
import { ownIdentity } from '#core/vault/own-identity';
import { wipe } from '#core/vault/sodium';
import { shortPrint } from '../bundle/manifest';
import { takeAll, type Inbox } from './inbox';
import { listFolder, lookInto, refusalOf, type Listing } from './look';
import { DAY_MS, type Outstanding, type Synced, type SyncStep, type Waiting } from './model';
import { isPart } from './names';
import { notesFilesOf, takeNotes, writeNotes } from './notes';
import { sendAll, type Sent } from './outbox';
import { forgetLeavers, overdueOf, removeFinished } from './overdue';
import {
  membersOf,
  ownStream,
  stateOf,
  Stopped,
  storesOf,
  type FolderParts,
  type Run,
} from './parts';
import { nameParts } from './write-object';

export type SyncOptions = {
  readonly onStep?: (step: SyncStep) => void;
  readonly isCancelled?: () => boolean;
  /** The folder is known to be another, or emptied: begin in it anew. */
  readonly anew?: boolean;
};

const NOTHING_SENT: Sent = { bundles: 0, changes: 0, files: 0, sizeBytes: 0 };

/** Print of whoever opened the vault. Throws `card/identity` after a recovery key. */
function ownPrint({ vault }: FolderParts): Uint8Array {
  const identity = ownIdentity(vault);
  if (identity === undefined) throw new AppError('card/identity');
  try {
    return shortPrint(identity);
  } finally {
    wipe(identity.seed, identity.ageSecret);
  }
}

/** Ends what a run that was killed left half done: what was noted gets its name, other leftovers go. */
function tidy({ streams, folder, vault }: Run): void {
  const { place } = folder;
  // First of all: a stick that is not plugged in is told as that.
  const found = listFolder(place);
  for (const { names } of streams.waitingBundles(folder.id))
    if (names !== undefined) nameParts(place, names);
  nameParts(place, notesFilesOf(folder).slice(0, 1));
  const now = vault.clock.nowMs();
  for (const name of found.keys()) {
    const file = path.join(place, name);
    const stat = isPart(name) ? fs.statSync(file, { throwIfNoEntry: false }) : undefined;
    // Another desk may be writing into the very same folder.
    if (stat !== undefined && now - stat.mtimeMs > DAY_MS) fs.rmSync(file, { force: true });
  }
}

/** A folder in which nothing is left of what lay there is most likely a stick that is not plugged in. */
function assertSame({ streams, folders, folder }: Run, listing: Listing): void {
  const ours = streams.waitingBundles(folder.id).flatMap(({ names }) => names ?? []);
  const others = folders.doneFiles(folder.id).map(({ name }) => name);
  const known = [...ours, ...others, ...notesFilesOf(folder)];
  if (known.length > 0 && !known.some((name) => listing.has(name)))
    throw new AppError('folder/empty');
}

/** Who has not said yet that they took what was sent. */
export function outstandingOf(
  { streams }: Pick<Run, 'streams'>,
  { book }: Pick<FolderParts, 'book'>,
  folder: FolderRow,
): readonly Outstanding[] {
  const by = new Map<string, Outstanding>();
  for (const { id, at, names } of streams.waitingBundles(folder.id)) {
    if (names === undefined) continue;
    for (const print of streams.waitsOf(id)) {
      const name = book.standing(print).row?.name ?? '';
      const was = by.get(name) ?? { name, bundles: 0, sinceMs: at };
      const sinceMs = Math.min(was.sinceMs, at);
      by.set(name, { name, bundles: was.bundles + 1, sinceMs });
    }
  }
  return [...by.values()];
}

function begin(parts: FolderParts, folder: FolderRow, options: SyncOptions): Run {
  const { vault, groups } = parts;
  const stores = storesOf(vault);
  const print = ownPrint(parts);
  return {
    ...parts,
    ...stores,
    ...{ folder, print, ...membersOf(groups, folder) },
    stream: ownStream(vault, stores.streams, folder, print),
    onStep: options.onStep ?? (() => undefined),
    assertGoing: () => {
      if (options.isCancelled?.() === true) throw new Stopped();
    },
  };
}

/** Looks into the folder and takes in what may be taken. */
async function receiveAll(run: Run, listing: Listing, found: Waiting[]): Promise<Inbox> {
  const { vault, folder, folders, streams, onStep, assertGoing } = run;
  const done = folders.doneFiles(folder.id);
  for (const { name, sizeBytes } of done)
    if (listing.get(name) !== sizeBytes) folders.dropDoneFile(folder.id, name);
  const own = streams.waitingBundles(folder.id).flatMap(({ names }) => names ?? []);
  const finished = done
    .filter(({ name, sizeBytes }) => listing.get(name) === sizeBytes)
    .map(({ name }) => name);
  const skip = new Set([...own, ...finished, ...notesFilesOf(folder)]);
  const seen = await lookInto(vault, folder.place, listing, {
    skip,
    onFile: (done) => {
      assertGoing();
      onStep({ step: 'look', done, total: listing.size });
    },
  });
  found.push(...seen.waits);
  for (const receipt of seen.receipts)
    try {
      takeNotes(run, [receipt]);
    } catch (error) {
      found.push(refusalOf('', error));
    }
  return takeAll(run, seen.bundles);
}

/**
 * One run: takes in what came, sends what is new, gives receipts, and removes what everybody has. Doing
 * it twice changes nothing. What fails for one file makes that file wait; what was done before a throw
 * stays. Throws `folder/unreachable`, `folder/empty`, `card/identity`, `vault/read-only`, `disk/…`.
 */
export async function syncFolder(
  parts: FolderParts,
  folder: FolderRow,
  options: SyncOptions,
): Promise<Synced> {
  if (parts.vault.isReadOnly) throw new AppError('vault/read-only');
  const run = begin(parts, folder, options);
  const medium = mediumOf(folder.place);
  const found: Waiting[] = [];
  let [inbox, sent, removed, isCancelled] = [nothingTaken, NOTHING_SENT, 0, false];
  try {
    tidy(run);
    const listing = listFolder(folder.place);
    if (options.anew !== true) assertSame(run, listing);
    forgetLeavers(run);
    inbox = await receiveAll(run, listing, found);
    sent = await sendAll(run, overdueOf(run, listing));
    removed = removeFinished(run);
    await writeNotes(run, listing);
  } catch (error) {
    if (!(error instanceof Stopped)) throw namedError(error, medium.isGone());
    isCancelled = true;
  }
  const waits = [...found, ...inbox.waits];
  note(run, waits, isCancelled);
  return {
    ...{ isCancelled, taken: inbox.taken, sent, removed, waits },
    leftOut: run.leftOut.map((card) => ({ name: card.name, state: stateOf(card) })),
    outstanding: outstandingOf(run, parts, folder),
  };
}

const nothingTaken: Inbox = { taken: [], waits: [] };

/** What the folder's disk throws is told as that: it is not the vault's. */
function namedError(error: unknown, isGone: boolean): AppError {
  const named = toAppError(error);
  const isOfFolder = (named.code === 'vault/read-only' && !isAppError(error)) || isGone;
  return isOfFolder ? new AppError('folder/unreachable', {}, error) : named;
}

function note(run: Run, waits: readonly Waiting[], isCancelled: boolean): void {
  const { folders, folder, vault } = run;
  const now = folders.folders().find(({ id }) => Buffer.compare(id, folder.id) === 0);
  if (now === undefined || isCancelled) return;
  folders.saveFolder({ ...now, syncedAt: vault.clock.nowMs(), waits: JSON.stringify(waits) });
}
