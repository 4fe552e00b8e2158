import { AppError } from '#shared/errors/app-error';
import { equalBytes, toHex } from '#core/kernel/bytes';
import type { RecordReader } from '#core/changes/ports';
import type { WriterParts } from '#core/changes/edit-store';
import { cardStore, type CardRow } from '#core/db/repositories/card-store';
import { exchangeStore } from '#core/db/repositories/exchange-store';
import { openGate } from '#core/gate/gate';
import type { ShareOrder } from '#core/gate/model';
import { generatePassphrase } from '#core/vault/passphrase';
import type { OpenVault } from '#core/vault/ports';
import { keepSnapshot } from '#core/vault/snapshot';
import { makeBundle, ownCard, withIdentity, type Addressee, type MakeOptions } from './bundle/make';
import { shortPrint } from './bundle/manifest';
import { openBundle, type Incoming } from './bundle/open';
import { addressBook } from './cards/address-book';
import { cardGroups } from './cards/groups';
import { previewer } from './preview';
import { isOurs, receiver, type Choice } from './receive';
import { readNotice, readReceipt, writeNotice, writeReceipt } from './signed-files';

export type ExchangeParts = {
  readonly vault: OpenVault;
  readonly parts: WriterParts;
  readonly reader: RecordReader;
  readonly likelySame: Parameters<typeof previewer>[2];
};

/** What a group, or cards, are asked for by name. */
export type AddressOptions = {
  /** Names or ids of cards, names of groups. */
  readonly to: readonly string[];
  /** Also for whoever makes it. */
  readonly toSelf?: boolean;
  /** For cards that nobody verified; noted in the log. */
  readonly despite?: boolean;
};

const WORDS = 8;

/** Everything that goes from desk to desk: cards, what leaves, what arrives. */
export function exchange({ vault, parts, reader, likelySame }: ExchangeParts) {
  const book = addressBook(vault);
  const groups = cardGroups(vault);
  const gate = openGate({ db: vault.db, reader, blobs: vault.blobs });
  const store = exchangeStore(vault.db);
  const receive = receiver(vault, parts, book);
  const preview = previewer(parts, reader, likelySame);

  const stateOf = ({ state, seizedAt }: CardRow): string => (seizedAt === null ? state : 'seized');

  const usable = (row: CardRow, despite: boolean): CardRow => {
    const state = stateOf(row);
    if (state === 'verified' || (despite && state === 'unverified')) return row;
    throw new AppError('card/unusable', { state });
  };

  const cardsOf = ({ to, despite = false }: AddressOptions): readonly CardRow[] => {
    const rows = to.flatMap((name) => {
      const group = groups.named(name);
      return group === undefined ? [book.find(name)] : groups.membersOf(group);
    });
    const once = new Map(rows.map((row) => [toHex(row.id), row]));
    return [...once.values()].map((row) => usable(row, despite));
  };

  return {
    cards: book,
    groups,
    /** The card of whoever opened the vault, to hand to others. Throws `card/identity`. */
    ownCard: (): Promise<Uint8Array> => withIdentity(vault, (identity) => ownCard(vault, identity)),
    /** Exactly what would leave, and what would not. */
    plan: (order: ShareOrder) => gate(order),
    /** The key of the one group a bundle is for: pseudonyms belong to a group. Throws `input/not-found`. */
    groupKey: (name: string): Uint8Array => {
      const group = groups.named(name);
      if (group === undefined) throw new AppError('input/not-found', { id: name });
      return group.key;
    },
    /** Throws `card/unusable`, `input/not-found`, `input/ambiguous`. */
    addressee: (options: AddressOptions): Promise<Addressee> =>
      withIdentity(vault, ({ signPublic, agePublic }) => {
        const cards = cardsOf(options);
        const own = options.toSelf === true ? [{ signPublic, agePublic }] : [];
        if (options.despite === true)
          for (const { id, state } of cards)
            if (state !== 'verified') vault.audit.append('card.override', toHex(id));
        return { type: 'cards', cards: [...cards, ...own] };
      }),
    /** Eight words, for somebody who has no card; told apart from the bundle. */
    words: (): string => generatePassphrase(vault.random, WORDS),
    make: (options: MakeOptions) => makeBundle(vault, options),
    /** Bundles made here, with what is known of their arrival, the latest first. */
    sent: () =>
      store.allSent().map((row) => ({
        ...{ id: toHex(row.id), atMs: row.at, seq: row.seq },
        order: JSON.parse(row.sentOrder) as unknown,
        to: JSON.parse(row.addressee) as readonly string[] | 'passphrase',
        receipts: store.receipts(row.id).map(({ print, at, outcome }) => ({
          ...{ print: toHex(print), atMs: at, outcome },
          name: book.standing(print).row?.name ?? '',
        })),
      })),
    arrivals: () =>
      store.arrivals().map((row) => ({
        ...{ id: toHex(row.id), atMs: row.at, createdMs: row.createdAt, seq: row.seq },
        ...{ outcome: row.outcome, from: book.standing(row.print).row?.name ?? '' },
      })),
    open: (source: AsyncIterable<Uint8Array>, words?: string) => openBundle(vault, source, words),
    arrivalOf: (incoming: Incoming) => receive.arrivalOf(incoming),
    preview,
    /** Takes in what was chosen; with a copy of the database as it stood before. */
    take: (incoming: Incoming, choice: Choice) => {
      keepSnapshot(vault);
      return receive.take(incoming, choice);
    },
    /** A signed receipt for a bundle that was taken in. Throws `receipt/unknown`. */
    receiptFor: (bundleId: Uint8Array): Promise<Uint8Array> =>
      withIdentity(vault, (identity) => {
        const row = store.arrival(bundleId);
        if (row === undefined) throw new AppError('receipt/unknown');
        const { id, manifest: manifestHash, at: atMs, outcome } = row;
        const receipt = { bundleId: id, manifestHash, atMs, outcome };
        return writeReceipt(receipt, ownCard(vault, identity), identity);
      }),
    /** Keeps a receipt for a bundle made here. Throws `receipt/damaged`, `receipt/unknown`. */
    takeReceipt: (bytes: Uint8Array) => {
      const receipt = readReceipt(bytes);
      const print = shortPrint(receipt.signer);
      const sent = store.sent(receipt.bundleId);
      const { row } = book.standing(print);
      if (sent === undefined || row === undefined) throw new AppError('receipt/unknown');
      const { bundleId, atMs, outcome } = receipt;
      vault.db.transaction(() => {
        store.addReceipt({ bundle: bundleId, print, at: atMs, outcome });
        vault.audit.append('receipt', toHex(bundleId), { outcome });
      });
      return { bundle: toHex(bundleId), from: row.name, atMs, outcome, isVerified: row.state === 'verified' };
    },
    /** A signed notice that the desk of this card was seized. */
    noticeOf: (card: string, lastTrustedMs: number): Promise<Uint8Array> =>
      withIdentity(vault, (identity) =>
        writeNotice(
          { desk: book.find(card).print, lastTrustedMs, madeMs: vault.clock.nowMs() },
          ownCard(vault, identity),
          identity,
        ),
      ),
    /**
     * Believes a notice: whatever comes from that desk from now on is held. Only a verified card, or
     * the seized desk's own, may say so. Throws `receipt/damaged`, `receipt/unknown`, `bundle/unverified`.
     */
    takeNotice: (bytes: Uint8Array) => {
      const notice = readNotice(bytes);
      const signer = shortPrint(notice.signer);
      const { row } = book.standing(notice.desk);
      if (row === undefined) throw new AppError('receipt/unknown');
      const isOwn = equalBytes(signer, notice.desk);
      const from = book.standing(signer);
      const isTrusted = from.row?.state === 'verified' && !from.isFormer;
      if (!isOwn && !isTrusted && !isOurs(vault, notice.signer.signPublic))
        throw new AppError('bundle/unverified');
      const seized = { ...row, seizedAt: vault.clock.nowMs(), lastTrusted: notice.lastTrustedMs };
      vault.db.transaction(() => {
        cardStore(vault.db).save(seized);
        vault.audit.append('card.seized', toHex(row.id), { lastTrusted: notice.lastTrustedMs });
      });
      return { card: book.show(toHex(row.id)), by: from.row?.name ?? notice.signer.name };
    },
  };
}

export type Exchange = ReturnType<typeof exchange>;
