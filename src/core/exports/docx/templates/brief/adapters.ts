import { renderStep, wallOf, type ClockResult } from '#core/clocks/index';
import { flagsOf, type Pack, type PackIndex } from '#core/packs/index';
import { DATE_WORDS } from './date-words';
import type { BriefClock, BriefPack } from './ports';

type PackSection = NonNullable<ReturnType<PackIndex['section']>>;
type Penalty = PackSection['maxPenalty'];

/** `death or life imprisonment`, `10 years`, `1 year 6 months`, with a fine as the pack words it. */
export function penaltyText(penalty: Penalty): string {
  if (penalty.follows === true) return 'as main offence';
  if (penalty.varies === true) return 'varies';
  const part = (n: number | undefined, unit: string): string | undefined =>
    n === undefined || n === 0 ? undefined : `${String(n)} ${unit}${n === 1 ? '' : 's'}`;
  const term = [part(penalty.years, 'year'), part(penalty.months, 'month')]
    .filter(Boolean)
    .join(' ');
  const heaviest = [
    penalty.death === true ? 'death' : '',
    penalty.life === true ? 'life' : '',
    term,
    penalty.fine ?? '',
  ]
    .filter((text) => text !== '')
    .join(' or ');
  return heaviest === '' ? 'not recorded' : heaviest;
}

const STATUS: Readonly<Record<PackSection['status'], string | undefined>> = {
  inForce: undefined,
  contested: 'contested',
  struckDown: 'struck down',
  lapsed: 'lapsed',
  unverified: 'to be verified',
};

function gateText(pack: Pack, code: string): string {
  const gate = pack.statutes.gates.find((one) => one.code === code);
  return gate === undefined ? code : `${gate.label.en} (${gate.basis})`;
}

const codeWord =
  (terms: readonly { readonly code: string; readonly label: { readonly en: string } }[]) =>
  (code: string): string | undefined =>
    terms.find((term) => term.code === code)?.label.en;

/** A loaded pack as a brief looks things up in it. */
export function briefPack(index: PackIndex): BriefPack {
  const { pack } = index;
  return {
    id: pack.id,
    title: pack.title.en,
    asOf: pack.asOf,
    caveat: pack.caveat.en,
    section(written, region, on) {
      const section = index.section(written);
      if (section === undefined) return undefined;
      const flags = flagsOf(section, region, on);
      return {
        written: `${section.act} ${section.number}`,
        label: section.label.en,
        cognizable: flags.cognizable,
        bailable: flags.bailable,
        compoundable: flags.compoundable,
        penalty: penaltyText(section.maxPenalty),
        courts: section.courts,
        gates: section.gates.map((code) => gateText(pack, code)),
        status:
          [STATUS[flags.status ?? section.status], section.note].filter(Boolean).join('. ') ||
          undefined,
        confidence: section.confidence,
      };
    },
    court: (code) => index.court(code)?.label.en,
    region: codeWord(pack.regions),
    documentType: codeWord(pack.documentTypes),
    hearingPurpose: codeWord(pack.hearings.purposes),
    hearingOutcome: codeWord(pack.hearings.outcomes),
  };
}

/** Dates in the sentences of the clocks, as a court paper writes them. */
const courtDates = (text: string): string =>
  text
    .replace(/(\d{2}\.\d{2}\.\d{4}) (\d{2}:\d{2})/gu, `$1, $2 ${DATE_WORDS.hours}`)
    .replace(
      /(?<![\d.])(\d{2})\.(\d{4})(?!\d)/gu,
      (_, month: string, year: string) =>
        `${DATE_WORDS.months[Number(month) - 1] ?? month} ${year}`,
    );

/** A result of `core/clocks` as a brief prints it; `label` is the rule's own in the pack. */
export function toBriefClock(result: ClockResult, label: string): BriefClock {
  const wall = (minutes: number | undefined): string | undefined =>
    minutes === undefined ? undefined : wallOf(minutes, result.zone);
  return {
    rule: result.rule,
    label,
    state: result.state,
    dueAt: { earliest: wall(result.dueAt.earliest), latest: wall(result.dueAt.latest) },
    endedAt: { earliest: wall(result.endedAt.earliest), latest: wall(result.endedAt.latest) },
    steps: result.steps.map((step) => ({ text: courtDates(renderStep(step)) })),
    basis: result.basis,
    confidence: result.confidence,
    asOf: result.asOf,
    ...(result.override === undefined
      ? {}
      : { override: { reason: result.override.reason, by: result.override.by } }),
  };
}
