import { shown, timesOf, type Times } from '../measure';
import type { Painted, Seen } from './session';
import type { Starts } from './starts';

type Cells = readonly (string | number)[];

const line = (cells: Cells): string => `| ${cells.join(' | ')} |`;

const table = (head: Cells, rows: readonly Cells[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

const cell = ({ median, worst }: Times): string => `${shown(median)} (${shown(worst)})`;

export function startsTable({ ours, bare }: Readonly<Record<'ours' | 'bare', Starts>>): string {
  const moments = Object.keys(ours) as (keyof Starts)[];
  return table(
    ['start', 'Rihai', 'bare window', 'ratio'],
    moments.map((moment) => [
      moment,
      cell(ours[moment]),
      cell(bare[moment]),
      (ours[moment].median / bare[moment].median).toFixed(2),
    ]),
  );
}

export const unlockTable = (seen: readonly Seen[]): string =>
  table(
    ['unlock', 'derivation', 'open, first screen whole'],
    [
      [
        '',
        cell(timesOf(seen.map(({ unlock }) => unlock.derivation))),
        cell(timesOf(seen.map(({ unlock }) => unlock.rest))),
      ],
    ],
  );

export const lockTable = (seen: readonly Seen[]): string =>
  table(
    ['lock', 'window gone', 'every process ended'],
    [
      [
        '',
        cell(timesOf(seen.map(({ lock }) => lock.hidden))),
        cell(timesOf(seen.map(({ lock }) => lock.ended))),
      ],
    ],
  );

export function screensTable(seen: readonly Seen[]): string {
  const names = Object.keys(seen[0]?.screens ?? {});
  const times = (
    visit: 'screens' | 'again',
    name: string,
    pick: (painted: Painted) => number,
  ): string => cell(timesOf(seen.flatMap((one) => one[visit][name] ?? []).map(pick)));
  return table(
    ['click to', 'first frame', 'whole', 'second visit, whole'],
    names.map((name) => [
      name,
      times('screens', name, ({ first }) => first),
      times('screens', name, ({ whole }) => whole),
      times('again', name, ({ whole }) => whole),
    ]),
  );
}

export function typingTable(seen: readonly Seen[]): string {
  const names = Object.keys(seen[0]?.typing ?? {});
  return table(
    ['key in', 'keys', 'work', 'to the frame'],
    names.map((name) => {
      const keys = seen.flatMap(({ typing }) => typing[name] ?? []);
      return [
        name,
        keys.length,
        cell(timesOf(keys.map(({ work }) => work))),
        cell(timesOf(keys.map(({ latency }) => latency))),
      ];
    }),
  );
}

export function memoryTable(seen: readonly Seen[]): string {
  const moments = Object.keys(seen[0]?.memory ?? {});
  const roles = [...new Set(seen.flatMap((one) => Object.values(one.memory).flatMap(Object.keys)))];
  const mib = (moment: string, role: string): string =>
    timesOf(seen.map(({ memory }) => memory[moment]?.[role] ?? 0)).median.toFixed(0);
  return table(
    ['MiB', ...roles],
    moments.map((moment) => [moment, ...roles.map((role) => mib(moment, role))]),
  );
}
