import { Option } from 'commander';
import { isRecordKind, type RecordKind } from '#shared/domain/kinds';
import { AppError } from '#shared/errors/app-error';
import type { SearchHit, SearchResults } from '#core/app/index';
import { defineCommand, wholeNumber, type VaultOptions } from '../command';
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

function hitText(hit: SearchHit, show: Show, isTerminal: boolean): string {
  const label = hit.label.text === '' ? '(without a name)' : marked(hit.label, show, isTerminal);
  const place = hit.page === undefined ? (hit.field ?? '') : `page ${String(hit.page)}`;
  const found = marked(hit.snippet, show, isTerminal);
  const line = found === '' ? '' : `    ${place}: ${found}\n`;
  return `  ${label}  ${hit.id}\n${line}`;
}

function resultText(results: SearchResults, show: Show, isTerminal: boolean): string {
  if (results.groups.length === 0) return 'Nothing was found.\n';
  const groups = results.groups.map(
    ({ kind, hits }) => `${kind}\n${hits.map((hit) => hitText(hit, show, isTerminal)).join('')}`,
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

export const search = defineCommand<SearchOptions>({
  name: 'search',
  summary: 'find records and texts by words, in English and Urdu',
  words: [['<words...>', 'what to look for; "words in quotes" follow each other']],
  options: [
    new Option('--kind <kinds...>', 'only records of these kinds'),
    new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 50)).default(20),
    new Option('--cursor <n>', 'go on from an earlier answer'),
  ],
  examples: [
    'rihai search khayali --vault ./office',
    'rihai search "remand order" --vault ./office --kind document order',
  ],
  opens: true,
  run: (context, [words], options) =>
    withCaseFile(context, options, (file) => {
      const { limit, cursor, kind = [] } = options;
      const results = file.search((words as readonly string[]).join(' '), {
        kinds: kindsOf(kind),
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const show = showFor(context.isTerminal);
      return { json: results, text: resultText(results, show, context.isTerminal) };
    }),
});
