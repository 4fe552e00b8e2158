import { DETAINEE_ORDERS } from '#shared/domain/detainee-orders';
import { z } from '#shared/domain/zod';
import { query } from '../entry';
import { count, day, id, kind, limit, nothing, page, recordOf, wall, words } from '../shapes';

const counted = <S extends z.ZodType>(row: S) =>
  z.strictObject({ total: count, first: z.array(row) });

const text = z.string();

const person = z.strictObject({ id, label: text, place: text, since: wall.optional() });

const clock = z.strictObject({
  rule: text,
  state: text,
  due: wall,
  latest: wall.optional(),
  /** Milliseconds. */
  dueMs: z.number(),
  people: count,
  personLabel: text,
  person: id,
  cause: id,
  causeLabel: text,
});

const hearing = z.strictObject({
  id,
  on: text,
  isTimeKnown: z.boolean(),
  court: text,
  courtRoom: text,
  listNumber: z.number().optional(),
  proceeding: id.optional(),
  proceedingLabel: text,
  matter: id.optional(),
  matterLabel: text,
  purpose: text,
  goes: text,
  bring: text,
  status: text.optional(),
  lastOrder: text,
  lastOrderOn: day.optional(),
});

/** What is to be done on a day at the courts. */
export const today = {
  read: query(
    z.strictObject({ on: day.optional() }),
    z.strictObject({
      today: day,
      tomorrow: day,
      hearings: counted(hearing),
      clocksNext: z.array(clock),
      clocksPast: counted(clock),
      withoutNextDate: counted(
        z.strictObject({ id, label: text, matterLabel: text, lastOn: text.optional() }),
      ),
      insideWithoutBasis: counted(person),
      stalledReleases: counted(person.extend({ step: text })),
      overdueTasks: counted(z.strictObject({ id, label: text, due: text, assignee: text })),
      unconfirmed: counted(person),
      conflicts: counted(z.strictObject({ id, kind: text, label: text, paths: count })),
    }),
  ),
};

/** One line of the list, and what the header card shows. */
export const detainee = z.strictObject({
  id,
  label: text,
  status: z.enum(['inside', 'whereaboutsUnknown', 'released', 'died', 'notHeld']),
  isInside: z.boolean(),
  hasBasis: z.boolean(),
  place: text,
  placeType: text.optional(),
  holdType: text.optional(),
  heldFrom: text.optional(),
  daysHeld: z.number().optional(),
  regime: text.optional(),
  sections: z.array(text),
  court: text,
  nextOn: text.optional(),
  confirmedOn: text.optional(),
});

export const facet = z.array(z.strictObject({ value: text, count }));

export const detainees = {
  list: query(
    z.strictObject({
      text: words.optional(),
      isInside: z.boolean().optional(),
      regime: words.optional(),
      place: words.optional(),
      order: z.enum(DETAINEE_ORDERS).optional(),
      ...page,
    }),
    z.strictObject({ total: count, rows: z.array(detainee) }),
  ),
  /** How many there are of each, over all that are not in the trash. */
  facets: query(
    nothing,
    z.strictObject({ inside: count, outside: count, regimes: facet, places: facet }),
  ),
};

export const caseRow = z.strictObject({
  id,
  label: text,
  fir: text,
  policeStation: text,
  regime: text.optional(),
  stage: text.optional(),
  status: text.optional(),
  accused: count,
  court: text,
  nextOn: text.optional(),
});

export const people = {
  list: query(
    z.strictObject({ text: words.optional(), role: words.optional(), ...page }),
    z.strictObject({ total: count, rows: z.array(recordOf('contact')) }),
  ),
  /** How many there are of each role that somebody has. */
  facets: query(nothing, z.strictObject({ roles: facet })),
};

const marked = z.strictObject({
  text,
  /** Where in the text something was found: from and to, in UTF-16 units. */
  marks: z.array(z.tuple([z.number(), z.number()])),
});

export const search = {
  query: query(
    z.strictObject({
      text: words,
      kinds: z.array(kind).optional(),
      limit: limit.max(50).optional(),
      cursor: text.max(20).optional(),
    }),
    z.strictObject({
      groups: z.array(
        z.strictObject({
          kind,
          hits: z.array(
            z.strictObject({
              id,
              kind,
              label: marked,
              /** Label of the case or person it is part of, and its day in EDTF. */
              of: text.optional(),
              on: text.optional(),
              snippet: marked,
              field: text.optional(),
              page: z.number().optional(),
            }),
          ),
        }),
      ),
      next: text.optional(),
      isCut: z.boolean(),
    }),
  ),
};
