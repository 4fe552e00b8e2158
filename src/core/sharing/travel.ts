import { AppError } from '#shared/errors/app-error';
import type { RecordId } from '#shared/domain/ids';
import type { TravelEnd } from '#shared/domain/sharing';
import { fromHex, toHex } from '#core/kernel/bytes';
import { cardStore, type CardRow } from '#core/db/repositories/card-store';
import { travelStore, type TravelRow } from '#core/db/repositories/travel-store';
import { vaultStore } from '#core/db/repositories/vault-store';
import { readCard, type Card } from '#core/identity/card';
import type { Leaving } from '#core/gate/model';
import type { OpenVault } from '#core/vault/ports';
import { ownCard, withIdentity, type Addressee } from './bundle/make';
import { shortPrint } from './bundle/manifest';
import type { AddressBook } from './cards/address-book';
import { readGrant, writeGrant } from './signed-files';

const GRANT = 'travel-grant';

type Asked = { readonly persons: readonly RecordId[]; readonly cases: readonly RecordId[] };

/** A travel copy that was made here. */
export type KnownCopy = Asked & {
  /** Hex, 32 digits: of its card. */
  readonly id: string;
  /** Where it was made, for people to find it by. */
  readonly place: string;
  readonly madeMs: number;
  /** Until then it is taken back on its grant. */
  readonly untilMs: number;
  readonly records: number;
  readonly files: number;
  /** When something of it was last taken back. */
  readonly backMs?: number;
  /** What became of it; nothing of it is taken in then. */
  readonly ended?: { readonly how: TravelEnd; readonly atMs: number };
};

const knownCopy = (row: TravelRow): KnownCopy => ({
  ...{ id: toHex(row.card), place: row.place, madeMs: row.at, untilMs: row.untilAt },
  ...{ records: row.records, files: row.files, ...(JSON.parse(row.asked) as Asked) },
  ...(row.backAt === null ? {} : { backMs: row.backAt }),
  ...(row.ended === null || row.endedAt === null
    ? {}
    : { ended: { how: row.ended, atMs: row.endedAt } }),
});

/** What this desk keeps of the copies it made: where they are, and what became of them. */
function copies({ audit, clock, db }: OpenVault, book: AddressBook) {
  const store = travelStore(db);
  const cards = cardStore(db);
  /** Throws `input/not-found`, `input/ambiguous`. */
  const find = (text: string): TravelRow => {
    const wanted = text.toLowerCase();
    const rows = store.all();
    const placed = rows.filter(({ place }) => place === text);
    const begun = rows.filter(({ card }) => wanted !== '' && toHex(card).startsWith(wanted));
    const [first, ...more] = placed.length > 0 ? placed : begun;
    if (first === undefined) throw new AppError('input/not-found', { id: text });
    if (more.length > 0) throw new AppError('input/ambiguous', { id: text });
    return first;
  };
  const standing = (card: CardRow, how: TravelEnd | undefined, now: number): CardRow => ({
    ...{ ...card, state: how === undefined || how === 'seized' ? 'unverified' : 'revoked' },
    ...{ how: null, checkedAt: null, checkedBy: null },
    ...{ seizedAt: how === 'seized' ? now : null, lastTrusted: how === 'seized' ? now : null },
  });
  return {
    /** All that were made here, the latest first. */
    copies: (): readonly KnownCopy[] => store.all().map(knownCopy),
    /**
     * Says what became of a copy: nothing of it is taken in any more. Without `how` it was found again.
     * Throws `input/not-found`, `input/ambiguous`.
     */
    setEnd: (text: string, how?: TravelEnd): KnownCopy => {
      const row = find(text);
      const card = cards.byId(row.card);
      const now = clock.nowMs();
      const after: TravelRow = { ...row, ended: how ?? null, endedAt: how ? now : null };
      return db.transaction(() => {
        if (card !== undefined) cards.save(standing(card, how, now));
        store.save(after);
        audit.append('travel.end', toHex(row.card), { how: how ?? 'found' });
        return knownCopy(after);
      });
    },
    /** Something of this copy was taken back; call it inside a transaction. */
    cameBack: (copy: Card): void => {
      const card = book.standing(shortPrint(copy)).row;
      const row = card && store.byCard(card.id);
      if (row !== undefined) store.save({ ...row, backAt: clock.nowMs() });
    },
    /** A copy that could not be made, or that somebody called off. */
    forget: (id: string): void => {
      db.transaction(() => {
        store.drop(fromHex(id));
        cards.drop(fromHex(id));
        audit.append('travel.end', id, { how: 'unmade' });
      });
    },
  };
}

/** What a grant is for. */
type Granted = {
  readonly untilMs: number;
  /** Where the copy lies. */
  readonly place: string;
  readonly leaving: Leaving;
};

/** Both ends of a travel copy: who grants it, and what the copy keeps of it. */
export function travelDesk(vault: OpenVault, book: AddressBook) {
  const { audit, clock, db } = vault;
  const store = vaultStore(db);
  return {
    ...copies(vault, book),
    /**
     * Signs that the vault of this card is a copy of this desk until `untilMs`, and notes that it is out.
     * The card is kept here too, unverified, so that it can be refused later. Throws `card/…`.
     */
    grantTo: (copy: Uint8Array, { untilMs, place, leaving }: Granted) =>
      withIdentity(vault, (identity) => {
        const at = clock.nowMs();
        const file = writeGrant({ copy, madeMs: at, untilMs }, ownCard(vault, identity), identity);
        const { order, records, files } = leaving;
        const { persons = [], cases = [] } = order;
        return db.transaction(() => {
          const { id } = book.add(copy).card;
          travelStore(db).save({
            ...{ card: fromHex(id), at, untilAt: untilMs, place },
            ...{ asked: JSON.stringify({ persons, cases }), records: records.length },
            ...{ files: files.length, backAt: null, ended: null, endedAt: null },
          });
          audit.append('travel.grant', toHex(shortPrint(readCard(copy))), { untilMs });
          return { id, file };
        });
      }),
    /** Makes this vault the travel copy that a grant says it is. Throws `receipt/damaged`. */
    become: (grant: Uint8Array): void => {
      readGrant(grant);
      store.setSecret(GRANT, grant);
    },
    /** By what word this vault is a travel copy, and of whom; undefined where it is none. */
    grant: () => {
      const file = store.secret(GRANT);
      return file === undefined ? undefined : { file, ...readGrant(file) };
    },
    /** A copy by its card, to fill it. Throws `card/damaged`. */
    addressOf: (copy: Uint8Array): Addressee => ({ type: 'cards', cards: [readCard(copy)] }),
    /** The one desk a travel copy goes back to. Throws `travel/none`. */
    home: (): Addressee => {
      const file = store.secret(GRANT);
      if (file === undefined) throw new AppError('travel/none');
      return { type: 'cards', cards: [readGrant(file).signer] };
    },
  };
}
