import type { Desk, Handlers } from '../desk';

export function cardHandlers(desk: Desk): Handlers<'cards'> {
  return {
    list: () => {
      const file = desk.file();
      const { name, fingerprint } = file.hand();
      const { cards, groups } = file.exchange;
      return {
        own: { name, digits: fingerprint?.split(' ') },
        cards: cards.list(),
        groups: groups.list(),
      };
    },
  };
}
