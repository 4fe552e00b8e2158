import { AppError } from '#shared/errors/app-error';
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
export type AddedCard = {
  readonly card: KnownCard;
  /** It replaces another card of the same person, which was verified or not. */
  readonly isChanged: boolean;
};

const digitsOf = (card: Pick<Card, 'signPublic' | 'agePublic'>): readonly string[] =>
  fingerprintDigits(fingerprint(card.signPublic, card.agePublic));

/** Keeps cards of others: nobody is trusted before digits were compared. */
export function addressBook(
  vault: Pick<OpenVault, 'db' | 'audit' | 'clock' | 'random' | 'actor'>,
) {
  const { db, audit, clock, random } = vault;
  const store = cardStore(db);
  const people = vaultStore(db);

  const known = (row: CardRow): KnownCard => ({
    id: toHex(row.id),
    name: row.name,
    state: row.state,
    digits: digitsOf(row),
    addedAtMs: row.addedAt,
    ...(row.how === null || row.checkedAt === null || row.checkedBy === null
      ? {}
      : {
          checked: {
            how: row.how,
            atMs: row.checkedAt,
            by: people.actor(row.checkedBy)?.name ?? '',
          },
        }),
    ...(row.seizedAt === null
      ? {}
      : { seized: { atMs: row.seizedAt, lastTrustedMs: row.lastTrusted ?? row.seizedAt } }),
  });

  /** The card whose id, or whose name, begins so. Throws `input/not-found` or `input/ambiguous`. */
  const find = (text: string): CardRow => {
    const wanted = text.toLowerCase();
    const rows = store.all();
    const exact = rows.filter(({ name }) => name.toLowerCase() === wanted);
    const found =
      exact.length > 0 ? exact : rows.filter(({ id }) => wanted !== '' && toHex(id).startsWith(wanted));
    const [first] = found;
    if (first === undefined) throw new AppError('input/not-found', { id: text });
    if (found.length > 1) throw new AppError('input/ambiguous', { id: text });
    return first;
  };

  const assertForeign = (card: Card): void => {
    const isOwn = people
      .actors()
      .some(({ signPublic }) => signPublic !== null && equalBytes(signPublic, card.signPublic));
    if (isOwn) throw new AppError('card/own');
  };

  const keep = (row: CardRow, act: string, details: Readonly<Record<string, string>> = {}): void => {
    db.transaction(() => {
      store.save(row);
      audit.append(act, toHex(row.id), details);
    });
  };

  const fresh = (file: Uint8Array, card: Card, id: Uint8Array): CardRow => ({
    ...{ id, name: card.name, print: shortPrint(card), file },
    ...{ signPublic: card.signPublic, agePublic: card.agePublic },
    ...{ state: 'unverified', how: null, checkedAt: null, checkedBy: null },
    ...{ addedAt: clock.nowMs(), addedBy: idToBytes(vault.actor) },
    ...{ seizedAt: null, lastTrusted: null },
  });

  return {
    list: (): readonly KnownCard[] => store.all().map(known),
    find,
    show: (text: string): KnownCard => known(find(text)),
    fileOf: (text: string): Uint8Array => find(text).file,
    /**
     * Keeps the card in these bytes. With `of` it replaces the card of a person already here, who is
     * `changed` until the digits were compared again. Throws `card/damaged`, `card/signature`,
     * `card/own`, `card/known`.
     */
    add: (file: Uint8Array, of?: string): AddedCard => {
      const card = readCard(file);
      assertForeign(card);
      const print = shortPrint(card);
      if (store.byPrint(print) !== undefined) throw new AppError('card/known');
      const before = of === undefined ? undefined : find(of);
      if (before === undefined) {
        const row = fresh(file, card, random.bytes(16));
        keep(row, 'card.add');
        return { card: known(row), isChanged: false };
      }
      const row: CardRow = { ...fresh(file, card, before.id), state: 'changed' };
      db.transaction(() => {
        store.retire(before, clock.nowMs());
        keep(row, 'card.change');
      });
      return { card: known(row), isChanged: true };
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
      keep(checked, 'card.verify', { how });
      return known(checked);
    },
    revoke: (text: string): KnownCard => {
      const row: CardRow = { ...find(text), state: 'revoked' };
      keep(row, 'card.revoke');
      return known(row);
    },
    /** How the signer of something stands here: by the card they have, or one they had before. */
    standing: (print: Uint8Array): { readonly row: CardRow | undefined; readonly isFormer: boolean } => {
      const row = store.byPrint(print);
      const former = row === undefined ? store.byFormer(print) : undefined;
      return { row: row ?? former, isFormer: former !== undefined };
    },
  };
}

export type AddressBook = ReturnType<typeof addressBook>;
