import * as path from 'node:path';
import { Option } from 'commander';
import { LEVELS, type Level } from '#shared/domain/levels';
import { TRAVEL_ENDS, type TravelEnd } from '#shared/domain/sharing';
import {
  deriveInProcess,
  makeTravelCopy,
  openCaseFile,
  readInProcess,
  openVault,
  readVaultInfo,
  SHARE_PURPOSES,
  takeTravelBack,
  type CaseFile,
  type KnownCopy,
  type SharePurpose,
} from '#core/app/index';
import { defineCommand, wholeNumber, type VaultOptions } from '../command';
import type { Answer, Context } from '../context';
import { count, minuteOf, pairs, showFor, table, type Show } from '../format';
import {
  chooseNewPassphrase,
  FLOOR,
  newPassphraseOptions,
  wordsText,
  type NewPassphraseOptions,
} from '../new-passphrase';
import { readFirstLine } from '../secrets';
import { withCaseFile } from '../session';
import { leavingText, ofKind } from './bundle-make';

type MakeOptions = VaultOptions &
  NewPassphraseOptions & {
    readonly person?: readonly string[];
    readonly case?: readonly string[];
    readonly purpose: SharePurpose;
    readonly level?: Level;
    readonly files: 'all' | 'none';
    readonly days: number;
    readonly preview?: true;
  };

const MOST_DAYS = 365;

function planOf(file: CaseFile, options: MakeOptions) {
  const { person, case: matters, purpose, level, files } = options;
  return file.exchange.plan({
    ...(person === undefined ? {} : { persons: ofKind(file, person, 'person') }),
    ...(matters === undefined ? {} : { cases: ofKind(file, matters, 'case') }),
    ...(level === undefined ? {} : { level }),
    ...{ purpose, files, history: 'full' },
  });
}

async function make(
  context: Context,
  file: CaseFile,
  dir: string,
  options: MakeOptions,
): Promise<Answer> {
  const leaving = planOf(file, options);
  if (options.preview === true) {
    const { records, files, heldBack, token } = leaving;
    return {
      json: { records, files, heldBack, token },
      text: leavingText(leaving, showFor(context.isTerminal)),
    };
  }
  const chosen = await chooseNewPassphrase(context, options);
  try {
    const made = await makeTravelCopy(file, {
      ...{ dir, leaving, passphrase: chosen.bytes, days: options.days },
      resourcesDir: context.resourcesDir,
      readDocument: readInProcess(context.readerProgram),
      deriveKey: deriveInProcess(context.kdfProgram),
      anchors: { dir: context.anchorsDir },
      ...(options.quickKey === true ? { policy: FLOOR } : {}),
    });
    const words = chosen.words === undefined ? {} : { passphrase: chosen.words };
    const facts = pairs(
      [
        ['copy', dir],
        ['holds', `${count(made.records, 'record')}, ${count(made.files, 'file')}`],
        ['stays here', count(made.heldBack, 'value')],
        ['taken back until', minuteOf(made.untilMs)],
      ],
      showFor(context.isTerminal),
    );
    return {
      json: { dir, ...made, ...words },
      text: `${wordsText(chosen)}${facts}It has no recovery key: without its passphrase it is lost, and this vault is not.\nWhen you are back: rihai travel back ${dir}\n`,
    };
  } finally {
    chosen.bytes.fill(0);
  }
}

export const travelMake = defineCommand<MakeOptions>({
  name: 'travel make',
  summary: 'make a vault to carry: chosen persons and cases, under a key and passphrase of its own',
  words: [['<folder>', 'a folder that is new or empty']],
  options: [
    new Option('--person <id...>', 'these persons, with their cases; of co-accused name and role'),
    new Option('--case <id...>', 'these cases'),
    new Option('--purpose <name>', 'what it is used for: it decides the levels that go along')
      .choices([...SHARE_PURPOSES])
      .default('counsel'),
    new Option('--level <name>', 'nothing stricter than this').choices([...LEVELS]),
    new Option('--files <which>', 'attachments that go along')
      .choices(['all', 'none'])
      .default('all'),
    new Option('--days <n>', 'for how long it is taken back on its grant')
      .argParser(wholeNumber(1, MOST_DAYS))
      .default(30),
    new Option('--preview', 'only list every value and file that would go along'),
    ...newPassphraseOptions(),
  ],
  examples: [
    'rihai travel make ./visit --person 0197d2a4 --generate --vault ./office',
    'rihai travel make ./court-day --case 0197d2a4 --preview --vault ./office',
  ],
  opens: true,
  run: (context, [folder], options) =>
    withCaseFile(context, options, (file) => make(context, file, String(folder), options)),
});

type BackOptions = VaultOptions & { readonly copyFile?: string };

/** Lets `work` have the case file of the copy, which is opened by its own passphrase. */
async function withCopy<T>(
  context: Context,
  dir: string,
  { copyFile }: BackOptions,
  work: (copy: CaseFile) => Promise<T>,
): Promise<T> {
  const bytes =
    copyFile === undefined
      ? await context.askSecret('Passphrase of the copy: ')
      : readFirstLine(context, copyFile);
  try {
    const vault = await openVault({
      dir,
      secret: { type: 'passphrase', bytes },
      anchors: { dir: context.anchorsDir },
      clock: context.clock,
      deriveKey: deriveInProcess(context.kdfProgram),
    });
    try {
      return await work(openCaseFile(vault, { resourcesDir: context.resourcesDir }));
    } finally {
      vault.close();
    }
  } finally {
    bytes.fill(0);
  }
}

export const travelBack = defineCommand<BackOptions>({
  name: 'travel back',
  summary: 'merge what was written in a travel copy back; nothing of either is overwritten',
  words: [['<folder>', 'the copy']],
  options: [
    new Option('--copy-file <file>', 'passphrase of the copy, from the first line of a file'),
  ],
  examples: ['rihai travel back ./visit --vault ./office'],
  opens: true,
  run: (context, [folder], options) => {
    const dir = String(folder);
    readVaultInfo(dir);
    return withCaseFile<Answer>(context, options, (file) => {
      file.assertWritable();
      return withCopy(context, dir, options, async (copy) => {
        const back = await takeTravelBack(file, copy);
        const { bundle, taken, setAside, files } = back;
        const conflicts = file.conflicts().length;
        return {
          json: { bundle, taken, setAside, files, conflicts },
          text: `${pairs(
            [
              ['taken back', count(taken, 'change')],
              ['attachments', String(files)],
              ['ask first', count(setAside, 'change')],
              ['conflicts open', String(conflicts)],
            ],
            showFor(context.isTerminal),
          )}To undo this: rihai bundle undo ${bundle}\n`,
        };
      });
    });
  },
});

const stateOf = ({ ended, untilMs, backMs }: KnownCopy, nowMs: number): string => {
  if (ended !== undefined) return `${ended.how} ${minuteOf(ended.atMs)}`;
  const back = backMs === undefined ? 'out' : `taken back ${minuteOf(backMs)}`;
  return nowMs > untilMs ? `${back}, its time is over` : back;
};

function copiesText(copies: readonly KnownCopy[], nowMs: number, show: Show): string {
  if (copies.length === 0) return 'No travel copy was made of this vault.\n';
  return table(
    copies,
    [
      { title: 'COPY', of: ({ id }) => id.slice(0, 8) },
      { title: 'PLACE', of: ({ place }) => place, least: 16 },
      { title: 'MADE', of: ({ madeMs }) => minuteOf(madeMs) },
      { title: 'UNTIL', of: ({ untilMs }) => minuteOf(untilMs) },
      {
        title: 'HOLDS',
        of: ({ records, files }) => `${String(records)} + ${count(files, 'file')}`,
      },
      { title: 'STATE', of: (copy) => stateOf(copy, nowMs), least: 12 },
    ],
    show,
  );
}

export const travelList = defineCommand<VaultOptions>({
  name: 'travel list',
  summary: 'travel copies that were made of this vault, and what became of them',
  examples: ['rihai travel list --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, (file) => {
      const copies = file.exchange.travel.copies();
      const text = copiesText(copies, context.clock.nowMs(), showFor(context.isTerminal));
      return { json: { copies }, text };
    }),
});

const FOUND = 'found';

type EndOptions = VaultOptions & { readonly how: TravelEnd | typeof FOUND };

export const travelEnd = defineCommand<EndOptions>({
  name: 'travel end',
  summary: 'say what became of a travel copy: nothing of it is taken in any more',
  words: [['<copy>', 'where it was made, or the first characters of its id']],
  options: [
    new Option('--how <what>', 'what became of it; "found" takes that back')
      .choices([...TRAVEL_ENDS, FOUND])
      .makeOptionMandatory(),
  ],
  examples: [
    'rihai travel end 4f2a90c1 --how lost --vault ./office',
    'rihai travel end ./visit --how destroyed --vault ./office',
  ],
  opens: true,
  run: (context, [copy], { how, ...options }) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const { travel } = file.exchange;
      const text = String(copy);
      const isPlace = travel.copies().some(({ place }) => place === path.resolve(text));
      const ended = travel.setEnd(
        isPlace ? path.resolve(text) : text,
        how === FOUND ? undefined : how,
      );
      return {
        json: ended,
        text: copiesText([ended], context.clock.nowMs(), showFor(context.isTerminal)),
      };
    }),
});
