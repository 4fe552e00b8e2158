import { once, writeWholeFile, type BriefOrder, type CaseFile } from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { changed } from './changed';
import { shownRegistry } from './registry';

export function hearingHandlers(desk: Desk): Handlers<'hearings'> {
  return {
    enterOutcome: (entered) => changed(desk).toldSaved(desk.file().outcome(entered)),
  };
}

type Brief = Awaited<ReturnType<CaseFile['brief']>>;

/** What the paper does not say, counted by kind, field and reason; it names nobody. */
function heldBackOf({ heldBack }: Brief) {
  type Row = {
    kind: Brief['heldBack'][number]['kind'];
    field: string;
    reason: Brief['heldBack'][number]['reason'];
    times: number;
  };
  const rows = new Map<string, Row>();
  for (const { kind, field = '', reason } of heldBack) {
    const key = `${kind} ${field} ${reason}`;
    const row = rows.get(key) ?? { kind, field, reason, times: 0 };
    rows.set(key, { ...row, times: row.times + 1 });
  }
  return [...rows.values()];
}

type Paper = Omit<BriefOrder, 'on'>;

const order = (file: CaseFile, paper: Paper): Promise<Brief> =>
  file.brief({ ...paper, on: file.today() });

export function writeHandlers(desk: Desk): Handlers<'write'> {
  return {
    preview: async (paper) => {
      const brief = await order(desk.file(), paper);
      const { fileName, bytes } = brief;
      return { fileName, sizeBytes: bytes.length, heldBack: heldBackOf(brief), ...brief.outline() };
    },
    export: async ({ token, ...paper }, call) => {
      const file = desk.file();
      const { path } = call.file(token, 'save');
      const brief = await order(file, paper);
      const { sizeBytes, sha256 } = await writeWholeFile(path, once(brief.bytes), {
        // The dialog has asked whether to replace.
        force: true,
        beforeNaming: (written) => {
          const { profile, paper: size, subject } = paper;
          file.noteExport({
            ...{ act: 'export', what: 'paper', subject: subject.id, note: profile, file: written },
            details: { template: 'brief', profile, paper: size, sha256: written.sha256 },
          });
        },
      });
      return { sizeBytes, sha256, heldBack: heldBackOf(brief) };
    },
  };
}

type Term = { readonly code: string; readonly label: { readonly en: string } };

const term = ({ code, label }: Term) => ({ code, label: label.en });

export function referenceHandlers(desk: Desk): Handlers<'reference'> {
  return {
    registry: () => shownRegistry(),
    pack: ({ pack: named }) => {
      const { packs } = desk.file();
      const { pack } = named === undefined ? packs.fallback() : packs.get(named);
      return {
        id: pack.id,
        title: pack.title.en,
        asOf: pack.asOf,
        caveat: pack.caveat.en,
        zone: pack.zone,
        regions: pack.regions.map(term),
        courts: pack.courts.map(term),
        sections: pack.statutes.sections.map((section) => ({
          ...term(section),
          act: section.act,
          number: section.number,
        })),
        purposes: pack.hearings.purposes.map(term),
        outcomes: pack.hearings.outcomes.map(term),
        adjournmentReasons: pack.hearings.adjournmentReasons.map((reason) => ({
          ...term(reason),
          usuallyBy: reason.usuallyBy,
        })),
        documentTypes: pack.documentTypes.map(term),
        rules: pack.rules.map(({ id, label }) => ({ code: id, label: label.en })),
      };
    },
  };
}
