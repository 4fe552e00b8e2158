import { theOne } from '#core/kernel/the-one';
import { defineCommand, type VaultOptions } from '../command';
import { count, minuteOf, showFor, table } from '../format';
import { withCaseFile } from '../session';
import { readSmallFile } from './card';

const erasedText = (records: number): string =>
  records === 0
    ? ''
    : `Since it came ${records === 1 ? '1 record was' : `${String(records)} records were`} erased here for good: what it brought of them is gone already.\n`;

export const bundleUndo = defineCommand<VaultOptions>({
  name: 'bundle undo',
  summary: 'take out again what a bundle brought, but for what was worked on since',
  words: [['<id>', 'id of the bundle, or its first characters']],
  examples: ['rihai bundle undo 4f2a90c1 --vault ./office'],
  opens: true,
  run: (context, [prefix], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const wanted = String(prefix).toLowerCase();
      const arrivals = file.exchange.arrivals().filter(({ id }) => id.startsWith(wanted));
      const { id } = theOne(arrivals, wanted);
      const { removed, kept, shared, erasedSince } = file.exchange.undo(id);
      return {
        json: { id, removed, kept, shared, erasedSince },
        text: `Taken out: ${count(removed, 'change')}. Kept, because of later work here: ${String(kept.length)}; because another bundle brought it too: ${String(shared)}.\n${erasedText(erasedSince)}`,
      };
    }),
});

export const bundleReceipt = defineCommand<VaultOptions>({
  name: 'bundle receipt',
  summary: 'keep a receipt that came back for a bundle of yours',
  words: [['<file>', 'the receipt']],
  examples: ['rihai bundle receipt receipt.rhr --vault ./office'],
  opens: true,
  run: (context, [name], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const kept = file.exchange.takeReceipt(readSmallFile(String(name)));
      const show = showFor(context.isTerminal);
      return {
        json: kept,
        text: `${show(kept.from)} took in ${kept.outcome} of bundle ${kept.bundle.slice(0, 8)}, ${minuteOf(kept.atMs)}.${kept.isVerified ? '' : ' Their card is not verified.'}\n`,
      };
    }),
});

export const bundleList = defineCommand<VaultOptions>({
  name: 'bundle list',
  summary: 'bundles made here with their receipts, and bundles that arrived',
  examples: ['rihai bundle list --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, (file) => {
      const [sent, arrived] = [file.exchange.sent(), file.exchange.arrivals()];
      const show = showFor(context.isTerminal);
      const out = table(
        sent,
        [
          { title: 'MADE', of: ({ id }) => id.slice(0, 8) },
          { title: 'WHEN', of: ({ atMs }) => minuteOf(atMs) },
          { title: 'NUMBER', of: ({ seq }) => String(seq) },
          {
            title: 'FOR',
            of: ({ to }) => (to === 'passphrase' ? 'eight words' : count(to.length, 'card')),
          },
          {
            title: 'RECEIPTS',
            of: ({ receipts }) => receipts.map(({ name }) => name).join(', '),
            least: 16,
          },
        ],
        show,
      );
      const came = table(
        arrived,
        [
          { title: 'CAME', of: ({ id }) => id.slice(0, 8) },
          { title: 'WHEN', of: ({ atMs }) => minuteOf(atMs) },
          { title: 'FROM', of: ({ from }) => from, least: 16 },
          { title: 'TAKEN', of: ({ outcome }) => outcome },
        ],
        show,
      );
      const parts = [...(sent.length === 0 ? [] : [out]), ...(arrived.length === 0 ? [] : [came])];
      return {
        json: { sent, arrived },
        text: parts.length === 0 ? 'No bundle was made or taken in here yet.\n' : parts.join('\n'),
      };
    }),
});
