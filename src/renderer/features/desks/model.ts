import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { rihai, value } from '#renderer/app/bridge';

type Listed = OutputOf<Contract['cards']['list']>;
export type Card = Listed['cards'][number];
export type CardGroup = Listed['groups'][number];
/** A card that somebody handed over, before it is kept. */
export type SeenCard = OutputOf<Contract['cards']['open']>;

export const cardsQuery = {
  queryKey: ['cards', 'list'],
  queryFn: () => value(rihai.cards.list()),
};
