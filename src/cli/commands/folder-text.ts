import { ERROR_TEXTS } from '#shared/errors/texts';
import type { KnownFolder, Synced, Waiting } from '#core/app/index';
import { count, minuteOf, table, type Show } from '../format';

const REASONS: Readonly<Record<Exclude<Waiting['reason'], 'refused'>, string>> = {
  arriving: 'not whole: still being copied, or damaged',
  gap: 'one before it has not come',
  fork: 'does not follow the one that came before it',
  'by-hand': 'no bundle of a shared folder: rihai bundle show',
  'not-for-you': 'not for you',
  'not-member': 'its sender is not in the group',
};

const reasonOf = ({ reason, code }: Waiting): string =>
  reason === 'refused'
    ? code === undefined
      ? 'refused'
      : ERROR_TEXTS[code].what
    : REASONS[reason];

/** Files for others are as they should be: their number is enough. */
function waitingText(waits: readonly Waiting[], show: Show): string {
  const others = waits.filter(({ reason }) => reason === 'not-for-you').length;
  const rows = waits.filter(({ reason }) => reason !== 'not-for-you');
  const text =
    rows.length === 0
      ? ''
      : table(
          rows,
          [
            { title: 'WAITS', of: ({ name }) => name, least: 16 },
            { title: 'FROM', of: ({ from }) => from ?? '', least: 8 },
            { title: 'WHY', of: reasonOf, least: 24 },
          ],
          show,
        );
  return others === 0 ? text : `${text}For others: ${count(others, 'file')}.\n`;
}

const outstandingText = (outstanding: KnownFolder['outstanding'], show: Show): string =>
  outstanding
    .map(
      ({ name, bundles, sinceMs }) =>
        `${show(name)} has not taken ${count(bundles, 'bundle')}, since ${minuteOf(sinceMs)}.\n`,
    )
    .join('');

/** What waits in a folder, and for whom; '' where nothing does. */
export function waitsText({ place, waits, outstanding }: KnownFolder, show: Show): string {
  const text = waitingText(waits, show) + outstandingText(outstanding, show);
  return text === '' ? '' : `${show(place)}\n${text}`;
}

export function syncedText(one: Synced & { readonly place: string }, show: Show): string {
  const { taken, sent, removed, waits, leftOut, outstanding } = one;
  const lines = [
    `${show(one.place)}\n`,
    ...taken.map(
      ({ from, bundles, changes, files, asking }) =>
        `Taken in from ${show(from)}: ${count(bundles, 'bundle')}, ${count(changes, 'change')}, ${count(files, 'file')}${asking === 0 ? '' : `; ${count(asking, 'change')} set aside`}.\n`,
    ),
    ...(taken.length === 0 ? ['Nothing new came.\n'] : []),
    sent.bundles === 0
      ? 'Nothing new to send.\n'
      : `Sent: ${count(sent.bundles, 'bundle')}, ${count(sent.changes, 'change')}, ${count(sent.files, 'file')}, ${sent.sizeBytes.toLocaleString('en-GB')} bytes.\n`,
    ...(removed === 0 ? [] : [`Removed, because everybody has it: ${count(removed, 'bundle')}.\n`]),
    ...leftOut.map(
      ({ name, state }) => `Nothing was made for ${show(name)}: the card is ${state}.\n`,
    ),
    outstandingText(outstanding, show),
    waitingText(waits, show),
  ];
  return lines.join('');
}
