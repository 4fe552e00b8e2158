import { Option } from 'commander';
import { AppError } from '#shared/errors/app-error';
import type { RecordId } from '#shared/domain/ids';
import type { CaseFile, ListedClock } from '#core/app/index';
import { dayOption, defineCommand, wholeNumber, type VaultOptions } from '../command';
import { broken, pairs, showFor, type Show } from '../format';
import { tellSample, withCaseFile } from '../session';
import { dueText, STATE_WORDS } from '../words';

type ClockOptions = VaultOptions & {
  readonly person?: string;
  readonly case?: string;
  readonly about?: string;
  readonly date?: string;
  readonly upcoming?: true;
  readonly passed?: true;
  readonly all?: true;
  readonly limit: number;
};

const KINDS = { person: ['person'], case: ['case'], about: ['person', 'case', 'hold', 'order'] };

function aboutOf(file: CaseFile, options: ClockOptions): RecordId | undefined {
  const given = (['person', 'case', 'about'] as const).filter((name) => options[name]);
  const [name] = given;
  if (name === undefined) return undefined;
  if (given.length > 1) {
    throw new AppError('usage', { reason: 'give one of --person, --case and --about' });
  }
  const asked = options[name] ?? '';
  const record = file.record(asked);
  if (!KINDS[name].includes(record.kind)) throw new AppError('input/not-found', { id: asked });
  return record.id;
}

/** Beside the names of what is said, in a line of 96. */
const TEXT_WIDTH = 80;

function clockText(file: CaseFile, clock: ListedClock, show: Show): string {
  const { override } = clock;
  const head = `${dueText(clock.dueAt, clock.zone)}  ${STATE_WORDS[clock.state]}  ${clock.label}\n`;
  const rows: (readonly [string, string])[] = [
    ['person', `${clock.personLabel}  ${file.short(clock.person)}`],
    ...(clock.matter === undefined
      ? []
      : [['case', `${clock.matterLabel}  ${file.short(clock.matter)}`] as const]),
    ['reasoning', clock.lines.flatMap((line) => broken(line, TEXT_WIDTH)).join('\n')],
    ...(override === undefined
      ? []
      : [['set by hand', `${override.effect}: ${override.reason} (${override.by})`] as const]),
    ['basis', `${clock.basis} (${clock.rule}, ${clock.confidence}, as of ${clock.asOf})`],
    ['otherwise', broken(clock.consequence, TEXT_WIDTH).join('\n')],
    ['what to do', broken(clock.remedy, TEXT_WIDTH).join('\n')],
  ];
  const said = rows.filter(([, value]) => value !== '');
  return `${head}${pairs(said, show, '    ')}`;
}

const whenOf = ({ upcoming, passed }: ClockOptions): { when?: 'upcoming' | 'passed' } => {
  if (upcoming === true) return { when: 'upcoming' };
  return passed === true ? { when: 'passed' } : {};
};

export const clocks = defineCommand<ClockOptions>({
  name: 'clocks',
  summary: 'show limits still open, the first to run out first, with their reasoning',
  options: [
    new Option('--person <id>', 'of this person'),
    new Option('--case <id>', 'of this case'),
    new Option('--about <id>', 'of this person, case, hold or order'),
    new Option('--upcoming', 'only limits still to come, the soonest first').conflicts([
      'passed',
      'all',
    ]),
    new Option('--passed', 'only limits that passed or were broken, the latest first').conflicts(
      'all',
    ),
    dayOption('as they stand at noon of that day; now without it'),
    new Option('--all', 'also those that are met, over or not applicable'),
    new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 10_000)).default(20),
  ],
  examples: [
    'rihai clocks --upcoming --vault ./office --limit 5',
    'rihai clocks --person 0197d2a4 --all --vault ./office',
  ],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, (file) => {
      tellSample(context, file);
      const about = aboutOf(file, options);
      const found = file.clocks({
        on: options.date,
        limit: options.limit,
        ...(about === undefined ? {} : { about }),
        ...(options.all === true ? {} : { isOpen: true }),
        ...whenOf(options),
      });
      const show = showFor(context.isTerminal);
      const text = found.map((clock) => clockText(file, clock, show)).join('\n');
      return {
        json: { clocks: found },
        text: found.length === 0 ? 'No clock runs here.\n' : text,
      };
    }),
});
