import { createReadStream } from 'node:fs';
import { Option } from 'commander';
import type { RecordId } from '#shared/domain/ids';
import type { Arrival, CaseFile, Choice, Coming, Incoming } from '#core/app/index';
import { once } from '#core/kernel/bytes';
import { beginsWith } from '#core/kernel/ids';
import { theOne } from '#core/kernel/the-one';
import { assertFree, writeWholeFile } from '#core/app/whole-file';
import { defineCommand, type VaultOptions } from '../command';
import type { Context } from '../context';
import { count, minuteOf, pairs, showFor, table, type Show } from '../format';
import { readFirstLine } from '../secrets';
import { withCaseFile } from '../session';
import { fieldOf } from '../values';
import { QUESTION_WORDS } from '../words';

type OpenOptions = VaultOptions & { readonly words?: true; readonly wordsFile?: string };

const wordsOptions = (): readonly Option[] => [
  new Option('--words', 'ask for the eight words that open it'),
  new Option('--words-file <file>', 'take the eight words from the first line of a file'),
];

async function wordsOf(context: Context, options: OpenOptions): Promise<Uint8Array | undefined> {
  const { words, wordsFile } = options;
  if (wordsFile !== undefined) return readFirstLine(context, wordsFile);
  return words === true ? context.askSecret('Eight words: ') : undefined;
}

const PART_BYTES = 1024 * 1024;

/** Opens a bundle, lets `work` look at it, and removes what of it waits. */
async function withBundle<T>(
  context: Context,
  file: CaseFile,
  name: string,
  options: OpenOptions,
  work: (incoming: Incoming) => T | Promise<T>,
): Promise<T> {
  const words = await wordsOf(context, options);
  const source = createReadStream(name, { highWaterMark: PART_BYTES });
  const incoming = await file.exchange.open(source, words).finally(() => {
    words?.fill(0);
  });
  try {
    return await work(incoming);
  } finally {
    incoming.drop();
  }
}

const SENDERS: Readonly<Record<Arrival['sender'], string>> = {
  own: 'yourself',
  unknown: 'NOT KNOWN: their card is not kept here',
  unverified: 'NOT VERIFIED: nobody compared the digits',
  verified: 'verified',
  changed: 'ANOTHER CARD than the one verified here',
  revoked: 'REVOKED',
  seized: 'their desk was SEIZED',
};

const WHAT = { new: 'new', update: 'other value', conflict: 'CONFLICT' } as const;
/** How each question is answered with yes. */
const YES: Readonly<Record<string, string>> = {
  deletes: '--deletions',
  'lowers-level': '--lowered',
  'purged-here': '--purged',
};

const textOf = (value: unknown): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

function headText(incoming: Incoming, arrival: Arrival, show: Show): string {
  const { manifest, sender } = incoming;
  const { purpose, level, history, pseudonyms } = manifest.scope;
  return pairs(
    [
      [
        'from',
        `${sender.name}${arrival.knownAs === '' || arrival.knownAs === sender.name ? '' : `, here ${arrival.knownAs}`}`,
      ],
      ['sender', SENDERS[arrival.sender]],
      ['made', minuteOf(manifest.created_ms)],
      [
        'number',
        `${String(manifest.seq)}${arrival.isStale ? ' (a later one of theirs is here already)' : ''}`,
      ],
      [
        'for',
        `${purpose}, ${level} at the strictest, ${history === 'full' ? 'with history' : 'as it stands'}${pseudonyms ? ', without names' : ''}`,
      ],
      ['here before', arrival.before ?? 'no'],
      ['note', manifest.note],
    ],
    show,
  );
}

function comingText(coming: Coming, show: Show): string {
  const rows = coming.records.flatMap((record) =>
    (record.fields.length === 0
      ? [{ path: '', what: 'new', ours: null, theirs: null } as const]
      : record.fields
    ).map((field) => ({ ...record, ...field })),
  );
  const values = table(
    rows,
    [
      {
        title: 'RECORD',
        of: ({ kind, label, isNew }) => `${kind} ${label}${isNew ? ' (new)' : ''}`,
        least: 16,
      },
      { title: 'FIELD', of: ({ path }) => fieldOf(path) },
      { title: 'WHAT', of: ({ what }) => WHAT[what] },
      { title: 'HERE', of: ({ ours }) => textOf(ours), least: 14 },
      { title: 'THERE', of: ({ theirs }) => textOf(theirs), least: 14 },
    ],
    show,
  );
  const asking = table(
    coming.asking,
    [
      { title: 'ASKS FIRST', of: ({ kind, label }) => `${kind} ${label}`, least: 16 },
      { title: 'FIELD', of: ({ path }) => fieldOf(path) },
      {
        title: 'WHAT',
        of: ({ question }) => `${QUESTION_WORDS[question] ?? question} (${YES[question] ?? ''})`,
        least: 20,
      },
    ],
    show,
  );
  const likely = table(
    coming.likelySame,
    [
      { title: 'THEIRS', of: ({ theirLabel }) => theirLabel, least: 16 },
      { title: 'MAY BE OURS', of: ({ ourLabel }) => ourLabel, least: 16 },
    ],
    show,
  );
  return [
    rows.length === 0 ? 'Nothing in it is new.\n' : values,
    ...(coming.asking.length === 0 ? [] : [asking]),
    ...(coming.likelySame.length === 0 ? [] : [likely]),
    `${count(coming.files.length, 'file')}, ${count(coming.known, 'change')} known already.\n`,
  ].join('\n');
}

export const bundleShow = defineCommand<OpenOptions>({
  name: 'bundle show',
  summary: 'say who signed a bundle, and what taking it in would change; changes nothing',
  words: [['<file>', 'the bundle']],
  options: wordsOptions(),
  examples: ['rihai bundle show from-counsel.rihai --vault ./office'],
  opens: true,
  run: (context, [name], options) =>
    withCaseFile(context, options, (file) =>
      withBundle(context, file, String(name), options, async (incoming) => {
        const arrival = file.exchange.arrivalOf(incoming);
        const coming = await file.exchange.preview(incoming);
        const show = showFor(context.isTerminal);
        const { bundleId, manifest, sender } = incoming;
        const { created_ms: createdMs, seq, scope, note, schema } = manifest;
        return {
          json: {
            ...{ id: Buffer.from(bundleId).toString('hex'), from: sender.name, arrival },
            ...{ createdMs, seq, scope, note, schema, coming },
          },
          text: `${headText(incoming, arrival, show)}\n${comingText(coming, show)}`,
        };
      }),
    ),
});

type TakeOptions = OpenOptions & {
  readonly only?: readonly string[];
  readonly refuseRest?: true;
  readonly deletions?: true;
  readonly lowered?: true;
  readonly purged?: true;
  readonly despite?: true;
  readonly receipt?: string;
};

/** Ids of records in the bundle that begin as given. */
function chosen({ set }: Incoming, only: readonly string[]): ReadonlySet<RecordId> {
  const records = [...new Set(set.changes.map(({ record }) => record))];
  return new Set(
    only.map((prefix) =>
      theOne(
        records.filter((id) => beginsWith(id, prefix)),
        prefix,
      ),
    ),
  );
}

const choiceOf = (incoming: Incoming, options: TakeOptions): Choice => ({
  records: options.only === undefined ? 'all' : chosen(incoming, options.only),
  rest: options.refuseRest === true ? 'refuse' : 'setAside',
  answers: {
    ...(options.deletions === true ? { deletes: 'take' } : {}),
    ...(options.lowered === true ? { 'lowers-level': 'take' } : {}),
    ...(options.purged === true ? { 'purged-here': 'take' } : {}),
  },
  despite: options.despite === true,
});

export const bundleTake = defineCommand<TakeOptions>({
  name: 'bundle take',
  summary:
    'take a bundle in: all of it, or some records; nothing is overwritten, conflicts are kept',
  words: [['<file>', 'the bundle']],
  options: [
    ...wordsOptions(),
    new Option('--only <id...>', 'these records; the rest is set aside and asked for again'),
    new Option('--refuse-rest', 'with --only: keep our values against the rest'),
    new Option('--deletions', 'accept what it wants to delete'),
    new Option('--lowered', 'accept lower levels'),
    new Option('--purged', 'bring back what was erased here'),
    new Option('--despite', 'although nobody verified the sender; the log notes it'),
    new Option('--receipt <file>', 'write a signed receipt to send back'),
  ],
  examples: [
    'rihai bundle take from-counsel.rihai --receipt receipt.rhr --vault ./office',
    'rihai bundle take from-counsel.rihai --only 0197d2a4 --vault ./office',
  ],
  opens: true,
  run: (context, [name], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      if (options.receipt !== undefined) assertFree(options.receipt, false);
      return withBundle(context, file, String(name), options, async (incoming) => {
        const done = file.exchange.take(incoming, choiceOf(incoming, options));
        await file.documents.readTexts(done.documents);
        const id = Buffer.from(incoming.bundleId).toString('hex');
        const { receipt } = options;
        if (receipt !== undefined) {
          const bytes = await file.exchange.receiptFor(incoming.bundleId);
          await writeWholeFile(receipt, once(bytes), { force: false });
        }
        const conflicts = file.conflicts().length;
        const text = [
          `Taken in: ${count(done.taken.length, 'change')}, ${count(done.files, 'file')}. Known already: ${String(done.known)}.`,
          ...(done.setAside.length === 0
            ? []
            : [
                `Set aside: ${count(done.setAside.length, 'change')}; they are asked for again when the bundle is taken in once more.`,
              ]),
          ...(done.refused.length === 0
            ? []
            : [`Refused: ${count(done.refused.length, 'change')}; our values stand.`]),
          ...(conflicts === 0
            ? []
            : [`${count(conflicts, 'conflict')} to decide: rihai conflicts`]),
          `To take all of it out again: rihai bundle undo ${id.slice(0, 8)}`,
        ];
        const counts = {
          taken: done.taken.length,
          refused: done.refused.length,
          setAside: done.setAside,
        };
        return {
          json: {
            id,
            ...counts,
            known: done.known,
            files: done.files,
            outcome: done.outcome,
            conflicts,
          },
          text: `${text.join('\n')}\n`,
        };
      });
    }),
});
