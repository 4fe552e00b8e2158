import type { Court, Pack, Penalty, Section, SectionFlags, Statutes } from './model';

/** Finds sections and courts of a pack by what a lawyer writes. */
export type PackIndex = {
  readonly pack: Pack;
  /** By code, or as written: `PPC 124-A`, `124-A PPC`, `s. 124A of the PPC`, `u/s 302 P.P.C.`. */
  section(written: string): Section | undefined;
  /** By code, label or alias. */
  court(written: string): Court | undefined;
};

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/gu, '');

// What may stand before a number: s., ss., sec., section, u/s, under section.
const LEAD = /^(?:UNDER\s+SECTIONS?|SECTIONS?|SEC|U\s*\/\s*S|SS?)(?=[\s.:\d])[.:]?\s*/u;

function withoutAct(written: string, names: readonly string[]): string | undefined {
  const text = written.trim().toUpperCase().replace(LEAD, '');
  for (const name of names) {
    const escaped = name.toUpperCase().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    const around = [
      new RegExp(`^${escaped}(?![A-Z0-9])[\\s,:.-]*(?<rest>.+)$`, 'u'),
      new RegExp(`^(?<rest>.+?)(?:[\\s,]+OF)?(?:[\\s,]+THE)?[\\s,-]+${escaped}$`, 'u'),
    ];
    for (const pattern of around) {
      const rest = pattern.exec(text)?.groups?.['rest'];
      if (rest !== undefined) return plain(rest.trim().replace(LEAD, ''));
    }
  }
  return undefined;
}

export function indexPack(pack: Pack): PackIndex {
  const byCode = new Map(pack.statutes.sections.map((section) => [plain(section.code), section]));
  const acts = pack.statutes.acts.map((act) => ({
    code: plain(act.code),
    names: [act.code, act.label.en, ...act.aliases],
  }));
  const courts = new Map<string, Court>();
  for (const court of pack.courts)
    for (const name of [court.code, court.label.en, ...court.aliases])
      if (!courts.has(plain(name))) courts.set(plain(name), court);
  return {
    pack,
    section(written) {
      for (const { code, names } of acts) {
        const number = withoutAct(written, names);
        const found = number === undefined ? undefined : byCode.get(`${code}${number}`);
        if (found !== undefined) return found;
      }
      return byCode.get(plain(written));
    },
    court: (written) => courts.get(plain(written)),
  };
}

/**
 * The flags that hold in a region on a day (`YYYY-MM-DD`): those of the region
 * go before the general ones, the later before the earlier. `status` is the
 * flags' own, else the section's where the flags are of this place.
 */
export function flagsOf(section: Section, region: string | undefined, on: string): SectionFlags {
  const fitting = section.flags.filter(
    (flags) =>
      (flags.region === undefined || flags.region === region) &&
      (flags.from === undefined || flags.from <= on) &&
      (flags.to === undefined || on <= flags.to),
  );
  const rank = (flags: SectionFlags): string =>
    `${flags.region === undefined ? '0' : '1'}${flags.from ?? ''}`;
  const best = fitting.toSorted((a, b) => rank(b).localeCompare(rank(a)))[0];
  return best ?? { cognizable: 'unknown', bailable: 'unknown', compoundable: 'unknown' };
}

/** Years of the heaviest fixed term; undefined where only death or life is named, or nothing. */
export function termYears(penalty: Penalty): number | undefined {
  if (penalty.years !== undefined) return penalty.years + (penalty.months ?? 0) / 12;
  return penalty.months === undefined ? undefined : penalty.months / 12;
}

type Band = Statutes['fallback']['bands'][number];

function fits(band: Band, penalty: Penalty): boolean {
  if (penalty.death === true || penalty.life === true) return band.capital === true;
  const years = termYears(penalty) ?? 0;
  if (band.moreThanYears !== undefined) return years > band.moreThanYears;
  return band.atLeastYears !== undefined && years >= band.atLeastYears;
}

/** Flags and courts for an offence of another Act, from its heaviest penalty. Undefined where that is not known. */
export function fallbackFor(pack: Pack, penalty: Penalty): Band | undefined {
  if (penalty.varies === true || penalty.follows === true) return undefined;
  const isKnown = penalty.death ?? penalty.life ?? termYears(penalty) ?? penalty.fine;
  if (isKnown === undefined) return undefined;
  return pack.statutes.fallback.bands.find((band) => fits(band, penalty));
}
