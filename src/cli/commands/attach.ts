import { createReadStream, statSync } from 'node:fs';
import { Option } from 'commander';
import type { DateValue } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import { fieldDef } from '#shared/domain/registry';
import { LEVELS, type Level } from '#shared/domain/levels';
import { AppError } from '#shared/errors/app-error';
import { errorText } from '#shared/errors/texts';
import { toAppError, type CaseFile } from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer } from '../context';
import { count, pairs, showFor } from '../format';
import { withCaseFile } from '../session';

type AttachOptions = VaultOptions & {
  readonly about?: readonly string[];
  readonly title?: string;
  readonly type?: string;
  readonly on?: string;
  readonly language?: string;
  readonly from?: string;
  readonly how?: string;
  readonly receivedOn?: string;
  readonly paperAt?: string;
  readonly level?: Level;
};

type Attached = {
  readonly taken: Awaited<ReturnType<CaseFile['documents']['attach']>>;
  readonly file: string;
  /** Documents that held the same bytes before, as one names and finds them. */
  readonly also: readonly string[];
};

/** Checks a value before any byte is read, so that a slip costs nothing. */
function checked(field: string, option: string, value: unknown): void {
  const bad = fieldDef('document', field)?.schema.safeParse(value).error;
  if (bad !== undefined)
    throw new AppError('usage', { reason: `${option} has a value that does not fit` });
}

function dateOf(field: string, option: string, edtf: string | undefined): DateValue | undefined {
  if (edtf === undefined) return undefined;
  checked(field, option, { edtf });
  return { edtf };
}

function textOf(field: string, option: string, text: string | undefined): string | undefined {
  if (text !== undefined) checked(field, option, text);
  return text;
}

/** What the options say of the document, without those that say nothing. */
function factsOf(options: AttachOptions) {
  const facts = {
    title: textOf('title', '--title', options.title),
    type: textOf('type', '--type', options.type),
    on: dateOf('on', '--on', options.on),
    language: textOf('language', '--language', options.language),
    receivedFrom: textOf('receivedFrom', '--from', options.from),
    receivedHow: textOf('receivedHow', '--how', options.how),
    receivedOn: dateOf('receivedOn', '--received-on', options.receivedOn),
    paperAt: textOf('paperAt', '--paper-at', options.paperAt),
    level: options.level,
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as Partial<{ [K in keyof typeof facts]: NonNullable<(typeof facts)[K]> }>;
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw new AppError('input/file', { file });
  return found.size;
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new AppError('input/file', { file }, cause);
  }
}

const faultText = ({ code, params }: NonNullable<Attached['taken']['textFault']>): string =>
  `${errorText(code, params).what} (${code})`;

function answerOf(done: readonly Attached[], isTerminal: boolean): Answer {
  const show = showFor(isTerminal);
  const text = done
    .map(({ taken, file, also }) =>
      pairs(
        [
          ['file', file],
          ['document', taken.id],
          ['type', taken.mediaType],
          ['bytes', taken.blob.sizeBytes.toLocaleString('en-GB')],
          ['sha256', taken.blob.sha256],
          ...(taken.textPages > 0
            ? [['searchable', `${count(taken.textPages, 'page')} of text`] as const]
            : []),
          ...(taken.textFault === undefined
            ? []
            : [['text not read', faultText(taken.textFault)] as const]),
          ...(also.length > 0 ? [['already kept as', also.join('\n')] as const] : []),
        ],
        show,
      ),
    )
    .join('\n');
  const documents = done.map(({ taken: { blob, textFault, ...rest }, file }) => ({
    ...rest,
    ...(textFault === undefined ? {} : { textFault: textFault.code }),
    file,
    sizeBytes: blob.sizeBytes,
    sha256: blob.sha256,
  }));
  return { json: { documents }, text };
}

/** A document that holds the same bytes: its short id, and what it is called. */
const alsoOf = (file: CaseFile, id: RecordId): string =>
  `${file.short(id)} ${file.records.get(id)?.label ?? ''}`.trimEnd();

/** Says which of several files stopped it, and how many before it are in the vault already. */
function afterSome(thrown: unknown, file: string, attached: number): unknown {
  const error = toAppError(thrown);
  return attached === 0
    ? error
    : new AppError(error.code, { ...error.params, file, 'attached before it': attached }, error);
}

export const attach = defineCommand<AttachOptions>({
  name: 'attach',
  summary: 'take files into the vault, each as a document',
  words: [['<files...>', 'files to take in; they stay where they are']],
  options: [
    new Option('--about <ids...>', 'records they are about, by id or its first characters'),
    new Option('--title <text>', 'title; the name of the file without it'),
    new Option('--type <code>', 'kind of document: FIR, REMAND_ORDER, BAIL_ORDER …'),
    new Option('--on <date>', 'date of the document, as EDTF'),
    new Option('--language <name>', 'language of the document'),
    new Option('--from <text>', 'from whom it was received'),
    new Option('--how <text>', 'how it was received'),
    new Option('--received-on <date>', 'when it was received, as EDTF'),
    new Option('--paper-at <text>', 'where the paper original lies'),
    new Option('--level <level>', 'level of the document').choices(LEVELS),
  ],
  examples: ['rihai attach remand-order.pdf --vault ./office --about 0197d2a4 --type REMAND_ORDER'],
  opens: true,
  run: async (context, [files], options) => {
    const list = files as readonly string[];
    if (options.title !== undefined && list.length > 1) {
      throw new AppError('usage', { reason: '--title is for one file' });
    }
    const facts = factsOf(options);
    return withCaseFile(context, options, async (file) => {
      file.assertWritable();
      const about = (options.about ?? []).map((id) => file.record(id).id);
      const sources = list.map((name) => ({
        ...{ name, place: name, bytes: bytesOf(name), sizeBytes: sizeOf(name) },
      }));
      const done: Attached[] = [];
      for (const { name, ...source } of sources) {
        try {
          const options = { originalName: name, about, ...facts };
          const attached = await file.documents.attach(source, options);
          const also = attached.sameAs.map((id) => alsoOf(file, id));
          done.push({ taken: attached, file: name, also });
        } catch (error) {
          throw afterSome(error, name, done.length);
        }
      }
      return answerOf(done, context.isTerminal);
    });
  },
});
