import { AppError } from '#shared/errors/app-error';
import { theOne } from '#core/kernel/the-one';
import { equalBytes, toHex } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import {
  cardStore,
  type CardRow,
  type CardState,
  type CheckWay,
} from '#core/db/repositories/card-store';
import { vaultStore } from '#core/db/repositories/vault-store';
import { readCard, type Card } from '#core/identity/card';
import { fingerprint, fingerprintDigits } from '#core/identity/fingerprint';
import type { OpenVault } from '#core/vault/ports';
import { shortPrint } from '../bundle/manifest';

/** A card of somebody elsewhere, as people deal with it. */
export type KnownCard = {
  /** Hex, 32 digits. */
  readonly id: string;
  readonly name: string;
  readonly state: CardState;
  /** Eight groups of five digits. */
  readonly digits: readonly string[];
  /** How, when and by whom the digits were compared. */
  readonly checked?: { readonly how: CheckWay; readonly atMs: number; readonly by: string };
  readonly addedAtMs: number;
  /** A notice says the desk was seized: nothing of it is taken in that came later. */
  readonly seized?: { readonly atMs: number; readonly lastTrustedMs: number };
};

/** What adding a card came to. */
type AddedCard = {
  readonly card: KnownCard;
  /** It replaces another card of the same person. */
  readonly isChanged: boolean;
};

type BookVault = Pick<OpenVault, 'db' | 'audit' | 'clock' | 'random' | 'actor'>;

/** Eight groups of five digits, to be compared. */
export const digitsOf = (card: Pick<Card, 'signPublic' | 'agePublic'>): readonly string[] =>
  fingerprintDigits(fingerprint(card.signPublic, card.agePublic));

/** Reads what is kept of cards. */
function cardReader({ db }: BookVault) {
  const store = cardStore(db);
  const people = vaultStore(db);
  const checkedOf = ({ how, checkedAt, checkedBy }: CardRow): Pick<KnownCard, 'checked'> =>
    how === null || checkedAt === null || checkedBy === null
      ? {}
      : { checked: { how, atMs: checkedAt, by: people.actor(checkedBy)?.name ?? '' } };
  return {
    known: (row: CardRow): KnownCard => ({
      ...{ id: toHex(row.id), name: row.name, state: row.state },
      ...{ digits: digitsOf(row), addedAtMs: row.addedAt },
      ...checkedOf(row),
      ...(row.seizedAt === null
        ? {}
        : { seized: { atMs: row.seizedAt, lastTrustedMs: row.lastTrusted ?? row.seizedAt } }),
    }),
    /** The card of this name, or whose id begins so. Throws `input/not-found` or `input/ambiguous`. */
    find: (text: string): CardRow => {
      const wanted = text.toLowerCase();
      const rows = store.all();
      const named = rows.filter(({ name }) => name.toLowerCase() === wanted);
      const begun = rows.filter(({ id }) => wanted !== '' && toHex(id).startsWith(wanted));
      return theOne(named.length > 0 ? named : begun, text);
    },
  };
}

/** A card as it is first kept: nobody compared anything yet. */
function freshRow(
  { clock, actor }: BookVault,
  file: Uint8Array,
  card: Card,
  id: Uint8Array,
): CardRow {
  return {
    ...{ id, name: card.name, print: shortPrint(card), file },
    ...{ signPublic: card.signPublic, agePublic: card.agePublic },
    ...{ state: 'unverified', how: null, checkedAt: null, checkedBy: null },
    ...{ addedAt: clock.nowMs(), addedBy: idToBytes(actor), seizedAt: null, lastTrusted: null },
  };
}

/** Throws `card/own` and `card/known`. */
function assertAddable({ db }: BookVault, card: Card): void {
  const isOwn = vaultStore(db)
    .actors()
    .some(({ signPublic }) => signPublic !== null && equalBytes(signPublic, card.signPublic));
  if (isOwn) throw new AppError('card/own');
  if (cardStore(db).byPrint(shortPrint(card)) !== undefined) throw new AppError('card/known');
}

/** Keeps cards of others: nobody is trusted before digits were compared. */
export function addressBook(vault: BookVault) {
  const { db, audit, clock, random } = vault;
  const store = cardStore(db);
  const { known, find } = cardReader(vault);

  const keep = (row: CardRow, act: string, details: Readonly<Record<string, string>> = {}) =>
    db.transaction(() => {
      store.save(row);
      audit.append(act, toHex(row.id), details);
      return known(row);
    });

  return {
    list: (): readonly KnownCard[] => store.all().map(known),
    find,
    show: (text: string): KnownCard => known(find(text)),
    /**
     * What the card in these bytes says, before it is kept, and who here has the same name. Throws
     * `card/damaged`, `card/signature`, `card/own`, `card/known`.
     */
    look: (file: Uint8Array) => {
      const card = readCard(file);
      assertAddable(vault, card);
      const name = card.name.toLowerCase();
      const alike = store.all().filter((row) => row.name.toLowerCase() === name);
      return { name: card.name, digits: digitsOf(card), alike: alike.map(({ id }) => toHex(id)) };
    },
    /** The digits of the card in these bytes. Throws `card/damaged`, `card/signature`. */
    digitsIn: (file: Uint8Array): string => digitsOf(readCard(file)).join(''),
    /**
     * Keeps the card in these bytes. With `of` it replaces the card of a person already here, who is
     * `changed` until the digits were compared again. Throws `card/damaged`, `card/signature`,
     * `card/own`, `card/known`.
     */
    add: (file: Uint8Array, of?: string): AddedCard => {
      const card = readCard(file);
      assertAddable(vault, card);
      const before = of === undefined ? undefined : find(of);
      const row = freshRow(vault, file, card, before?.id ?? random.bytes(16));
      if (before === undefined) return { card: keep(row, 'card.add'), isChanged: false };
      return db.transaction(() => {
        store.retire(before, clock.nowMs());
        return { card: keep({ ...row, state: 'changed' }, 'card.change'), isChanged: true };
      });
    },
    /**
     * Notes that the digits of a card were compared and are the same. `typed` are all forty as they were
     * read out. Throws `card/digits`.
     */
    verify: (text: string, how: CheckWay, typed: string): KnownCard => {
      const row = find(text);
      if (typed.replaceAll(/[^0-9]/gu, '') !== digitsOf(row).join(''))
        throw new AppError('card/digits');
      const checked: CardRow = {
        ...row,
        ...{ state: 'verified', how, checkedAt: clock.nowMs(), checkedBy: idToBytes(vault.actor) },
        ...{ seizedAt: null, lastTrusted: null },
      };
      return keep(checked, 'card.verify', { how });
    },
    revoke: (text: string): KnownCard => keep({ ...find(text), state: 'revoked' }, 'card.revoke'),
    /** How the signer of something stands here: by the card they have, or one they had before. */
    standing: (print: Uint8Array) => {
      const row = store.byPrint(print);
      const former = row === undefined ? store.byFormer(print) : undefined;
      return { row: row ?? former, isFormer: former !== undefined };
    },
  };
}

export type AddressBook = ReturnType<typeof addressBook>;
