import { daysBetween } from '#core/exports/docx/kit/dates';
import type { RecordView } from '#shared/domain/registry';
import type { Context, Matter } from './context';
import {
  byDate,
  dateText,
  earliestOf,
  joined,
  mayBeAhead,
  nameOf,
  namesIn,
  sentenceCase,
} from './context';
import { writtenNumber } from '#shared/domain/records/matters';

type Hearing = RecordView<'hearing'>;

export type NextDate = {
  readonly on: string;
  readonly court: string | undefined;
  readonly purpose: string | undefined;
  readonly more: readonly string[];
};
export type HearingRow = {
  readonly on: string | undefined;
  readonly court: string | undefined;
  readonly purpose: string | undefined;
  readonly happened: readonly string[];
  readonly adjourned: string | undefined;
  readonly lost: string | undefined;
};
export type DelayRow = { readonly by: string; readonly count: number; readonly days: number };

/** Title and number of the court a proceeding is before. */
export function courtOf(
  context: Context,
  proceeding: RecordView<'proceeding'> | undefined,
): string | undefined {
  const fields = proceeding?.fields;
  if (fields === undefined) return undefined;
  const title =
    fields.courtTitle ??
    (fields.court === undefined ? undefined : (context.pack.court(fields.court) ?? fields.court));
  return joined([title, fields.place, writtenNumber(fields)]);
}

const proceedingOf = (matter: Matter, hearing: Hearing): RecordView<'proceeding'> | undefined =>
  matter.proceedings.find((one) => one.id === hearing.fields.proceeding);

const purposeOf = (context: Context, hearing: Hearing): string | undefined => {
  const { purpose } = hearing.fields;
  return purpose && sentenceCase(context.pack.hearingPurpose(purpose) ?? purpose);
};

const isFixed = (context: Context, hearing: Hearing): boolean =>
  (hearing.fields.status ?? 'fixed') === 'fixed' && mayBeAhead(context, hearing.fields.on);

function ownDates(
  context: Context,
  matter: Matter,
): { on: Hearing['fields']['on']; next: NextDate }[] {
  const { say } = context;
  return matter.hearings.flatMap((hearing) =>
    context.reader.referring('appearance', 'hearing', hearing.id).flatMap(({ fields }) => {
      const accused = matter.accused.find((one) => one.id === fields.accused);
      const on = dateText(context, fields.nextOn);
      const isOfBrief = context.people.some((held) => held.id === accused?.fields.person);
      if (on === undefined || !isOfBrief || !mayBeAhead(context, fields.nextOn)) return [];
      const name = nameOf(context, accused?.fields.person) ?? '';
      const court = courtOf(context, proceedingOf(matter, hearing));
      return [
        {
          on: fields.nextOn,
          next: { on, court, purpose: undefined, more: [say.custody.own(name, on)] },
        },
      ];
    }),
  );
}

/** Dates ahead, the nearest first: of every proceeding, and an accused's own where it differs. */
export function gatherNextDates(context: Context): readonly NextDate[] {
  const { say, reader } = context;
  const dates = context.matters.flatMap((matter) => {
    const fixed = matter.hearings
      .filter((hearing) => isFixed(context, hearing))
      .map((hearing) => {
        const goes = reader.getOf('contact', hearing.fields.goes);
        const name = namesIn(goes?.fields.names);
        return {
          on: hearing.fields.on,
          next: {
            on: dateText(context, hearing.fields.on) ?? '',
            court: courtOf(context, proceedingOf(matter, hearing)),
            purpose: purposeOf(context, hearing),
            more: [
              name === undefined ? undefined : say.custody.goes(name),
              hearing.fields.bring === undefined
                ? undefined
                : say.custody.bring(hearing.fields.bring),
            ].filter((line) => line !== undefined),
          },
        };
      });
    const known = new Set(fixed.map((one) => one.next.on));
    return [...fixed, ...ownDates(context, matter).filter((one) => !known.has(one.next.on))];
  });
  return dates.toSorted(byDate((one) => one.on)).map((one) => one.next);
}

/** The hearing a hearing was put off to: the one it names, else the next in the same proceeding. */
function nextOf(matter: Matter, hearing: Hearing): Hearing | undefined {
  const named = matter.hearings.find((one) => one.id === hearing.fields.next);
  if (named !== undefined) return named;
  const at = earliestOf(hearing.fields.on);
  return matter.hearings.find(
    (one) => one.fields.proceeding === hearing.fields.proceeding && earliestOf(one.fields.on) > at,
  );
}

const isAdjourned = (hearing: Hearing): boolean =>
  hearing.fields.status === 'adjourned' ||
  hearing.fields.adjournReason !== undefined ||
  hearing.fields.adjournedBy !== undefined;

/** Days an adjournment took; undefined where one of its dates is not known. */
function lostDays(matter: Matter, hearing: Hearing): number | undefined {
  const next = nextOf(matter, hearing);
  if (hearing.fields.on === undefined || next?.fields.on === undefined) return undefined;
  const [from, to] = [earliestOf(hearing.fields.on), earliestOf(next.fields.on)];
  return from.length < 10 || to.length < 10 ? undefined : Math.max(0, daysBetween(from, to));
}

function happened(context: Context, matter: Matter, hearing: Hearing): string[] {
  const { words, reader } = context;
  const { status, outcome, orderGist } = hearing.fields;
  const appearances = reader.referring('appearance', 'hearing', hearing.id).map(({ fields }) => {
    const accused = matter.accused.find((one) => one.id === fields.accused);
    const isOfBrief = context.people.some((held) => held.id === accused?.fields.person);
    if (!isOfBrief) return undefined;
    const name = context.people.length > 1 ? nameOf(context, accused?.fields.person) : undefined;
    const state = joined(
      [fields.produced && words.produced[fields.produced], fields.whyNot, fields.order],
      '; ',
    );
    return state === undefined ? undefined : (joined([name, state], ': ') ?? '');
  });
  const shownStatus = status ?? (isFixed(context, hearing) ? 'fixed' : undefined);
  const result = outcome && (context.pack.hearingOutcome(outcome) ?? outcome);
  return [
    joined([shownStatus && words.hearingStatus[shownStatus], result]),
    orderGist,
    ...appearances,
  ]
    .filter((line) => line !== undefined)
    .map(sentenceCase);
}

function rowOf(context: Context, matter: Matter, hearing: Hearing): HearingRow {
  const { words, say } = context;
  const { adjournReason, adjournedBy } = hearing.fields;
  const isOff = isAdjourned(hearing);
  const days = lostDays(matter, hearing);
  const why = joined(
    [
      adjournReason && words.adjournReason[adjournReason],
      adjournedBy && say.hearings.by(words.adjournedBy[adjournedBy]),
    ],
    '; ',
  );
  return {
    on: dateText(context, hearing.fields.on),
    court: courtOf(context, proceedingOf(matter, hearing)),
    purpose: purposeOf(context, hearing),
    happened: happened(context, matter, hearing),
    adjourned: isOff ? why && sentenceCase(why) : '',
    lost: !isOff
      ? undefined
      : days === undefined
        ? say.hearings.openEnded
        : say.hearings.lost(words.days(days)),
  };
}

export const gatherHearings = (context: Context, matter: Matter): readonly HearingRow[] =>
  matter.hearings.map((hearing) => rowOf(context, matter, hearing));

/** Adjournments and their days by who caused them, the most days first. */
export function gatherDelay(context: Context, matter: Matter): readonly DelayRow[] {
  const totals = new Map<string, { count: number; days: number }>();
  for (const hearing of matter.hearings.filter(isAdjourned)) {
    const by = context.words.adjournedBy[hearing.fields.adjournedBy ?? 'unknown'];
    const total = totals.get(by) ?? { count: 0, days: 0 };
    totals.set(by, {
      count: total.count + 1,
      days: total.days + (lostDays(matter, hearing) ?? 0),
    });
  }
  return [...totals]
    .map(([by, total]) => ({ by: sentenceCase(by), ...total }))
    .toSorted((a, b) => b.days - a.days || b.count - a.count);
}
