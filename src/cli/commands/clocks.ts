import { Option } from 'commander';
import { AppError } from '#shared/errors/app-error';
import type { RecordId } from '#shared/domain/ids';
import type { CaseFile, ListedClock } from '#core/app/index';
import { dayOption, defineCommand, wholeNumber, type VaultOptions } from '../command';
import { pairs, showFor, type Show } from '../format';
import { withCaseFile } from '../session';
import { dueText, STATE_WORDS } from '../words';

type ClockOptions = VaultOptions & {
  readonly person?: string;
  readonly case?: string;
  readonly date?: string;
  readonly all?: true;
  readonly limit: number;
};

function aboutOf(file: CaseFile, { person, case: matter }: ClockOptions): RecordId | undefined {
  if (person !== undefined && matter !== undefined) {
    throw new AppError('usage', { reason: 'give either --person or --case' });
  }
  const asked = person ?? matter;
  if (asked === undefined) return undefined;
  const record = file.record(asked);
  if (record.kind !== (person === undefined ? 'case' : 'person')) {
    throw new AppError('input/not-found', { id: asked });
  }
  return record.id;
}

function clockText(clock: ListedClock, show: Show): string {
  const { override } = clock;
  const head = `${dueText(clock.dueAt, clock.zone)}  ${STATE_WORDS[clock.state]}  ${clock.label}\n`;
  const rows: (readonly [string, string])[] = [
    ['person', `${clock.personLabel}  ${clock.person}`],
    ...(clock.matter === undefined
      ? []
      : [['case', `${clock.matterLabel}  ${clock.matter}`] as const]),
    ['reasoning', clock.lines.join('\n')],
    ...(override === undefined
      ? []
      : [['set by hand', `${override.effect}: ${override.reason} (${override.by})`] as const]),
    ['basis', `${clock.basis} (${clock.rule}, ${clock.confidence}, as of ${clock.asOf})`],
    ['otherwise', clock.consequence],
    ['what to do', clock.remedy],
  ];
  const said = rows.filter(([, value]) => value !== '');
  return `${head}${pairs(said, show, '    ')}`;
}

export const clocks = defineCommand<ClockOptions>({
  name: 'clocks',
  summary: 'show the limits that run, the first to run out first, with their reasoning',
  options: [
    new Option('--person <id>', 'of this person'),
    new Option('--case <id>', 'of this case'),
    dayOption('as they stand at noon of that day; now without it'),
    new Option('--all', 'also those that are met, over or not applicable'),
    new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 10_000)).default(20),
  ],
  examples: [
    'rihai clocks --vault ./office --limit 5',
    'rihai clocks --person 0197d2a4 --all --vault ./office',
  ],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, (file) => {
      const about = aboutOf(file, options);
      const found = file.clocks({
        on: options.date,
        limit: options.limit,
        ...(about === undefined ? {} : { about }),
        ...(options.all === true ? {} : { isOpen: true }),
      });
      const show = showFor(context.isTerminal);
      const text = found.map((clock) => clockText(clock, show)).join('\n');
      return {
        json: { clocks: found },
        text: found.length === 0 ? 'No clock runs here.\n' : text,
      };
    }),
});
