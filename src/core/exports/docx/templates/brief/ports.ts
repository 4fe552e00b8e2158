import type { RecordId } from '#shared/domain/ids';

export type ClockState =
  'running' | 'due' | 'breached' | 'met' | 'notApplicable' | 'unknown' | 'off';

/** What a brief prints of one rule over one record; results of `core/clocks` fit. */
export type BriefClock = {
  /** Rule of the pack, `PK-24H`. */
  readonly rule: string;
  readonly label: string;
  readonly state: ClockState;
  /** Wall time of the place, `YYYY-MM-DDTHH:MM` or a day; undefined where the rule gives none. */
  readonly dueAt?:
    { readonly earliest?: string | undefined; readonly latest?: string | undefined } | undefined;
  /** When it was closed; nothing is counted beyond. */
  readonly endedAt?:
    { readonly earliest?: string | undefined; readonly latest?: string | undefined } | undefined;
  /** The reasoning, line by line. */
  readonly steps: readonly { readonly text: string }[];
  readonly basis: string;
  readonly confidence: string;
  readonly asOf: string;
  /** Why someone set the rule aside or moved its date. */
  readonly override?:
    { readonly reason?: string | undefined; readonly by?: string | undefined } | undefined;
};

export type BriefClocks = {
  /** Clocks that run over a hold, proceeding, order, case or person. */
  of(record: RecordId): readonly BriefClock[];
};

export type BriefFlag = 'yes' | 'no' | 'withLeave' | 'follows' | 'unknown';

/** A section of the statute as it stands in a region on a day. */
export type BriefSection = {
  readonly written: string;
  readonly label: string;
  readonly cognizable: BriefFlag;
  readonly bailable: BriefFlag;
  readonly compoundable: BriefFlag;
  /** Heaviest penalty in words, `life or 10 years`. */
  readonly penalty: string;
  readonly courts: readonly string[];
  /** What must be there before a court may take the case up; missing, it is a defence. */
  readonly gates: readonly string[];
  /** A word where the section is contested, struck down or lapsed. */
  readonly status?: string | undefined;
  readonly confidence: string;
};

/** What a brief looks up in the pack of a case. */
export type BriefPack = {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly caveat: string;
  /** By code or as written; undefined for a section the pack does not know. `on` is a day. */
  section(written: string, region: string | undefined, on: string): BriefSection | undefined;
  /** Title of a court by its code. */
  court(code: string): string | undefined;
  region(code: string): string | undefined;
  documentType(code: string): string | undefined;
  hearingPurpose(code: string): string | undefined;
  hearingOutcome(code: string): string | undefined;
};
