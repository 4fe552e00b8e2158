import * as path from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { toHex } from '#core/kernel/bytes';
import type { ReadDocument } from '#core/documents/index';
import type { Leaving } from '#core/gate/index';
import type { Coming } from '#core/sharing/index';
import { createVault, type DeriveKey } from '#core/vault/index';
import type { KdfCost } from '#core/vault/kdf-policy';
import type { AnchorPlace } from '#core/vault/anchor-watch';
import { undoing } from '#core/vault/own-folder';
import { openCaseFile, type CaseFile } from './case-file';
import { markAsSample } from './desk-time';

const DAY_MS = 86_400_000;

export type TravelOptions = {
  /** A folder that does not exist yet, or is empty. */
  readonly dir: string;
  /** UTF-8 of a passphrase of its own; the caller wipes it. */
  readonly passphrase: Uint8Array;
  /** What goes along, as the gate let it through. */
  readonly leaving: Leaving;
  /** For how long it is taken back without being asked, from 1 to 365. */
  readonly days: number;
  readonly resourcesDir: string;
  readonly readDocument?: ReadDocument | undefined;
  readonly deriveKey: DeriveKey;
  readonly anchors?: AnchorPlace | undefined;
  readonly policy?: KdfCost;
  /** Told how many bytes were written, 0 while it is read what will be; what it throws calls it off. */
  readonly onWritten?: (bytes: number) => void;
};

/** What a travel copy took along. */
export type TravelCopy = {
  readonly records: number;
  readonly files: number;
  readonly heldBack: number;
  readonly untilMs: number;
};

/** What came back of it. */
export type TravelReturn = {
  /** Hex; the whole return can be undone by it. */
  readonly bundle: string;
  readonly coming: Coming;
  readonly taken: number;
  readonly setAside: number;
  readonly files: number;
};

type Told = Pick<TravelOptions, 'onWritten'>;

const fromOne = (
  file: CaseFile,
  to: Parameters<CaseFile['exchange']['make']>[0]['addressee'],
  told: Told,
) =>
  async function* (leaving: Leaving) {
    const onRead = (): void => told.onWritten?.(0);
    const made = await file.exchange.make({ leaving, addressee: to, onRead });
    for await (const bytes of made.bytes) {
      told.onWritten?.(bytes.length);
      yield bytes;
    }
    made.note();
  };

/** Takes all of a bundle that asks nothing; what asks is set aside and asked for again with the next. */
async function takeAll(file: CaseFile, source: AsyncIterable<Uint8Array>, grant?: Uint8Array) {
  const incoming = await file.exchange.open(source);
  try {
    const coming = await file.exchange.preview(incoming);
    const done = file.exchange.take(incoming, {
      ...{ records: 'all', rest: 'setAside', answers: {}, despite: false },
      ...(grant === undefined ? {} : { grant }),
    });
    await file.documents.readTexts(done.documents);
    return { bundle: toHex(incoming.bundleId), coming, done };
  } finally {
    incoming.drop();
  }
}

/** The copy knows its parent and nobody else, and takes the parent's bundle in as any desk would. */
async function fill(parent: CaseFile, copy: CaseFile, options: TravelOptions): Promise<number> {
  const { dir, leaving, days, onWritten } = options;
  const { travel } = parent.exchange;
  const place = path.resolve(dir);
  const untilMs = parent.vault.clock.nowMs() + days * DAY_MS;
  const card = await copy.exchange.ownCard();
  const { id, file } = await travel.grantTo(card, { untilMs, place, leaving });
  try {
    copy.exchange.travel.become(file);
    const home = copy.exchange.cards.add(await parent.exchange.ownCard()).card;
    copy.exchange.cards.verify(home.id, 'person', home.digits.join(''));
    const told = onWritten === undefined ? {} : { onWritten };
    await takeAll(copy, fromOne(parent, travel.addressOf(card), told)(leaving));
    return untilMs;
  } catch (error) {
    travel.forget(id);
    throw error;
  }
}

/**
 * Makes a vault to carry: chosen persons and cases through the gate, under a passphrase, a key and an
 * identity of its own, none of them this vault's. It has no paper to open it by: whoever loses the
 * passphrase throws it away. Throws what making a vault and a bundle throws, and leaves no folder then.
 */
export async function makeTravelCopy(
  parent: CaseFile,
  options: TravelOptions,
): Promise<TravelCopy> {
  const { dir, passphrase, leaving, deriveKey, anchors, policy, resourcesDir, readDocument } =
    options;
  parent.assertWritable();
  const undo = undoing(dir);
  // Throws where the folder is not free, and takes away what it made itself.
  const { vault } = await createVault({
    ...{ dir, passphrase, deriveKey, anchors, clock: parent.vault.clock },
    actorName: parent.hand().name,
    ...(policy === undefined ? {} : { policy }),
  });
  try {
    if (parent.sampleDay !== undefined) markAsSample(vault, parent.sampleDay);
    const untilMs = await fill(
      parent,
      openCaseFile(vault, { resourcesDir, readDocument }),
      options,
    );
    vault.close();
    const { records, files, heldBack } = leaving;
    return { records: records.length, files: files.length, heldBack: heldBack.length, untilMs };
  } catch (error) {
    vault.close();
    undo();
    throw error;
  }
}

/**
 * Merges what was written in a travel copy back, as a bundle that the copy signs for its parent. Throws
 * `travel/none` where it is none, `travel/grant` where it is another desk's or its time is over, and what
 * taking in throws.
 */
export async function takeTravelBack(
  parent: CaseFile,
  copy: CaseFile,
  told: Told = {},
): Promise<TravelReturn> {
  parent.assertWritable();
  const grant = copy.exchange.travel.grant();
  if (grant === undefined) throw new AppError('travel/none');
  const leaving = copy.exchange.plan({ purpose: 'counsel', history: 'full', files: 'all' });
  const source = fromOne(copy, copy.exchange.travel.home(), told)(leaving);
  const { bundle, coming, done } = await takeAll(parent, source, grant.file);
  parent.vault.db.transaction(() => {
    parent.exchange.travel.cameBack(grant.copy);
    parent.vault.audit.append('travel.back', bundle, { taken: done.taken.length });
  });
  return {
    ...{ bundle, coming, taken: done.taken.length },
    ...{ setAside: done.setAside.length, files: done.files },
  };
}
