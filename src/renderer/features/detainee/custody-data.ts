import type { HeldSpan, PersonPage } from './model';

type ClockRead = PersonPage['clocks'][number];
type State = 'breached' | 'due' | 'running' | 'met' | 'unknown' | 'notApplicable' | 'overridden';
type Kind = 'unacknowledged' | 'police' | 'hospital' | 'judicial' | 'ahead';
type Span = { readonly id: string; readonly from: string; readonly until: string };
type Bar = Span & { readonly kind: Kind; readonly label?: string };
type Place = Span & { readonly place: string | undefined };
type Mark = { readonly id: string; readonly at: string; readonly label: string };
type Note = {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly side: 'above';
};
type Limit = {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly from: string;
  readonly due: string;
  readonly reached?: string;
  readonly state: State;
  readonly text: string;
};

/** What a CustodyPicture draws, without the table under it. */
export type Drawn = {
  readonly from: string;
  readonly until: string;
  /** Undefined where it lies after the picture: custody has ended. */
  readonly today: string | undefined;
  readonly holds: readonly Bar[];
  readonly notes: readonly Note[];
  readonly placements: readonly Place[];
  readonly court: readonly Mark[];
  readonly clocks: readonly Limit[];
};

/** Words for the picture, in the language of the window. */
export type CustodyWords = {
  readonly hold: (type: string | undefined) => string;
  readonly event: (type: string | undefined) => string;
  readonly order: (type: string | undefined) => string;
  readonly trouble: (kind: string, days: number) => string;
  readonly clock: (clock: ClockRead) => string;
  readonly state: (clock: ClockRead) => State;
};

const KINDS: Readonly<Record<string, Kind>> = {
  arrest: 'police',
  policeRemand: 'police',
  unacknowledged: 'unacknowledged',
};

type Bounds = HeldSpan['from'];

const startOf = ({ earliest, latest }: Bounds): string | undefined => earliest ?? latest;
const endOf = ({ earliest, latest }: Bounds): string | undefined => latest ?? earliest;

/** A span with a start, up to its end or till now. */
function spanOf(span: { readonly from: Bounds; readonly until: Bounds }, now: string) {
  const from = startOf(span.from);
  const until = endOf(span.until) ?? now;
  return from === undefined || until < from ? undefined : { from, until };
}

const noon = (day: string): string => `${day}T12:00`;

const ENDED = ['released', 'died', 'notHeld'];

/** Whether the file says that custody is over: then the picture ends with it. */
const isOver = (page: PersonPage): boolean => ENDED.includes(page.standing.status);

/** Until when the picture tells: now, or the last that is known of a custody that is over. */
function presentOf(page: PersonPage, today: string): string {
  const now = noon(today);
  if (!isOver(page)) return now;
  const known = [
    ...[...page.holds, ...page.placements].flatMap(({ from, until }) => [
      endOf(from) ?? '',
      endOf(until) ?? '',
    ]),
    ...page.events.map(({ at }) => endOf(at) ?? ''),
  ].filter((at) => at !== '' && at <= now);
  return known.toSorted().at(-1) ?? now;
}

/** By their start, and of two that start together the longer first: the shorter is drawn over it. */
const byStart = (a: Span, b: Span): number =>
  a.from === b.from ? b.until.localeCompare(a.until, 'en') : a.from.localeCompare(b.from, 'en');

/** Bars of the holds, the later over the earlier; what an order grants beyond today is drawn as ahead. */
function holdsOf(page: PersonPage, now: string, words: CustodyWords): readonly Bar[] {
  const bars = page.holds.flatMap((hold): readonly Bar[] => {
    const span = spanOf(hold, now);
    if (span === undefined) return [];
    const { id, fields } = hold.record;
    const kind = KINDS[fields.type ?? ''] ?? 'judicial';
    const label = words.hold(fields.type);
    if (span.until <= now) return [{ id, kind, label, ...span }];
    const ahead: Bar = {
      id: `${id} ahead`,
      kind: 'ahead',
      from: span.from > now ? span.from : now,
      until: span.until,
    };
    return span.from >= now ? [ahead] : [{ id, kind, label, from: span.from, until: now }, ahead];
  });
  const hospital = page.placements.flatMap((placement): readonly Bar[] => {
    const span = placement.record.fields.type === 'hospital' ? spanOf(placement, now) : undefined;
    const label = placement.record.label;
    return span === undefined
      ? []
      : [{ id: placement.record.id, kind: 'hospital', label, ...span }];
  });
  return [...bars.toSorted(byStart), ...hospital];
}

function placementsOf(page: PersonPage, now: string): readonly Place[] {
  return page.placements.flatMap((placement) => {
    const span = spanOf(placement, now);
    const { id, fields } = placement.record;
    return span === undefined ? [] : [{ id, place: fields.place, ...span }];
  });
}

const IN_COURT = ['produced', 'bailGranted'];

function courtOf(page: PersonPage, words: CustodyWords): readonly Mark[] {
  const events = page.events.flatMap(({ record, at }) => {
    const on = startOf(at);
    const { type } = record.fields;
    if (on === undefined || !IN_COURT.includes(type ?? '')) return [];
    return [{ id: record.id, at: on, label: words.event(type) }];
  });
  const orders = page.orders.flatMap(({ id, fields }) =>
    fields.on === undefined
      ? []
      : [{ id: id, at: fields.on.edtf.slice(0, 16), label: words.order(fields.type) }],
  );
  return [...events, ...orders]
    .filter(({ at }) => /^\d{4}-\d{2}-\d{2}/u.test(at))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

const MOST_CLOCKS = 6;
const GRAVEST = ['breached', 'due', 'running', 'met'];

/** Until when a limit was passed: the first production after it, or now. */
function reachedOf(page: PersonPage, clock: ClockRead, now: string): string | undefined {
  const due = clock.dueAt.earliest;
  if (due === undefined || clock.state !== 'breached') return undefined;
  const produced = page.events
    .filter(({ record }) => record.fields.type === 'produced')
    .flatMap(({ at }) => startOf(at) ?? [])
    .filter((at) => at >= due)
    .toSorted()[0];
  if (!clock.isOpen) return produced ?? due;
  return due < now ? now : undefined;
}

function clocksOf(page: PersonPage, now: string, words: CustodyWords): readonly Limit[] {
  return page.clocks
    .filter(({ state }) => GRAVEST.includes(state))
    .toSorted((a, b) => GRAVEST.indexOf(a.state) - GRAVEST.indexOf(b.state))
    .flatMap((clock): readonly Limit[] => {
      const from = startOf(clock.startsAt);
      const due = clock.dueAt.earliest;
      if (from === undefined || due === undefined) return [];
      const reached = reachedOf(page, clock, now);
      return [
        {
          id: `${clock.rule} ${clock.subject}`,
          label: clock.rule.replace(/^[A-Z]{2}-/u, ''),
          title: clock.label,
          from,
          due,
          ...(reached === undefined ? {} : { reached }),
          state: words.state(clock),
          text: words.clock(clock),
        },
      ];
    })
    .slice(0, MOST_CLOCKS);
}

const DAY_MS = 86_400_000;
const daysOf = (from: string, until: string): number =>
  Math.max(1, Math.round((Date.parse(`${until}Z`) - Date.parse(`${from}Z`)) / DAY_MS));

const ENDS = ['released', 'died'];

/** Stretches that the file does not cover, and how custody ended. Clashes are told beside the picture. */
function notesOf(page: PersonPage, words: CustodyWords): readonly Note[] {
  const gaps = page.troubles
    .filter(({ kind }) => kind === 'placedWithoutHold')
    .map(({ kind, from, until }) => ({
      id: `${kind} ${from}`,
      at: from,
      text: words.trouble(kind, daysOf(from, until)),
      side: 'above' as const,
    }));
  const ends = page.events.flatMap(({ record, at }): readonly Note[] => {
    const on = endOf(at);
    const { type } = record.fields;
    if (on === undefined || !ENDS.includes(type ?? '')) return [];
    return [{ id: record.id, at: on, text: words.event(type), side: 'above' }];
  });
  return [...gaps, ...ends];
}

/** Share of the picture left free after the last mark, so that words beside it have room. */
const ROOM = 0.04;

const later = (at: string, ms: number): string =>
  new Date(Date.parse(`${at}Z`) + ms).toISOString().slice(0, 16);

const paddedEnd = (from: string, until: string): string =>
  later(until, Math.max(DAY_MS, (Date.parse(`${until}Z`) - Date.parse(`${from}Z`)) * ROOM));

/** A limit further ahead than this share of the custody so far would make the past too small to read. */
const AHEAD = 0.3;

/** Share of the picture that a bar must fill before a word fits into it. */
const WORD = 0.07;

const lengthMs = (from: string, until: string): number =>
  Date.parse(`${until}Z`) - Date.parse(`${from}Z`);

/** Bars too short for a word carry none; the table says what they are. */
const readable = (bars: readonly Bar[], from: string, until: string): readonly Bar[] =>
  bars.map(({ label, ...bar }, index) => {
    const over = bars.slice(index + 1).find((one) => one.from <= bar.from && one.until > bar.from);
    const start = over === undefined ? bar.from : over.until;
    const hasRoom = lengthMs(start, bar.until) >= lengthMs(from, until) * WORD;
    // It begins where the bar drawn over it ends: the word must not lie underneath.
    const seen = start < bar.until ? { ...bar, from: start } : bar;
    return label === undefined || !hasRoom ? seen : { ...seen, label };
  });

/** The custody of a person as a picture; undefined where the file gives no dated hold or place. */
export function custodyData(
  page: PersonPage,
  today: string,
  words: CustodyWords,
): Drawn | undefined {
  const now = presentOf(page, today);
  const holds = holdsOf(page, now, words);
  const placements = placementsOf(page, now);
  const starts = [...holds, ...placements].map(({ from }) => from).toSorted();
  const [first] = starts;
  if (first === undefined) return undefined;
  const clocks = clocksOf(page, now, words).filter(({ due }) => due >= first);
  const far = later(now, (Date.parse(`${now}Z`) - Date.parse(`${first}Z`)) * AHEAD);
  const dues = clocks.map(({ due }) => due).filter((due) => due <= far);
  const ends = [now, ...holds.map(({ until }) => until), ...dues].toSorted();
  const until = paddedEnd(first, ends.at(-1) ?? now);
  return {
    from: first,
    until,
    today: isOver(page) ? undefined : now,
    holds: readable(holds, first, until),
    notes: notesOf(page, words),
    placements,
    court: courtOf(page, words).filter(({ at }) => at >= first.slice(0, 10)),
    clocks,
  };
}
