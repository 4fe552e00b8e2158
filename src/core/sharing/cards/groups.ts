import { theOne } from '#core/kernel/the-one';
import { AppError } from '#shared/errors/app-error';
import { equalBytes, toHex } from '#core/kernel/bytes';
import {
  cardStore,
  type CardRow,
  type CardState,
  type GroupRow,
} from '#core/db/repositories/card-store';
import type { OpenVault } from '#core/vault/ports';

export type KnownGroup = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: CardState;
  }[];
};

/** Groups of cards that get the same things. */
export function cardGroups(vault: Pick<OpenVault, 'db' | 'audit' | 'random'>) {
  const { db, audit, random } = vault;
  const store = cardStore(db);
  const known = (row: GroupRow): KnownGroup => ({
    id: toHex(row.id),
    name: row.name,
    members: store.members(row.id).map(({ id, name, state }) => ({ id: toHex(id), name, state })),
  });
  const named = (name: string): GroupRow | undefined =>
    store.groups().find((group) => group.name.toLowerCase() === name.toLowerCase());
  /** Throws `input/not-found`. */
  const find = (name: string): GroupRow => {
    const group = named(name);
    if (group === undefined) throw new AppError('input/not-found', { id: name });
    return group;
  };
  return {
    list: (): readonly KnownGroup[] => store.groups().map(known),
    /** Name of the group of this id, in hex. Throws `input/not-found` where it is no more. */
    nameOf: (id: string): string =>
      theOne(
        store.groups().filter((group) => toHex(group.id) === id),
        id,
      ).name,
    named,
    byId: (id: Uint8Array): GroupRow | undefined =>
      store.groups().find((group) => equalBytes(group.id, id)),
    membersOf: (group: GroupRow): readonly CardRow[] => store.members(group.id),
    /** Puts cards into a group, which is made where there is none of this name. */
    add: (name: string, cards: readonly CardRow[]): KnownGroup =>
      db.transaction(() => {
        const group = named(name) ?? { id: random.bytes(16), name, key: random.bytes(32) };
        store.saveGroup(group);
        for (const card of cards) store.join(group.id, card.id);
        audit.append('card.group', toHex(group.id), { added: cards.length });
        return known(group);
      }),
    /** Makes these, and no others, the members of a group; one without any is gone. */
    set: (name: string, cards: readonly CardRow[]): KnownGroup =>
      db.transaction(() => {
        const group = named(name) ?? { id: random.bytes(16), name, key: random.bytes(32) };
        store.saveGroup(group);
        for (const { id } of store.members(group.id)) store.leave(group.id, id);
        for (const { id } of cards) store.join(group.id, id);
        audit.append('card.group', toHex(group.id), { members: cards.length });
        const now = known(group);
        if (cards.length === 0) store.dropGroup(group.id);
        return now;
      }),
    /** Takes cards out; a group without any is gone, and its pseudonyms with it. */
    remove: (name: string, cards: readonly CardRow[]): KnownGroup =>
      db.transaction(() => {
        const group = find(name);
        for (const card of cards) store.leave(group.id, card.id);
        audit.append('card.group', toHex(group.id), { removed: cards.length });
        const left = known(group);
        if (left.members.length === 0) store.dropGroup(group.id);
        return left;
      }),
  };
}
