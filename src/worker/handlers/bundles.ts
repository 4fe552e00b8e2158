import type { Desk, Handlers } from '../desk';

export function bundleHandlers(desk: Desk): Handlers<'bundles'> {
  return {
    list: () => {
      const { sent, arrivals } = desk.file().exchange;
      return {
        sent: sent().map(({ id, atMs, seq, to, receipts }) => ({
          ...{ id, atMs, seq, cards: to === 'passphrase' ? undefined : to.length },
          receipts: receipts.map((receipt) => ({
            ...{ name: receipt.name, atMs: receipt.atMs, outcome: receipt.outcome },
          })),
        })),
        arrived: arrivals(),
      };
    },
  };
}
