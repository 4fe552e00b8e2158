import { dateSchema, type DateValue } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import { z } from '#shared/domain/zod';
import type {
  ChargeFact,
  CustodyFact,
  HoldType,
  MatterFacts,
  OverrideFact,
  PersonFacts,
  Spell,
} from '#core/clocks/model';
import type { PackIndex } from '#core/packs/index';
import type { ReadableDb } from '../driver';
import { custodyRows, type Held } from './clock-rows';
import { clockSaid, type SaidOf } from './clock-said';

type Rows = ReturnType<typeof custodyRows>;

/** Facts of a person and the record keys of what clocks run over. */
export type GatheredFacts = {
  readonly facts: PersonFacts;
  /** `record.key` of each hold and order. */
  readonly keys: ReadonlyMap<RecordId, number>;
  /** Pack that each case names; absent where it names none. */
  readonly packs: ReadonlyMap<RecordId, string>;
};

/** Gathers what the file says of a person, every head and rival claim with it. */
export function clockFacts(db: ReadableDb, index: PackIndex) {
  const rows = custodyRows(db);
  const saidOf = clockSaid(db);
  const anyOverride = db.prepare('SELECT 1 FROM rule_override LIMIT 1');
  return function gather(person: RecordId): GatheredFacts {
    const holds = rows.naming('hold', 'person', person);
    const orders = ordersOf(rows, person, holds);
    const spells = [
      ...holds.map((hold) => holdSpell(rows, saidOf, hold)),
      ...orders.flatMap((order) => orderSpell(saidOf, order, holds)),
    ];
    const accused = rows.naming('accused', 'person', person);
    const cases = new Set(
      [...spells.map((spell) => spell.case), ...accused.map(({ fields }) => fields.case)].filter(
        (id) => id !== undefined,
      ),
    );
    const packs = new Map<RecordId, string>();
    const matters = [...cases].map((id) => {
      const held = rows.one('case', id);
      if (held?.fields.pack !== undefined) packs.set(id, held.fields.pack);
      const own = accused.find(({ fields }) => fields.case === id);
      return matterFacts({ rows, saidOf, index }, id, held, own);
    });
    const self = rows.one('person', person);
    const said = self === undefined ? undefined : saidOf(self);
    return {
      keys: new Map([...holds, ...orders].map(({ id, key }) => [id, key])),
      packs,
      facts: {
        person,
        zone: index.pack.zone,
        sex: said?.('sex', self?.fields.sex) ?? [],
        born: said?.('bornOn', self?.fields.bornOn) ?? [],
        spells,
        events: [
          ...eventsOf(rows, person, holds).map((event) => eventFact(saidOf, event)),
          ...orders.flatMap((order) => groundsFact(rows, person, order, holds)),
        ],
        matters,
        overrides:
          anyOverride.get() === undefined
            ? []
            : overridesOf(rows, [
                person,
                ...cases,
                ...[...holds, ...orders, ...accused].map(({ id }) => id),
              ]),
      },
    };
  };
}

const unique = <K extends RecordKind>(all: readonly Held<K>[]): readonly Held<K>[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

/** Orders that cover the person, or that a hold of theirs rests on. */
function ordersOf(rows: Rows, person: RecordId, holds: readonly Held<'hold'>[]) {
  const resting = holds.map(({ fields }) => rows.one('order', fields.order));
  return unique([
    ...rows.naming('order', 'persons', person),
    ...resting.filter((order) => order !== undefined),
  ]);
}

/** Events of the person, and those that name only a hold of theirs. */
export function eventsOf(rows: Rows, person: RecordId, holds: readonly Held<'hold'>[]) {
  const byHold = holds
    .flatMap(({ id }) => rows.naming('custodyEvent', 'hold', id))
    .filter(({ fields }) => fields.person === undefined);
  return unique([...rows.naming('custodyEvent', 'person', person), ...byHold]);
}

/** The day of the order that lifted a hold: its end, where none is written. */
export const liftedOn = (rows: Rows, { fields }: Held<'hold'>): DateValue | undefined =>
  fields.until ?? rows.one('order', fields.liftedBy)?.fields.on;

function holdSpell(rows: Rows, saidOf: SaidOf, hold: Held<'hold'>): Spell {
  const said = saidOf(hold);
  return {
    id: hold.id,
    type: hold.fields.type ?? 'other',
    isOrder: false,
    case: hold.fields.case,
    from: said('from', hold.fields.from),
    until: said('until', liftedOn(rows, hold)),
    days: [],
    other: hold.fields.order,
  };
}

/** The hold that an order of this type is the basis of. */
const HOLD_OF_ORDER: Readonly<Record<string, HoldType>> = {
  policeRemand: 'policeRemand',
  judicialRemand: 'judicialRemand',
  detention: 'preventiveDetention',
};

function orderSpell(
  saidOf: SaidOf,
  order: Held<'order'>,
  holds: readonly Held<'hold'>[],
): readonly Spell[] {
  const { fields } = order;
  const type = HOLD_OF_ORDER[fields.type ?? ''];
  if (type === undefined) return [];
  const said = saidOf(order);
  const feeds = holds.find((hold) => hold.fields.order === order.id);
  const from = said('from', fields.from);
  return [
    {
      id: order.id,
      type,
      isOrder: true,
      case: fields.case ?? feeds?.fields.case,
      from: from.length > 0 ? from : said('on', fields.on),
      until: said('until', fields.until),
      days: said('days', fields.days),
      other: feeds?.id,
    },
  ];
}

function eventFact(saidOf: SaidOf, event: Held<'custodyEvent'>): CustodyFact {
  const said = saidOf(event);
  const { fields } = event;
  return {
    id: event.id,
    type: fields.type ?? 'other',
    at: said('at', fields.at),
    hold: fields.hold,
    case: fields.case,
    travelMinutes: said('travelMinutes', fields.travelMinutes),
  };
}

const servedSchema = z.object({ person: z.string(), groundsOn: dateSchema.optional() });

/** An order of detention tells for each person when its grounds were given. */
function groundsFact(
  rows: Rows,
  person: RecordId,
  order: Held<'order'>,
  holds: readonly Held<'hold'>[],
): readonly CustodyFact[] {
  if (order.fields.type !== 'detention') return [];
  const served = rows.elements(order, 'persons').map((value) => servedSchema.safeParse(value).data);
  const at = served.flatMap((one) =>
    one?.person === person && one.groundsOn !== undefined ? [one.groundsOn] : [],
  );
  if (at.length === 0) return [];
  const hold = holds.find(({ fields }) => fields.order === order.id)?.id;
  const told = { type: 'groundsInformed', at, hold, case: order.fields.case } as const;
  return [{ id: order.id, ...told, travelMinutes: [] }];
}

type Parts = { readonly rows: Rows; readonly saidOf: SaidOf; readonly index: PackIndex };

function matterFacts(
  parts: Parts,
  id: RecordId,
  held: Held<'case'> | undefined,
  accused: Held<'accused'> | undefined,
): MatterFacts {
  return {
    case: id,
    accused: accused?.id,
    charges: chargesOf(parts.rows, parts.index, id, accused?.id),
    ...caseFacts(parts, held),
    ...accusedFacts(parts, accused),
  };
}

function caseFacts({ saidOf }: Parts, held: Held<'case'> | undefined) {
  if (held === undefined) return { regime: [], trialConcluded: [] };
  const said = saidOf(held);
  return {
    regime: said('regime', held.fields.regime),
    trialConcluded: said('trialConcludedOn', held.fields.trialConcludedOn),
  };
}

function accusedFacts({ saidOf }: Parts, accused: Held<'accused'> | undefined) {
  if (accused === undefined) return { previousConvict: [], delayByAccusedDays: [] };
  const said = saidOf(accused);
  return {
    previousConvict: said('previousConvict', accused.fields.previousConvict),
    delayByAccusedDays: said('delayByAccusedDays', accused.fields.delayByAccusedDays),
  };
}

const GONE = ['discharged', 'acquitted', 'quashed'];

/** Charges that stand: the accused's own, and those of the case that name no accused. */
export function standingCharges(rows: Rows, matter: RecordId, accused: RecordId | undefined) {
  const own = accused === undefined ? [] : rows.naming('charge', 'accused', accused);
  const common = rows
    .naming('charge', 'case', matter)
    .filter(({ fields }) => fields.accused === undefined);
  return unique([...own, ...common]).filter(
    ({ fields }) => fields.droppedOn === undefined && !GONE.includes(fields.result ?? ''),
  );
}

function chargesOf(
  rows: Rows,
  index: PackIndex,
  matter: RecordId,
  accused: RecordId | undefined,
): readonly ChargeFact[] {
  return standingCharges(rows, matter, accused).map(({ fields }) => {
    const section = index.section(fields.section ?? '') ?? index.section(fields.sectionText ?? '');
    const penalty = section?.maxPenalty.varies === true ? undefined : section?.maxPenalty;
    return { penalty, isTerrorism: section?.isTerrorism ?? false };
  });
}

function overridesOf(rows: Rows, subjects: readonly RecordId[]): readonly OverrideFact[] {
  return subjects.flatMap((subject) =>
    rows.naming('ruleOverride', 'subject', subject).flatMap(({ id, fields }) => {
      const { rule, effect } = fields;
      if (rule === undefined || effect === undefined) return [];
      const { dueAt, reason = '', by = '' } = fields;
      return [{ id, rule, subject, effect, dueAt, reason, by }];
    }),
  );
}
