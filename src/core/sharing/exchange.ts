import type { RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import { toHex } from '#core/kernel/bytes';
import type { RecordReader } from '#core/changes/ports';
import type { WriterParts } from '#core/changes/edit-store';
import { bundleUndoer, type UndoneBundle } from '#core/changes/undo-bundle';
import { exchangeStore } from '#core/db/repositories/exchange-store';
import { openGate } from '#core/gate/gate';
import type { ShareOrder } from '#core/gate/model';
import { generatePassphrase } from '#core/vault/passphrase';
import type { OpenVault } from '#core/vault/ports';
import { keepSnapshot } from '#core/vault/snapshot';
import { askedAgain } from './again';
import { makeBundle, ownCard, withIdentity, type MakeOptions } from './bundle/make';
import { openBundle, type Incoming } from './bundle/open';
import { addressBook, digitsOf } from './cards/address-book';
import { addressing } from './cards/addressing';
import { cardGroups } from './cards/groups';
import { notices } from './cards/notices';
import { qrOf } from './cards/qr';
import { previewer, type Like } from './preview';
import { receiptDesk } from './receipts';
import { receiver, type Choice } from './receive';
import { asideDesk, sharedFolders } from './stream/index';
import { travelDesk } from './travel';

export type ExchangeParts = {
  readonly vault: OpenVault;
  readonly parts: WriterParts;
  readonly reader: RecordReader;
  readonly likelySame: Like;
  /** Reads the words of documents that came with their files. */
  readonly readTexts: (ids: readonly RecordId[]) => Promise<unknown>;
};

const WORDS = 8;

/** Everything that goes from desk to desk: cards, what leaves, what arrives. */
export function exchange({ vault, parts, reader, likelySame, readTexts }: ExchangeParts) {
  const book = addressBook(vault);
  const groups = cardGroups(vault);
  const gate = openGate({ db: vault.db, reader, blobs: vault.blobs });
  const store = exchangeStore(vault.db);
  const receive = receiver(vault, parts, book);
  const undoBundle = bundleUndoer(parts);
  const receipts = receiptDesk(vault, book);

  return {
    cards: book,
    groups,
    ...addressing(vault, book, groups),
    ...receipts,
    ...notices(vault, book),
    /** Vaults that are carried, and what makes them part of this desk. */
    travel: travelDesk(vault, book),
    /** The card of whoever opened the vault, to hand to others. Throws `card/identity`. */
    ownCard: (): Promise<Uint8Array> => withIdentity(vault, (identity) => ownCard(vault, identity)),
    /** The same card as a QR code. */
    ownQr: () => withIdentity(vault, (identity) => qrOf(ownCard(vault, identity))),
    /** Exactly what would leave, and what would not. */
    plan: (order: ShareOrder) => gate(order),
    /** The key of the one group a bundle is for: pseudonyms belong to a group. Throws `input/not-found`. */
    groupKey: (name: string): Uint8Array => {
      const group = groups.named(name);
      if (group === undefined) throw new AppError('input/not-found', { id: name });
      return group.key;
    },
    /** Eight words, for somebody who has no card; told apart from the bundle. */
    words: (): string => generatePassphrase(vault.random, WORDS),
    /** What a bundle made here was asked for. Throws `input/not-found`. */
    askedAgain: (bundle: string) => askedAgain(vault, bundle, (id) => reader.get(id) !== undefined),
    make: (options: MakeOptions) => makeBundle(vault, options),
    open: (source: AsyncIterable<Uint8Array>, words?: Uint8Array) =>
      openBundle(vault, source, words),
    arrivalOf: (incoming: Incoming) => receive.arrivalOf(incoming),
    digitsOf: ({ sender }: Incoming) => digitsOf(sender),
    /** Folders that carry bundles between desks. */
    folders: sharedFolders({ vault, book, groups, receive, readTexts, plan: gate, ...receipts }),
    /** What came through them and has to be decided. */
    aside: asideDesk(vault, parts, reader),
    preview: previewer(parts, reader, likelySame),
    /**
     * Takes in what was chosen; with a copy of the database as it stood before. `onStored` is called at
     * each change, of which `incoming.set` tells how many there are at most.
     */
    take: (incoming: Incoming, choice: Choice, onStored?: () => void) => {
      receive.assertMayTake(incoming, choice);
      keepSnapshot(vault);
      return receive.take(incoming, choice, onStored);
    },
    /**
     * Takes out again what a bundle brought, but for what was since worked on here. Throws
     * `input/not-found`.
     */
    undo: (bundle: string): UndoneBundle =>
      vault.db.transaction(() => {
        const row = store.arrivals().find(({ id }) => toHex(id) === bundle);
        const undone = undoBundle(bundle);
        if (row !== undefined) store.saveArrival({ ...row, outcome: 'none' });
        return undone;
      }),
  };
}

export type Exchange = ReturnType<typeof exchange>;
