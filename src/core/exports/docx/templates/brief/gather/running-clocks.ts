import { daysBetween, printDay, printMinute } from '#core/exports/docx/kit/dates';
import type { RecordId } from '#shared/domain/ids';
import type { BriefClock, ClockState } from '../ports';
import type { Context, Held } from './context';
import { orBlank } from './context';

/** One rule as it stands, for one or more people it stands alike for. */
export type ClockBlock = {
  readonly state: ClockState;
  readonly stateWord: string;
  readonly label: string;
  readonly due: string | undefined;
  /** `in 12 d`, `3 d ago`, from the day of the paper to the earlier bound; of a closed clock that it is. */
  readonly distance: string | undefined;
  /** Whom it is for, where the brief is about several. */
  readonly names: readonly string[];
  readonly steps: readonly string[];
  readonly override: string | undefined;
  readonly basis: string;
  readonly dueKey: string;
};

/** What cannot wait comes first. */
const URGENCY: readonly ClockState[] = [
  'breached',
  'due',
  'running',
  'unknown',
  'off',
  'met',
  'notApplicable',
];

function dueText(context: Context, { dueAt }: BriefClock): string | undefined {
  const { words, say } = context;
  const earliest = dueAt?.earliest ?? dueAt?.latest;
  const latest = dueAt?.latest ?? earliest;
  if (earliest === undefined || latest === undefined) return undefined;
  const first = printMinute(earliest, words.dates);
  if (earliest === latest) return say.glance.due(first);
  return say.glance.between(first, printMinute(latest, words.dates));
}

/** The reasoning says by how much a closed clock was over: it grows no further. */
const isEnded = ({ endedAt }: BriefClock): boolean =>
  (endedAt?.earliest ?? endedAt?.latest) !== undefined;

function distance(context: Context, clock: BriefClock): string | undefined {
  const earliest = clock.dueAt?.earliest ?? clock.dueAt?.latest;
  if (earliest === undefined || !['running', 'due', 'breached', 'unknown'].includes(clock.state))
    return undefined;
  const { say, words } = context;
  if (isEnded(clock)) return say.glance.ended;
  const days = daysBetween(context.asOf.on, earliest);
  // An order may allow more than the rule before the limit itself has come.
  if (days >= 0 && clock.state === 'breached') return say.glance.beyond;
  if (days === 0) return say.glance.today;
  return days < 0 ? say.glance.passed(words.days(-days)) : say.glance.left(words.days(days));
}

function blockOf(context: Context, clock: BriefClock, names: readonly string[]): ClockBlock {
  const { words, say, profile } = context;
  const override = clock.override;
  return {
    state: clock.state,
    stateWord: words.clockState[clock.state],
    label: clock.label,
    due: dueText(context, clock),
    distance: distance(context, clock),
    names,
    steps: profile.showsReasoning ? clock.steps.map((step) => step.text) : [],
    override:
      override === undefined || !profile.showsReasoning
        ? undefined
        : say.clocks.override(orBlank(override.reason), orBlank(override.by)),
    basis: say.clocks.basis(clock.basis, clock.rule, clock.confidence, printDay(clock.asOf)),
    dueKey: clock.dueAt?.earliest ?? clock.dueAt?.latest ?? '9999',
  };
}

function recordsOf(context: Context, held: Held): readonly RecordId[] {
  const { reader, matters } = context;
  return [
    held.id,
    ...reader.referring('hold', 'person', held.id).map((hold) => hold.id),
    ...reader.referring('order', 'persons', held.id).map((order) => order.id),
    ...held.accused.map((one) => one.id),
    ...matters.flatMap((matter) => [matter.view.id, ...matter.proceedings.map((one) => one.id)]),
  ];
}

/** What is alike for two people prints once. Without reasoning, only state and date have to be alike. */
function keyOf(context: Context, clock: BriefClock): string {
  const steps = context.profile.showsReasoning ? clock.steps.map((step) => step.text) : [];
  return JSON.stringify([
    clock.rule,
    clock.state,
    clock.dueAt ?? null,
    steps,
    clock.override?.reason ?? null,
  ]);
}

/** Every clock over the people of the brief, the most pressing first. */
export function gatherClocks(context: Context): readonly ClockBlock[] {
  const found = new Map<string, { clock: BriefClock; names: Set<string> }>();
  for (const held of context.people) {
    for (const clock of recordsOf(context, held).flatMap((id) => context.clocks.of(id))) {
      const key = keyOf(context, clock);
      const entry = found.get(key) ?? { clock, names: new Set<string>() };
      entry.names.add(orBlank(held.name));
      found.set(key, entry);
    }
  }
  const isSeveral = context.people.length > 1;
  return [...found.values()]
    .map(({ clock, names }) => blockOf(context, clock, isSeveral ? [...names] : []))
    .toSorted(
      (a, b) =>
        URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state) ||
        (a.dueKey < b.dueKey ? -1 : a.dueKey > b.dueKey ? 1 : 0),
    );
}
