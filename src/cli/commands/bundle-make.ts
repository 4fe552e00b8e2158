import { Option } from 'commander';
import { LEVELS, type Level } from '#shared/domain/levels';
import { AppError } from '#shared/errors/app-error';
import {
  SHARE_PURPOSES,
  type AskedAgain,
  type CaseFile,
  type Leaving,
  type ShareOrder,
  type SharePurpose,
} from '#core/app/index';
import { theOne } from '#core/kernel/the-one';
import { assertFree, writeWholeFile } from '#core/app/whole-file';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer } from '../context';
import { count, pairs, showFor, table, type Show } from '../format';
import { withCaseFile } from '../session';
import { fieldOf } from '../values';

type MakeOptions = VaultOptions & {
  readonly to?: readonly string[];
  readonly words?: true;
  readonly toSelf?: true;
  readonly despite?: true;
  readonly person?: readonly string[];
  readonly case?: readonly string[];
  readonly purpose: SharePurpose;
  readonly level?: Level;
  readonly current?: true;
  readonly files: string;
  readonly nameless?: true;
  readonly note?: string;
  readonly preview?: true;
  readonly seen?: string;
  readonly out?: string;
  readonly force?: true;
  readonly again?: string;
};

export const ofKind = (file: CaseFile, ids: readonly string[], kind: 'person' | 'case') =>
  ids.map((id) => {
    const record = file.record(id);
    if (record.kind !== kind) throw new AppError('input/not-found', { id });
    return record.id;
  });

function filesOf(file: CaseFile, files: string): ShareOrder['files'] {
  if (files === 'all' || files === 'none') return files;
  return files.split(',').map((id) => file.record(id.trim()).id);
}

/** Pseudonyms belong to one group: the bundle is for it alone. */
function groupKey(file: CaseFile, { nameless, to = [] }: MakeOptions): Uint8Array | undefined {
  if (nameless !== true) return undefined;
  const [name, ...more] = to;
  if (name === undefined || more.length > 0)
    throw new AppError('usage', { reason: '--nameless is for one group: give it alone with --to' });
  return file.exchange.groupKey(name);
}

function orderOf(file: CaseFile, options: MakeOptions): ShareOrder {
  const { person, case: matters, purpose, level } = options;
  const pseudonyms = groupKey(file, options);
  return {
    ...(person === undefined ? {} : { persons: ofKind(file, person, 'person') }),
    ...(matters === undefined ? {} : { cases: ofKind(file, matters, 'case') }),
    purpose,
    ...(level === undefined ? {} : { level }),
    history: options.current === true ? 'current' : 'full',
    files: filesOf(file, options.files),
    ...(pseudonyms === undefined ? {} : { pseudonyms }),
  };
}

/** The bundle that is made once more, by the beginning of its id. */
function askedBefore({ exchange }: CaseFile, prefix: string): AskedAgain {
  const wanted = prefix.toLowerCase();
  const { id } = theOne(
    exchange.sent().filter((one) => one.id.startsWith(wanted)),
    prefix,
  );
  return exchange.askedAgain(id);
}

/** What is asked for: told by options, or as it was for a bundle that was made before. */
function requestOf(file: CaseFile, options: MakeOptions) {
  if (options.again === undefined) return { order: orderOf(file, options), options };
  const { order, to, isForWords } = askedBefore(file, options.again);
  const { namelessFor, ...rest } = order;
  const group = namelessFor === undefined ? undefined : file.exchange.groups.nameOf(namelessFor);
  return {
    order: {
      ...rest,
      ...(group === undefined ? {} : { pseudonyms: file.exchange.groupKey(group) }),
    },
    options: {
      ...options,
      to: [...to.cards, ...to.groups.map((id) => file.exchange.groups.nameOf(id))],
      ...(to.toSelf && ({ toSelf: true } as const)),
      ...(isForWords && ({ words: true } as const)),
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  level: 'its level',
  'co-accused': 'of a co-accused only name and role leave',
  'other-person': 'belongs to somebody else',
  'other-case': 'belongs to another case',
  pseudonym: 'it could say who it is',
  'not-chosen': 'file not chosen',
  'not-here': 'file is not held here',
};

const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '(taken away)' : JSON.stringify(value);

export function leavingText({ records, files, heldBack, token }: Leaving, show: Show): string {
  const rows = records.flatMap(({ kind, label, fields, part }) =>
    fields.map((field) => ({
      kind: part === 'stub' ? `${kind} (co-accused)` : kind,
      label,
      ...field,
    })),
  );
  const leaves = table(
    rows,
    [
      { title: 'KIND', of: ({ kind }) => kind },
      { title: 'WHOSE', of: ({ label }) => label, least: 12 },
      { title: 'FIELD', of: ({ path }) => fieldOf(path) },
      { title: 'LEAVES', of: ({ value }) => valueText(value), least: 20 },
      { title: 'OLDER', of: ({ past }) => (past === 0 ? '' : String(past)) },
    ],
    show,
  );
  const attachments = table(
    files,
    [
      { title: 'FILE', of: ({ label }) => label, least: 20 },
      { title: 'BYTES', of: ({ sizeBytes }) => sizeBytes.toLocaleString('en-GB') },
    ],
    show,
  );
  const stays = table(
    heldBack,
    [
      { title: 'STAYS', of: ({ kind }) => kind },
      { title: 'WHOSE', of: ({ label }) => label, least: 12 },
      { title: 'FIELD', of: ({ path }) => (path === undefined ? '(whole record)' : fieldOf(path)) },
      { title: 'WHY', of: ({ reason }) => REASONS[reason] ?? reason, least: 20 },
    ],
    show,
  );
  const parts = [
    rows.length === 0 ? 'Nothing leaves.\n' : leaves,
    ...(files.length === 0 ? [] : [attachments]),
    heldBack.length === 0 ? 'Nothing stays back.\n' : stays,
    `To make exactly this: --seen ${token}\n`,
  ];
  return parts.join('\n');
}

/** The preview as JSON: what leaves, told once, without the changes themselves and any key. */
const previewOf = ({ order, records, files, heldBack, level, token }: Leaving) => ({
  order: { ...order, pseudonyms: order.pseudonyms !== undefined },
  ...{ records, files, heldBack, level, token },
});

async function addresseeOf(file: CaseFile, options: MakeOptions) {
  const { to = [], words, toSelf, despite } = options;
  if (words === true) {
    if (to.length > 0 || toSelf === true)
      throw new AppError('usage', { reason: '--words and --to never go together' });
    return { type: 'passphrase', words: file.exchange.words() } as const;
  }
  if (to.length === 0 && toSelf !== true)
    throw new AppError('usage', { reason: 'give --to with cards or a group, or --words' });
  const address = { to, toSelf: toSelf === true, despite: despite === true };
  return file.exchange.addressee(address);
}

async function make(file: CaseFile, options: MakeOptions, leaving: Leaving, show: Show) {
  const { out, force, note, seen } = options;
  if (out === undefined)
    throw new AppError('usage', { reason: 'give --out, or --preview to look' });
  assertFree(out, force === true);
  if (seen !== undefined && seen !== leaving.token)
    throw new AppError('input/changed', { file: out });
  const addressee = await addresseeOf(file, options);
  const made = await file.exchange.make({
    ...{ leaving, addressee },
    ...(note === undefined ? {} : { note }),
  });
  let sha256 = '';
  const { sizeBytes } = await writeWholeFile(out, made.bytes, {
    force: force === true,
    beforeNaming: (written) => {
      ({ sha256 } = made.note());
      file.noteBundle(written, (options.to ?? []).join(', '));
    },
  });
  const words = addressee.type === 'passphrase' ? addressee.words : undefined;
  const { records, files, heldBack } = leaving;
  const text = pairs(
    [
      ['written', out],
      ['bytes', sizeBytes.toLocaleString('en-GB')],
      ['sha256', sha256],
      ['number', String(made.seq)],
      ['leaves', `${count(records.length, 'record')}, ${count(files.length, 'file')}`],
      ['stays back', count(heldBack.length, 'value')],
      ...(words === undefined ? [] : [['words', words] as const]),
    ],
    show,
  );
  const tell =
    words === undefined
      ? ''
      : 'Tell these eight words by voice, never with the file. They are not shown again.\n';
  return {
    json: {
      ...{ out, sizeBytes, sha256, seq: made.seq, token: leaving.token },
      ...(words === undefined ? {} : { words }),
      ...{ id: Buffer.from(made.bundleId).toString('hex'), records: records.length },
      ...{ files: files.length, heldBack: heldBack.length },
    },
    text: text + tell,
  };
}

/** What `--again` asks for itself. */
const ASKED = [
  ...['to', 'words', 'toSelf', 'person', 'case', 'purpose', 'level', 'current'],
  ...['files', 'nameless'],
];

export const bundleMake = defineCommand<MakeOptions>({
  name: 'bundle make',
  summary: 'write an encrypted, signed bundle of what may leave, for cards, a group or eight words',
  options: [
    new Option('--to <who...>', 'cards, or groups, it is for'),
    new Option('--words', 'for somebody without a card: opened by eight words'),
    new Option('--to-self', 'you can open it too'),
    new Option('--despite', 'also for a card that nobody verified; the log notes it'),
    new Option(
      '--person <id...>',
      'of these persons, with their cases; of co-accused name and role',
    ),
    new Option('--case <id...>', 'of these cases'),
    new Option('--purpose <name>', 'who will use it: it decides the levels that leave')
      .choices([...SHARE_PURPOSES])
      .default('committee'),
    new Option('--level <name>', 'nothing stricter than this').choices([...LEVELS]),
    new Option('--current', 'values as they stand, without what was written before'),
    new Option('--files <which>', 'all, none, or ids of documents with commas').default('all'),
    new Option(
      '--nameless',
      'pseudonyms instead of ids and names, the same each time for one group',
    ),
    new Option('--note <text>', 'a word to whoever opens it; it lies inside'),
    new Option(
      '--again <id>',
      'what a bundle that was made before was asked for, for the same, as things stand now',
    ).conflicts(ASKED),
    new Option('--preview', 'only list every value and file that would leave, and what stays'),
    new Option('--seen <token>', 'make exactly what a preview showed, or nothing'),
    new Option('--out <file>', 'file to write'),
    new Option('--force', 'replace the file if it is there'),
  ],
  examples: [
    'rihai bundle make --to Committee --preview --vault ./office',
    'rihai bundle make --again 4f2a90c1 --out refresh.rihai --vault ./office',
    'rihai bundle make --to "Sample Vakil" --person 0197d2a4 --purpose counsel --out for-counsel.rihai --vault ./office',
  ],
  opens: true,
  run: (context, _words, given) =>
    withCaseFile<Answer>(context, given, (file) => {
      const { order, options } = requestOf(file, given);
      const leaving = file.exchange.plan(order);
      const show = showFor(context.isTerminal);
      if (options.preview === true)
        return { json: previewOf(leaving), text: leavingText(leaving, show) };
      file.assertWritable();
      return make(file, options, leaving, show);
    }),
});
