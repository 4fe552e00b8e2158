import { Option } from 'commander';
import type { ChangeId } from '#shared/domain/ids';
import { LEVELS, type Level } from '#shared/domain/levels';
import { WIDEST_LEVEL } from '#shared/domain/sharing';
import { AppError } from '#shared/errors/app-error';
import {
  LEAST_PART_BYTES,
  MOST_PART_BYTES,
  SHARE_PURPOSES,
  type CaseFile,
  type KnownFolder,
  type SharePurpose,
} from '#core/app/index';
import { beginsWith } from '#core/kernel/ids';
import { theOne } from '#core/kernel/the-one';
import { defineCommand, wholeNumber, type VaultOptions } from '../command';
import type { Answer } from '../context';
import { count, minuteOf, showFor, table, type Show } from '../format';
import { withCaseFile } from '../session';
import { QUESTION_WORDS } from '../words';
import { syncedText, waitsText } from './folder-text';

const MIB = 1024 * 1024;
const MOST_PART_MIB = 4_095;

type AddOptions = VaultOptions & {
  readonly group: string;
  readonly purpose: SharePurpose;
  readonly level?: Level;
  readonly current?: true;
  readonly files: 'all' | 'none';
  readonly part?: number;
};

const folderText = (folder: KnownFolder, show: Show): string =>
  table(
    [folder],
    [
      { title: 'FOLDER', of: ({ id }) => id.slice(0, 8) },
      { title: 'PLACE', of: ({ place }) => place, least: 16 },
      { title: 'GROUP', of: ({ group }) => group, least: 8 },
      { title: 'LEAVES', of: ({ purpose, level }) => `${purpose}, ${level}` },
    ],
    show,
  );

export const folderAdd = defineCommand<AddOptions>({
  name: 'folder add',
  summary:
    'use a folder to pass everything of some level to a group, and to take in what they put there',
  words: [['<dir>', 'the folder: on a stick, or one that Syncthing or Nextcloud copies']],
  options: [
    new Option('--group <name>', 'the group it is for').makeOptionMandatory(),
    new Option('--purpose <name>', 'who will use it: it decides the levels that leave')
      .choices([...SHARE_PURPOSES])
      .default('committee'),
    new Option('--level <name>', 'nothing stricter than this').choices([...LEVELS]),
    new Option('--current', 'values as they stand, without what was written before'),
    new Option('--files <which>', 'attachments: all or none')
      .choices(['all', 'none'])
      .default('all'),
    new Option('--part <MiB>', 'cut longer files into pieces of so many MiB').argParser(
      wholeNumber(1, MOST_PART_MIB),
    ),
  ],
  examples: ['rihai folder add ./shared --group Committee --vault ./office'],
  opens: true,
  run: (context, [dir], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const { group, purpose, files, part } = options;
      const folder = file.exchange.folders.add(String(dir), {
        ...{ group, purpose, files, level: options.level ?? WIDEST_LEVEL[purpose] },
        history: options.current === true ? 'current' : 'full',
        partBytes: Math.max(part === undefined ? MOST_PART_BYTES : part * MIB, LEAST_PART_BYTES),
      });
      const show = showFor(context.isTerminal);
      return {
        json: folder,
        text: `${folderText(folder, show)}Nothing was written there yet: rihai folder sync\n`,
      };
    }),
});

export const folderList = defineCommand<VaultOptions>({
  name: 'folder list',
  summary: 'shared folders, when they were last synced, what waits in them and for whom',
  examples: ['rihai folder list --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, (file) => {
      const folders = file.exchange.folders.list();
      const show = showFor(context.isTerminal);
      if (folders.length === 0) return { json: { folders }, text: 'No shared folder is set up.\n' };
      const rows = table(
        folders,
        [
          { title: 'FOLDER', of: ({ id }) => id.slice(0, 8) },
          { title: 'PLACE', of: ({ place }) => place, least: 16 },
          { title: 'GROUP', of: ({ group }) => group, least: 8 },
          { title: 'LEAVES', of: ({ purpose, level }) => `${purpose}, ${level}` },
          {
            title: 'LAST',
            of: ({ syncedMs }) => (syncedMs === undefined ? 'never' : minuteOf(syncedMs)),
          },
        ],
        show,
      );
      const waits = folders.map((folder) => waitsText(folder, show)).filter((text) => text !== '');
      return { json: { folders }, text: [rows, ...waits].join('\n') };
    }),
});

export const folderMove = defineCommand<VaultOptions>({
  name: 'folder move',
  summary: 'the same shared folder has another place now, such as a stick under another letter',
  words: [
    ['<folder>', 'its place until now, or the first characters of its id'],
    ['<dir>', 'where it is now'],
  ],
  examples: ['rihai folder move 4f2a90c1 ./stick/shared --vault ./office'],
  opens: true,
  run: (context, [which, dir], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const folder = file.exchange.folders.move(String(which), String(dir));
      return { json: folder, text: folderText(folder, showFor(context.isTerminal)) };
    }),
});

export const folderRemove = defineCommand<VaultOptions & { readonly clear?: true }>({
  name: 'folder remove',
  summary: 'stop using a shared folder; what came through it stays in the vault',
  words: [['<folder>', 'its place, or the first characters of its id']],
  options: [new Option('--clear', 'remove our own files from it too')],
  examples: ['rihai folder remove ./shared --clear --vault ./office'],
  opens: true,
  run: (context, [which], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const clear = options.clear === true;
      const folder = file.exchange.folders.remove(String(which), { clear });
      const left = clear
        ? 'Our files in it were removed.'
        : 'Our files stay in it, for those who have not taken them.';
      return { json: folder, text: `No longer used: ${folder.place}. ${left}\n` };
    }),
});

type SyncOptions = VaultOptions & { readonly anew?: true };

async function syncOne(file: CaseFile, folder: KnownFolder, options: SyncOptions) {
  const synced = await file.exchange.folders.sync(folder.id, { anew: options.anew === true });
  return { folder: folder.id, place: folder.place, ...synced };
}

export const folderSync = defineCommand<SyncOptions>({
  name: 'folder sync',
  summary: 'take in what came through shared folders, and put there what others do not have yet',
  words: [['[folder]', 'its place, or the first characters of its id; all of them without it']],
  options: [new Option('--anew', 'the folder was emptied: write again what others still need')],
  examples: ['rihai folder sync --vault ./office', 'rihai folder sync ./shared --vault ./office'],
  opens: true,
  run: (context, [which], options) =>
    withCaseFile<Answer>(context, options, async (file) => {
      file.assertWritable();
      const { folders } = file.exchange;
      const chosen = typeof which === 'string' ? [folders.show(which)] : folders.list();
      if (chosen.length === 0)
        throw new AppError('usage', { reason: 'no shared folder is set up: rihai folder add' });
      const done = [];
      for (const folder of chosen) done.push(await syncOne(file, folder, options));
      const asking = file.exchange.aside.list().length;
      const conflicts = file.conflicts().length;
      const show = showFor(context.isTerminal);
      const text = [
        ...done.map((one) => syncedText(one, show)),
        ...(asking === 0 ? [] : [`${count(asking, 'change')} to decide: rihai folder asks\n`]),
        ...(conflicts === 0
          ? []
          : [`${count(conflicts, 'conflict')} to decide: rihai conflicts\n`]),
      ];
      return { json: { folders: done, asking, conflicts }, text: text.join('\n') };
    }),
});

type AskOptions = VaultOptions & {
  readonly take?: readonly string[];
  readonly refuse?: readonly string[];
};

/** Changes that wait and whose ids begin so. */
function chosenOf(file: CaseFile, prefixes: readonly string[]): readonly ChangeId[] {
  const waiting = file.exchange.aside.list();
  return prefixes.flatMap((prefix) => {
    if (prefix === 'all') return waiting.map(({ change }) => change);
    const begun = waiting.filter(({ change }) => beginsWith(change, prefix));
    return [theOne(begun, prefix).change];
  });
}

export const folderAsks = defineCommand<AskOptions>({
  name: 'folder asks',
  summary: 'what came through shared folders and is never simply taken: deletions, lower levels',
  options: [
    new Option('--take <id...>', 'take these changes; "all" for every one'),
    new Option('--refuse <id...>', 'keep our values against these; "all" for every one'),
  ],
  examples: [
    'rihai folder asks --vault ./office',
    'rihai folder asks --take 0197d2a4 --vault ./office',
  ],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile<Answer>(context, options, (file) => {
      const { take = [], refuse = [] } = options;
      const { aside } = file.exchange;
      if (take.length + refuse.length > 0) {
        file.assertWritable();
        const [taken, refused] = [chosenOf(file, take), chosenOf(file, refuse)];
        if (taken.length > 0) aside.answer(taken, 'take');
        if (refused.length > 0) aside.answer(refused, 'refuse');
      }
      const asking = aside.list();
      const show = showFor(context.isTerminal);
      const text =
        asking.length === 0
          ? 'Nothing waits for an answer.\n'
          : table(
              asking,
              [
                { title: 'CHANGE', of: ({ change }) => change },
                { title: 'OF', of: ({ kind, label }) => `${kind} ${label}`, least: 16 },
                {
                  title: 'WHAT',
                  of: ({ question }) => QUESTION_WORDS[question ?? ''] ?? 'was set aside',
                },
                { title: 'FROM', of: ({ from }) => from, least: 8 },
              ],
              show,
            );
      return { json: { asking }, text };
    }),
});
