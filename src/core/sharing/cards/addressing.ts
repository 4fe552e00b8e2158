import { AppError } from '#shared/errors/app-error';
import { toHex } from '#core/kernel/bytes';
import type { CardRow } from '#core/db/repositories/card-store';
import type { OpenVault } from '#core/vault/ports';
import { withIdentity, type Addressee, type AskedFor } from '../bundle/make';
import type { AddressBook } from './address-book';
import type { cardGroups } from './groups';

/** What a group, or cards, are asked for by name. */
type AddressOptions = {
  /** Names or ids of cards, names of groups. */
  readonly to: readonly string[];
  /** Also for whoever makes it. */
  readonly toSelf?: boolean;
  /** For cards that nobody verified; noted in the log. */
  readonly despite?: boolean;
};

const stateOf = ({ state, seizedAt }: CardRow): string => (seizedAt === null ? state : 'seized');

function usable(row: CardRow, despite: boolean): CardRow {
  const state = stateOf(row);
  if (state === 'verified' || (despite && state === 'unverified')) return row;
  throw new AppError('card/unusable', { state });
}

/** Finds whom a bundle is for: only cards whose digits were compared, or by a word that the log keeps. */
export function addressing(
  vault: OpenVault,
  book: AddressBook,
  groups: ReturnType<typeof cardGroups>,
) {
  const cardsOf = ({ to, despite = false }: AddressOptions): readonly CardRow[] => {
    const rows = to.flatMap((name) => {
      const group = groups.named(name);
      return group === undefined ? [book.find(name)] : groups.membersOf(group);
    });
    const once = new Map(rows.map((row) => [toHex(row.id), row]));
    return [...once.values()].map((row) => usable(row, despite));
  };
  const askedFor = ({ to, toSelf = false }: AddressOptions): AskedFor => {
    const asked = to.map((name) => ({ name, group: groups.named(name) }));
    return {
      cards: asked.flatMap(({ name, group }) => (group ? [] : [toHex(book.find(name).id)])),
      groups: asked.flatMap(({ group }) => (group ? [toHex(group.id)] : [])),
      toSelf,
    };
  };
  return {
    /** Throws `card/unusable`, `card/identity`, `input/not-found`, `input/ambiguous`. */
    addressee: (options: AddressOptions): Promise<Addressee> =>
      withIdentity(vault, ({ signPublic, agePublic }) => {
        const cards = cardsOf(options);
        const own = options.toSelf === true ? [{ signPublic, agePublic }] : [];
        for (const { id, state } of cards)
          if (state !== 'verified') vault.audit.append('card.override', toHex(id));
        return { type: 'cards', cards: [...cards, ...own], asked: askedFor(options) };
      }),
  };
}
