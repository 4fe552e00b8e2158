import { Option } from 'commander';
import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import type { BriefOrder, CaseFile } from '#core/app/index';
import { dayOption, defineCommand, type VaultOptions } from '../command';
import { count, pairs, showFor, table } from '../format';
import { tellSample, withCaseFile } from '../session';
import { once } from '#core/kernel/bytes';
import { assertFree, writeWholeFile } from '#core/app/whole-file';

type ExportOptions = VaultOptions & {
  readonly case?: string;
  readonly person?: string;
  readonly template: 'brief';
  readonly paper: BriefOrder['paper'];
  readonly profile: BriefOrder['profile'];
  readonly date?: string;
  readonly fullAddresses?: true;
  readonly fullIdentity?: true;
  readonly out: string;
  readonly force?: true;
};

function subjectOf(file: CaseFile, options: ExportOptions): BriefOrder['subject'] {
  const { case: matter, person } = options;
  const asked = matter ?? person;
  if (asked === undefined || (matter !== undefined && person !== undefined)) {
    throw new AppError('usage', { reason: 'give either --case or --person' });
  }
  const type = matter === undefined ? 'person' : 'case';
  const record: RecordView = file.record(asked);
  if (record.kind !== type) throw new AppError('input/not-found', { id: asked });
  return { type, id: record.id };
}

/** What only a court may see whole is refused for other readers before anything is opened. */
function courtOnly(options: ExportOptions): ExportOptions {
  const isWhole = options.fullAddresses === true || options.fullIdentity === true;
  if (!isWhole || options.profile === 'court') return options;
  throw new AppError('usage', {
    reason: '--full-addresses and --full-identity are for --profile court only',
  });
}

type HeldBack = Awaited<ReturnType<CaseFile['brief']>>['heldBack'];

/** What the paper does not say, counted by kind, field and reason; it names nobody. */
function heldBackRows(all: HeldBack) {
  const rows = new Map<string, { kind: string; field: string; reason: string; times: number }>();
  for (const { kind, field = '(whole record)', reason } of all) {
    const key = `${kind} ${field} ${reason}`;
    const row = rows.get(key) ?? { kind, field, reason, times: 0 };
    row.times += 1;
    rows.set(key, row);
  }
  return [...rows.values()];
}

const REASONS: Readonly<Record<string, string>> = {
  profile: 'not for readers of this profile',
  level: 'its level does not allow it',
  shortened: 'printed shortened',
};

export const exportPaper = defineCommand<ExportOptions>({
  name: 'export',
  summary: 'write a court paper as a Word file, fresh and without traces',
  options: [
    new Option('--case <id>', 'about this case'),
    new Option('--person <id>', 'about this person'),
    new Option('--template <name>', 'which paper').choices(['brief']).default('brief'),
    new Option('--paper <size>', 'size of the paper').choices(['a4', 'legal']).default('a4'),
    new Option('--profile <name>', 'who will read it')
      .choices(['court', 'family', 'media', 'un'])
      .default('court'),
    dayOption('day the paper speaks of; today without it'),
    new Option('--full-addresses', 'print whole addresses (court only)'),
    new Option('--full-identity', 'print whole identity numbers (court only)'),
    new Option('--out <file>', 'file to write').makeOptionMandatory(),
    new Option('--force', 'replace the file if it is there'),
  ],
  examples: [
    'rihai export --case 0197d2a4 --vault ./office --out brief.docx',
    'rihai export --person 0197d2a4 --profile family --paper legal --vault ./office --out family.docx',
  ],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, courtOnly(options), async (file) => {
      tellSample(context, file);
      const force = options.force === true;
      assertFree(options.out, force);
      const subject = subjectOf(file, options);
      const { paper, profile, template } = options;
      const brief = await file.brief({
        subject,
        paper,
        profile,
        on: options.date ?? file.today(),
        fullAddresses: options.fullAddresses === true,
        fullIdentity: options.fullIdentity === true,
      });
      const { sizeBytes, sha256 } = await writeWholeFile(options.out, once(brief.bytes), {
        force,
        beforeNaming: (written) => {
          file.noteExport({
            ...{ act: 'export', what: 'paper', subject: subject.id, note: profile, file: written },
            details: { template, profile, paper, sha256: written.sha256 },
          });
        },
      });
      const held = heldBackRows(brief.heldBack);
      const show = showFor(context.isTerminal);
      const head = pairs(
        [
          ['written', options.out],
          ['bytes', sizeBytes.toLocaleString('en-GB')],
          ['sha256', sha256],
          ['profile', profile],
          ['held back', held.length === 0 ? 'nothing' : count(brief.heldBack.length, 'value')],
        ],
        show,
      );
      const list = table(
        held,
        [
          { title: 'KIND', of: ({ kind }) => kind },
          { title: 'FIELD', of: ({ field }) => field },
          { title: 'TIMES', of: ({ times }) => String(times) },
          { title: 'WHY', of: ({ reason }) => REASONS[reason] ?? reason },
        ],
        show,
      );
      return {
        json: {
          out: options.out,
          sizeBytes,
          sha256,
          template,
          profile,
          paper,
          heldBack: brief.heldBack,
        },
        text: held.length === 0 ? head : `${head}\n${list}`,
      };
    }),
});
