import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import { AppError } from '#shared/errors/app-error';
import type { KnownCard, KnownGroup } from '#core/app/index';
import { once } from '#core/kernel/bytes';
import { assertFree, writeWholeFile } from '#core/app/whole-file';
import { dayOption, defineCommand, type VaultOptions } from '../command';
import { minuteOf, pairs, showFor, table, type Show } from '../format';
import { withCaseFile } from '../session';

const MOST_FILE_BYTES = 64 * 1024;

/** A small file that somebody handed over. */
export function readSmallFile(file: string): Uint8Array {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > MOST_FILE_BYTES) throw new AppError('card/damaged', { reason: 'too-long' });
    return new Uint8Array(bytes);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('input/file', { file }, cause);
  }
}

const WAYS = { person: 'in person', voice: 'by voice', qr: 'by QR code' } as const;

const checkedText = ({ checked }: KnownCard): string =>
  checked === undefined
    ? 'never'
    : `${WAYS[checked.how]}, ${minuteOf(checked.atMs)}, by ${checked.by}`;

const stateText = ({ state, seized }: KnownCard): string =>
  seized === undefined ? state : `SEIZED (trusted until ${minuteOf(seized.lastTrustedMs)})`;

const shortId = (id: string): string => id.slice(0, 8);

const cardText = (card: KnownCard, show: Show): string =>
  pairs(
    [
      ['card', shortId(card.id)],
      ['name', card.name],
      ['state', stateText(card)],
      ['digits', card.digits.join(' ')],
      ['compared', checkedText(card)],
    ],
    show,
  );

type OutOptions = VaultOptions & { readonly out: string; readonly force?: true };

const outOptions = (): readonly Option[] => [
  new Option('--out <file>', 'file to write').makeOptionMandatory(),
  new Option('--force', 'replace the file if it is there'),
];

export const cardShow = defineCommand<VaultOptions>({
  name: 'card show',
  summary: 'your own card, or that of somebody else, with the digits to compare',
  words: [['[who]', 'name or id of a card; your own without it']],
  examples: ['rihai card show --vault ./office', 'rihai card show "Sample Vakil" --vault ./office'],
  opens: true,
  run: (context, [who], options) =>
    withCaseFile(context, options, (file) => {
      const show = showFor(context.isTerminal);
      if (typeof who === 'string') {
        const card = file.exchange.cards.show(who);
        return { json: card, text: cardText(card, show) };
      }
      const hand = file.hand();
      if (hand.fingerprint === undefined) throw new AppError('card/identity');
      return {
        json: hand,
        text: pairs(
          [
            ['name', hand.name],
            ['digits', hand.fingerprint],
          ],
          show,
        ),
      };
    }),
});

export const cardExport = defineCommand<OutOptions>({
  name: 'card export',
  summary: 'write your card to a file that you hand to others',
  options: outOptions(),
  examples: ['rihai card export --out my-card.rhc --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, async (file) => {
      assertFree(options.out, options.force === true);
      const bytes = await file.exchange.ownCard();
      await writeWholeFile(options.out, once(bytes), { force: options.force === true });
      const { name, fingerprint } = file.hand();
      return {
        json: { out: options.out, name, fingerprint },
        text: `${options.out}\nWhoever gets it compares these digits with you, in person or by voice:\n${fingerprint ?? ''}\n`,
      };
    }),
});

export const cardQr = defineCommand<
  VaultOptions & { readonly out?: string; readonly force?: true }
>({
  name: 'card qr',
  summary: 'your card as a QR code, on the terminal or as an SVG picture to print',
  options: [
    new Option('--out <file>', 'SVG file to write'),
    new Option('--force', 'replace the file if it is there'),
  ],
  examples: ['rihai card qr --out my-card.svg --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, async (file) => {
      const { out } = options;
      const force = options.force === true;
      if (out !== undefined) assertFree(out, force);
      const { svg, text } = await file.exchange.ownQr();
      if (out === undefined) return { json: { svg }, text };
      await writeWholeFile(out, once(new TextEncoder().encode(svg)), { force });
      return { json: { out, svg }, text: `${out}\n` };
    }),
});

export const cardAdd = defineCommand<VaultOptions & { readonly of?: string }>({
  name: 'card add',
  summary: 'keep the card of somebody else; it counts only once its digits were compared',
  words: [['<file>', 'their card']],
  options: [new Option('--of <who>', 'it replaces the card that this person had')],
  examples: [
    'rihai card add their-card.rhc --vault ./office',
    'rihai card add new-card.rhc --of "Sample Vakil" --vault ./office',
  ],
  opens: true,
  run: (context, [name], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const added = file.exchange.cards.add(readSmallFile(String(name)), options.of);
      const show = showFor(context.isTerminal);
      const told = added.isChanged
        ? 'This person has another card now. Nothing is made for it or taken from it before you compare again.'
        : 'Compare the digits with them in person or by voice, then: rihai card verify';
      return { json: added, text: `${cardText(added.card, show)}${told}\n` };
    }),
});

export const cardVerify = defineCommand<
  VaultOptions & { readonly by: 'person' | 'voice' | 'qr'; readonly digits: string }
>({
  name: 'card verify',
  summary: 'note that you compared the digits of a card, and how',
  words: [['<who>', 'name or id of the card']],
  options: [
    new Option('--by <way>', 'how you compared them')
      .choices(['person', 'voice', 'qr'])
      .makeOptionMandatory(),
    new Option(
      '--digits <digits>',
      'all forty digits as they read them to you',
    ).makeOptionMandatory(),
  ],
  examples: [
    'rihai card verify "Sample Vakil" --by voice --digits "01234 56789 01234 56789 01234 56789 01234 56789" --vault ./office',
  ],
  opens: true,
  run: (context, [who], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const card = file.exchange.cards.verify(String(who), options.by, options.digits);
      return { json: card, text: cardText(card, showFor(context.isTerminal)) };
    }),
});

export const cardRevoke = defineCommand<VaultOptions>({
  name: 'card revoke',
  summary: 'trust a card no more: nothing is made for it or taken from it',
  words: [['<who>', 'name or id of the card']],
  examples: ['rihai card revoke "Sample Vakil" --vault ./office'],
  opens: true,
  run: (context, [who], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const card = file.exchange.cards.revoke(String(who));
      return { json: card, text: cardText(card, showFor(context.isTerminal)) };
    }),
});

export const cardList = defineCommand<VaultOptions>({
  name: 'card list',
  summary: 'everybody whose card is kept here, and the groups',
  examples: ['rihai card list --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, (file) => {
      const [cards, groups] = [file.exchange.cards.list(), file.exchange.groups.list()];
      const show = showFor(context.isTerminal);
      const people = table(
        cards,
        [
          { title: 'CARD', of: ({ id }) => shortId(id) },
          { title: 'NAME', of: ({ name }) => name, least: 12 },
          { title: 'STATE', of: stateText, least: 12 },
          { title: 'COMPARED', of: checkedText, least: 12 },
        ],
        show,
      );
      const named = table(
        groups,
        [
          { title: 'GROUP', of: ({ name }) => name, least: 12 },
          {
            title: 'MEMBERS',
            of: ({ members }) => members.map(({ name }) => name).join(', '),
            least: 20,
          },
        ],
        show,
      );
      const text = cards.length === 0 ? 'No card of anybody is kept here yet.\n' : people;
      return { json: { cards, groups }, text: groups.length === 0 ? text : `${text}\n${named}` };
    }),
});

const groupText = ({ name, members }: KnownGroup): string =>
  members.length === 0
    ? `${name} has no members any more and is gone.\n`
    : `${name}: ${members.map((member) => member.name).join(', ')}\n`;

export const cardGroup = defineCommand<
  VaultOptions & { readonly add?: readonly string[]; readonly remove?: readonly string[] }
>({
  name: 'card group',
  summary: 'put cards into a group that bundles are made for, or take them out',
  words: [['<name>', 'name of the group']],
  options: [
    new Option('--add <who...>', 'cards to put in'),
    new Option('--remove <who...>', 'cards to take out'),
  ],
  examples: ['rihai card group Committee --add "Sample Vakil" "Sample Farzi" --vault ./office'],
  opens: true,
  run: (context, [name], options) => {
    const { add, remove } = options;
    if ((add === undefined) === (remove === undefined))
      throw new AppError('usage', { reason: 'give either --add or --remove' });
    return withCaseFile(context, options, (file) => {
      file.assertWritable();
      const { cards, groups } = file.exchange;
      const rows = (add ?? remove ?? []).map((who) => cards.find(who));
      const group =
        add === undefined ? groups.remove(String(name), rows) : groups.add(String(name), rows);
      return { json: group, text: groupText(group) };
    });
  },
});

export const cardSeized = defineCommand<OutOptions & { readonly date: string }>({
  name: 'card seized',
  summary:
    'write a signed notice that the desk of somebody was seized, for everybody who gets its bundles',
  words: [['[who]', 'name or id of their card; your own desk without it']],
  options: [
    dayOption('last day on which the desk could be trusted').makeOptionMandatory(),
    ...outOptions(),
  ],
  examples: [
    'rihai card seized "Sample Vakil" --date 2026-11-20 --out seized.rhn --vault ./office',
    'rihai card seized --date 2026-11-20 --out own-desk.rhn --vault ./office',
  ],
  opens: true,
  run: (context, [who], options) =>
    withCaseFile(context, options, async (file) => {
      file.assertWritable();
      assertFree(options.out, options.force === true);
      const desk = typeof who === 'string' ? who : undefined;
      const bytes = await file.exchange.noticeOf(desk, options.date);
      await writeWholeFile(options.out, once(bytes), { force: options.force === true });
      const told = `${options.out}\nEverybody who gets bundles of that desk takes it in: rihai card notice\n`;
      if (desk === undefined) return { json: { out: options.out }, text: told };
      const { card } = file.exchange.takeNotice(bytes);
      return {
        json: { out: options.out, card },
        text: `${told}Here nothing that arrives from it is taken in any more.\n`,
      };
    }),
});

export const cardNotice = defineCommand<VaultOptions>({
  name: 'card notice',
  summary: 'believe a notice that a desk was seized; only a verified card may say so',
  words: [['<file>', 'the notice']],
  examples: ['rihai card notice seized.rhn --vault ./office'],
  opens: true,
  run: (context, [name], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const { card, by } = file.exchange.takeNotice(readSmallFile(String(name)));
      const show = showFor(context.isTerminal);
      return { json: { card, by }, text: `${cardText(card, show)}Said by ${show(by)}.\n` };
    }),
});
