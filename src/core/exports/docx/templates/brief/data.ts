import { RECORD_KINDS, type RecordKind } from '#shared/domain/kinds';
import type { RecordView } from '#shared/domain/registry';
import {
  gatherRegime,
  gatherSummary,
  type CaseSummary,
  type RegimeCard,
} from './gather/case-facts';
import type { Context } from './gather/context';
import { gatherCustody, type Standing } from './gather/custody';
import {
  gatherDelay,
  gatherHearings,
  gatherNextDates,
  type DelayRow,
  type HearingRow,
  type NextDate,
} from './gather/hearings';
import {
  asOfLine,
  gatherHealth,
  gatherIdentity,
  subjectLine,
  type HealthCard,
  type IdentityCard,
} from './gather/identity';
import { gatherOpenQuestions, type OpenQuestion } from './gather/open-questions';
import {
  gatherDocuments,
  gatherOrders,
  gatherTasks,
  type DocumentRow,
  type OrderRow,
  type TaskRow,
} from './gather/papers';
import { gatherParties, type Parties } from './gather/parties';
import { gatherClocks, type ClockBlock } from './gather/running-clocks';

export type MatterPart = {
  readonly summary: CaseSummary;
  readonly regime: RegimeCard;
  readonly parties: Parties;
  readonly hearings: readonly HearingRow[];
  readonly delay: readonly DelayRow[];
  readonly strengths: string | undefined;
  readonly gaps: string | undefined;
};

/** Everything a brief prints, as text. Undefined prints as a blank; a missing part is not of this profile. */
export type BriefData = {
  readonly subject: string | undefined;
  readonly asOf: string;
  readonly nextDates: readonly NextDate[];
  readonly standings: readonly Standing[];
  readonly clocks: readonly ClockBlock[];
  readonly identity: readonly IdentityCard[];
  readonly matters: readonly MatterPart[];
  readonly orders: readonly OrderRow[] | undefined;
  readonly hasMerits: boolean;
  readonly documents: readonly DocumentRow[] | undefined;
  readonly tasks: readonly TaskRow[] | undefined;
  readonly health: readonly HealthCard[] | undefined;
  readonly open: readonly OpenQuestion[] | undefined;
  /** Kinds of which something stays back. */
  readonly partial: readonly RecordKind[];
};

/** Gathers the brief. `seen` is asked last: open questions are about whatever the other parts have read. */
export function gatherBrief(context: Context, seen: () => readonly RecordView[]): BriefData {
  const { fields } = context.profile;
  const parts = {
    subject: subjectLine(context),
    asOf: asOfLine(context),
    nextDates: gatherNextDates(context),
    standings: gatherCustody(context),
    clocks: gatherClocks(context),
    identity: gatherIdentity(context),
    matters: context.matters.map((matter) => ({
      summary: gatherSummary(context, matter),
      regime: gatherRegime(context, matter),
      parties: gatherParties(context, matter),
      hearings: gatherHearings(context, matter),
      delay: gatherDelay(context, matter),
      strengths: matter.view.fields.strengths,
      gaps: matter.view.fields.gaps,
    })),
    orders: fields.order === undefined ? undefined : gatherOrders(context),
    hasMerits: fields.case?.includes('strengths') === true,
    documents: gatherDocuments(context),
    tasks: gatherTasks(context),
    health: gatherHealth(context),
  };
  return {
    ...parts,
    partial: RECORD_KINDS.filter(context.isPartial),
    open: fields.claim === undefined ? undefined : gatherOpenQuestions(context, seen()),
  };
}
