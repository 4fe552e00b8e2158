import { Option } from 'commander';
import { isRecordKind, type RecordKind } from '#shared/domain/kinds';
import { AppError } from '#shared/errors/app-error';
import type { CaseFile, SearchHit, SearchResults } from '#core/app/index';
import { defineCommand, wholeNumber, type VaultOptions } from '../command';
import type { Context } from '../context';
import { showFor, type Show } from '../format';
import { withCaseFile } from '../session';

type SearchOptions = VaultOptions & {
  readonly kind?: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
};

type Marked = SearchHit['label'];

/** Bold on a terminal; elsewhere the words stand as they are. */
function marked({ text, marks }: Marked, show: Show, isTerminal: boolean): string {
  if (!isTerminal || marks.length === 0) return show(text);
  let out = '';
  let at = 0;
  for (const [start, end] of marks) {
    out += `${plain(text.slice(at, start))}\u001b[1m${plain(text.slice(start, end))}\u001b[22m`;
    at = end;
  }
  const whole = `${out}${plain(text.slice(at))}`;
  return `\u2068${whole}\u2069`;
}

/** Without characters that steer a terminal; the marks put in are the only ones. */
const plain = showFor(false);

type Shown = {
  readonly show: Show;
  readonly isTerminal: boolean;
  readonly short: CaseFile['short'];
};

function hitText(hit: SearchHit, { show, isTerminal, short }: Shown): string {
  const label = hit.label.text === '' ? '(without a name)' : marked(hit.label, show, isTerminal);
  const place = hit.page === undefined ? (hit.field ?? '') : `page ${String(hit.page)}`;
  const where = [hit.of === undefined ? [] : show(hit.of), hit.on ?? []].flat().join(', ');
  const found = marked(hit.snippet, show, isTerminal);
  const line = found === '' ? '' : `    ${place}: ${found}\n`;
  return `  ${label}  ${short(hit.id)}${where === '' ? '' : `  ${where}`}\n${line}`;
}

function resultText(results: SearchResults, shown: Shown): string {
  if (results.groups.length === 0) return 'Nothing was found.\n';
  const groups = results.groups.map(
    ({ kind, hits }) => `${kind}\n${hits.map((hit) => hitText(hit, shown)).join('')}`,
  );
  const more =
    results.next === undefined ? '' : `\nMore with --cursor ${results.next}, or add a word.\n`;
  const cut = results.isCut ? '\nMore was found than is looked at: add a word.\n' : '';
  return `${groups.join('\n')}${more === '' ? cut : more}`;
}

function kindsOf(names: readonly string[]): readonly RecordKind[] {
  return names.map((name) => {
    if (isRecordKind(name)) return name;
    throw new AppError('usage', { reason: `there is no kind of record "${name}"` });
  });
}

const ASKED = '-';
const MOST_BYTES = 64 * 1024;

/** Standard input up to its end; on a terminal a question whose answer is not shown. */
async function askedWords(context: Context): Promise<string> {
  if (process.stdin.isTTY) return decoded(await context.askSecret('Words to look for: '));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new AppError('input/too-large', { limit: '64 KiB' });
    chunks.push(chunk);
  }
  return decoded(Buffer.concat(chunks));
}

function decoded(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes).trim();
  bytes.fill(0);
  return text;
}

async function textOf(context: Context, words: readonly string[]): Promise<string> {
  if (!words.includes(ASKED)) return words.join(' ');
  if (words.length === 1) return askedWords(context);
  throw new AppError('usage', { reason: 'give words, or - alone' });
}

export const search = defineCommand<SearchOptions>({
  name: 'search',
  summary: 'find records and texts by words, in English and Urdu',
  words: [
    [
      '<words...>',
      'what to look for; "words in quotes" follow each other; - asks, or reads standard input',
    ],
  ],
  options: [
    new Option('--kind <kinds...>', 'only records of these kinds'),
    new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 50)).default(20),
    new Option('--cursor <n>', 'go on from an earlier answer'),
  ],
  examples: [
    'rihai search - --vault ./office',
    'rihai search khayali --vault ./office',
    'rihai search "remand order" --vault ./office --kind document order',
  ],
  opens: true,
  run: async (context, [words], options) => {
    const { limit, cursor, kind = [] } = options;
    const kinds = kindsOf(kind);
    // Before the passphrase is asked: whoever pipes words in has them read first.
    const text = await textOf(context, words as readonly string[]);
    return withCaseFile(context, options, (file) => {
      const results = file.search(text, {
        kinds,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const { isTerminal } = context;
      const shown = { show: showFor(isTerminal), isTerminal, short: file.short };
      return { json: results, text: resultText(results, shown) };
    });
  },
});
