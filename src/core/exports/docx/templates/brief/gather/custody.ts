import type { DateValue } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import type { Context, Held } from './context';
import {
  asOfText,
  byDate,
  firLine,
  isGoingOn,
  isOpenHold,
  dateText,
  joined,
  earliestOf,
  orBlank,
  sentenceCase,
} from './context';
import { stretchesOf, sumOf, type DayRange } from './days';

export type TimelineRow = {
  readonly on: DateValue | undefined;
  readonly when: string | undefined;
  readonly what: string;
  readonly where: string | undefined;
  readonly isBasis: boolean;
};

/** How someone stands on the day of the paper. */
export type Standing = {
  readonly name: string | undefined;
  /** `In custody: judicial remand`, or the alarm that no basis is recorded. */
  readonly status: string;
  readonly isAlarm: boolean;
  readonly since: string | undefined;
  readonly place: string | undefined;
  readonly days: string | undefined;
  /** The arithmetic, line by line. */
  readonly count: readonly string[];
  readonly timeline: readonly TimelineRow[];
};

type Hold = RecordView<'hold'>;
type Placement = RecordView<'placement'>;

/** Ends where it says, or where the order that lifted it says. */
function endOf(context: Context, hold: Hold): DateValue | undefined {
  if (hold.fields.until !== undefined) return hold.fields.until;
  return context.reader.getOf('order', hold.fields.liftedBy)?.fields.on;
}

function holdText(context: Context, hold: Hold): string {
  const { words, say } = context;
  const type = hold.fields.type === undefined ? undefined : words.holdType[hold.fields.type];
  const order = context.reader.getOf('order', hold.fields.order)?.fields;
  const basis = joined([
    firLine(context.reader.getOf('case', hold.fields.case)),
    order?.number === undefined ? undefined : say.orders.number(order.number),
    order?.statute,
  ]);
  return joined([orBlank(type), basis === undefined ? undefined : say.custody.under(basis)]) ?? '';
}

function placeText(context: Context, placement: Placement | undefined): string | undefined {
  const { words, say } = context;
  const fields = placement?.fields;
  if (fields === undefined) return undefined;
  return joined([
    fields.place ?? (fields.type === undefined ? undefined : words.placementType[fields.type]),
    fields.prisonNumber === undefined ? undefined : say.custody.prisonNumber(fields.prisonNumber),
    fields.barrack === undefined ? undefined : say.custody.barrack(fields.barrack),
  ]);
}

function timeline(
  context: Context,
  holds: readonly Hold[],
  places: readonly Placement[],
  person: RecordId,
): TimelineRow[] {
  const { words, say } = context;
  const period = (from: DateValue | undefined, until: DateValue | undefined) => ({
    when: say.custody.period(
      orBlank(dateText(context, from)),
      until === undefined ? say.custody.still : orBlank(dateText(context, until)),
    ),
  });
  const rows: TimelineRow[] = [
    ...holds.map((hold) => ({
      on: hold.fields.from,
      ...period(hold.fields.from, endOf(context, hold)),
      what: sentenceCase(holdText(context, hold)),
      where: hold.fields.authority ?? '',
      isBasis: true,
    })),
    ...places.map((place) => ({
      on: place.fields.from,
      ...period(place.fields.from, place.fields.until),
      what: sentenceCase(placeText(context, place) ?? say.custody.at),
      where: place.fields.authority ?? '',
      isBasis: false,
    })),
    ...context.reader.referring('custodyEvent', 'person', person).map(({ fields }) => ({
      on: fields.at,
      when: dateText(context, fields.at),
      what: sentenceCase(
        joined(
          [
            joined([
              fields.type === undefined ? orBlank(undefined) : words.eventType[fields.type],
              fields.travelMinutes === undefined
                ? undefined
                : say.custody.travel(fields.travelMinutes),
            ]),
            fields.note,
          ],
          '. ',
        ) ?? '',
      ),
      where: joined([fields.place, fields.authority]) ?? '',
      isBasis: false,
    })),
  ];
  return rows.toSorted(byDate((one) => one.on));
}

const rangeText = (context: Context, range: DayRange, extra = 0): string =>
  context.words.dayRange(range.least + extra, range.most + extra);

type Arithmetic = {
  /** Of the stretch that goes on. */
  readonly start: DateValue | undefined;
  readonly days: string | undefined;
  readonly lines: readonly string[];
};

function arithmetic(
  context: Context,
  holds: readonly Hold[],
  places: readonly Placement[],
): Arithmetic {
  const { say, clocks } = context;
  const dated = holds.flatMap((hold) =>
    hold.fields.from === undefined ? [] : [{ from: hold.fields.from, until: endOf(context, hold) }],
  );
  const inside = places.flatMap(({ fields: { from, until } }) =>
    from === undefined ? [] : [{ from, until }],
  );
  const stretches = stretchesOf([...dated, ...inside], context.asOf);
  const lines = stretches.map((stretch) =>
    say.custody.count(
      orBlank(dateText(context, stretch.start)),
      stretch.isOpen ? asOfText(context) : orBlank(dateText(context, stretch.end)),
      rangeText(context, stretch.days),
      rangeText(context, stretch.days, 1),
    ),
  );
  const total = sumOf(stretches.map((one) => one.days));
  if (stretches.length > 1) lines.push(say.custody.total(rangeText(context, total)));
  if (dated.length < holds.length) lines.push(say.custody.noStart);
  const rules = [
    ...new Set(holds.flatMap((hold) => clocks.of(hold.id).map((clock) => clock.rule))),
  ];
  if (rules.length > 0) lines.push(say.custody.rules(rules.join(', ')));
  const open = stretches.findLast((one) => one.isOpen);
  return { start: open?.start, days: open && rangeText(context, open.days), lines };
}

type Status = Pick<Standing, 'status' | 'isAlarm' | 'since'>;

type Now = {
  readonly open: readonly Hold[];
  readonly place: Placement | undefined;
  readonly start: DateValue | undefined;
};

function statusOf(context: Context, held: Held, { open, place, start }: Now): Status {
  const { say, words } = context;
  if (open.length > 0) {
    const first = open.toSorted(byDate((hold) => hold.fields.from))[0]?.fields.from;
    // The days count from the loss of liberty; the basis of today may have begun later.
    const isLater = start !== undefined && earliestOf(start) !== earliestOf(first);
    const bases = [
      ...new Set(
        open.map(({ fields }) => {
          const type = fields.type === undefined ? orBlank(undefined) : words.holdType[fields.type];
          const from = isLater ? dateText(context, fields.from) : undefined;
          return from === undefined ? type : `${type} ${say.custody.from(from)}`;
        }),
      ),
    ];
    return {
      status: say.custody.held(bases.join(' + ')),
      isAlarm: false,
      since: dateText(context, start ?? first),
    };
  }
  if (context.isPartial('hold')) {
    return { status: orBlank(undefined), isAlarm: false, since: undefined };
  }
  if (place !== undefined) {
    return {
      status: say.custody.noHold,
      isAlarm: true,
      since: dateText(context, start ?? place.fields.from),
    };
  }
  const released = context.reader
    .referring('custodyEvent', 'person', held.id)
    .filter((event) => event.fields.type === 'released')
    .toSorted(byDate((event) => event.fields.at))
    .at(-1);
  const status =
    released === undefined
      ? say.custody.notHeld
      : say.custody.released(orBlank(dateText(context, released.fields.at)));
  return { status, isAlarm: false, since: undefined };
}

function standingOf(context: Context, held: Held): Standing {
  const holds = context.reader.referring('hold', 'person', held.id);
  const places = context.reader
    .referring('placement', 'person', held.id)
    .toSorted(byDate((one) => one.fields.from));
  const place = places.findLast((one) =>
    isGoingOn(context.asOf, one.fields.from, one.fields.until),
  );
  const open = holds.filter((hold) => isOpenHold(context.reader, hold, context.asOf));
  const { start, days, lines } = arithmetic(context, holds, places);
  return {
    name: held.name,
    ...statusOf(context, held, { open, place, start }),
    place: placeText(context, place),
    days,
    count: lines,
    timeline: timeline(context, holds, places, held.id),
  };
}

type SharedRow = { readonly row: TimelineRow; readonly names: readonly string[] };

/** The days of many people in one order of time; what is alike for several is said once, with their names. */
export function sharedTimeline(standings: readonly Standing[]): readonly SharedRow[] {
  const shared = new Map<string, { readonly row: TimelineRow; readonly names: Set<string> }>();
  for (const { name, timeline: rows } of standings)
    for (const row of rows) {
      const key = JSON.stringify([row.when, row.what, row.where]);
      const known = shared.get(key) ?? { row, names: new Set<string>() };
      known.names.add(orBlank(name));
      shared.set(key, known);
    }
  return [...shared.values()]
    .map(({ row, names }) => ({ row, names: [...names] }))
    .toSorted(byDate(({ row }) => row.on));
}

export const gatherCustody = (context: Context): readonly Standing[] =>
  context.people.map((held) => standingOf(context, held));
