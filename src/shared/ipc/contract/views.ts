import { z } from '#shared/domain/zod';
import { query } from '../entry';
import { count, day, id, labels, nothing, page, recordOf, wall, words } from '../shapes';
import { caseRow, detainee, facet } from './lists';

const text = z.string();

/** From and to as far as the file says; wall time at the courts. */
const bounds = z.strictObject({ earliest: wall.optional(), latest: wall.optional() });

/** A clock with its reasoning. */
export const clock = z.strictObject({
  rule: text,
  label: text,
  state: z.enum(['running', 'due', 'breached', 'met', 'notApplicable', 'unknown', 'off']),
  isOpen: z.boolean(),
  startsAt: bounds,
  dueAt: bounds,
  /** Milliseconds of the earliest limit, to count down to. */
  /** What closed it; a closed clock counts no further. */
  endedAt: bounds,
  dueMs: z.number().optional(),
  /** The reasoning, a sentence each. */
  lines: z.array(text),
  missing: z.array(text),
  basis: text,
  confidence: z.enum(['H', 'M', 'L']),
  /** Of the rule: in force, contested … */
  status: text,
  asOf: text,
  consequence: text,
  remedy: text,
  extension: text,
  override: z
    .strictObject({
      id,
      effect: text,
      reason: text,
      by: text,
      original: z.strictObject({ state: text, dueAt: bounds }),
    })
    .optional(),
  person: id,
  personLabel: text,
  /** The hold or order it runs over. */
  subject: id,
  matter: id.optional(),
  matterLabel: text,
});

export const clocks = {
  list: query(
    z.strictObject({
      /** A person, a case, a hold or an order. */
      about: id.optional(),
      isOpen: z.boolean().optional(),
      on: day.optional(),
      ...page,
    }),
    z.array(clock),
  ),
};

const flag = z.enum(['yes', 'no', 'withLeave', 'follows', 'unknown']);

/** A charge with what the pack says of its section where and when it was made. */
export const charge = z.strictObject({
  record: recordOf('charge'),
  section: z
    .strictObject({
      written: text,
      label: text,
      cognizable: flag,
      bailable: flag,
      compoundable: flag,
      penalty: text,
      courts: z.array(text),
      gates: z.array(text),
      status: text.optional(),
      confidence: text,
    })
    .optional(),
});

const task = z.strictObject({
  record: recordOf('task'),
  due: text.optional(),
  isOverdue: z.boolean(),
});

const hearing = z.strictObject({
  record: recordOf('hearing'),
  previous: id.optional(),
  next: id.optional(),
  appearances: z.array(recordOf('appearance')),
});

const proceeding = z.strictObject({
  record: recordOf('proceeding'),
  /** Title of the court: as written, or of the pack. */
  court: text,
  /** In their order. */
  hearings: z.array(hearing),
  delay: z.array(
    z.strictObject({
      reason: text.optional(),
      by: text,
      times: count,
      daysLost: count,
    }),
  ),
});

const accused = z.strictObject({
  record: recordOf('accused'),
  status: text.optional(),
  charges: z.array(charge),
});

const contact = z.strictObject({ link: recordOf('link'), contact: recordOf('contact') });

export const cases = {
  list: query(
    z.strictObject({
      text: words.optional(),
      status: words.optional(),
      regime: words.optional(),
      stage: words.optional(),
      /** Only open cases that nobody has a date for. */
      isWithoutNextDate: z.boolean().optional(),
      ...page,
    }),
    z.strictObject({ total: count, rows: z.array(caseRow) }),
  ),
  /** How many there are of each, over all that are not in the trash. */
  facets: query(
    nothing,
    z.strictObject({ withoutNextDate: count, statuses: facet, regimes: facet, stages: facet }),
  ),
  /** Everything a case's page shows. */
  one: query(
    z.strictObject({ id }),
    z.strictObject({
      record: recordOf('case'),
      proceedings: z.array(proceeding),
      accused: z.array(accused),
      /** Charges of the case that name no accused. */
      charges: z.array(charge),
      orders: z.array(recordOf('order')),
      clocks: z.array(clock),
      tasks: z.array(task),
      documents: z.array(recordOf('document')),
      contacts: z.array(contact),
      labels,
    }),
  ),
};

const span = { from: bounds, until: bounds };

export const persons = {
  /** Everything a detainee's page shows. */
  one: query(
    z.strictObject({ id }),
    z.strictObject({
      record: recordOf('person'),
      /** The header card. */
      standing: detainee,
      /** Minutes without liberty, each counted once. */
      heldMinutes: count,
      /** How far a release has come that is not done. */
      release: z.strictObject({ step: text, next: text, at: wall.optional() }).optional(),
      holds: z.array(z.strictObject({ record: recordOf('hold'), ...span })),
      placements: z.array(z.strictObject({ record: recordOf('placement'), ...span })),
      events: z.array(z.strictObject({ record: recordOf('custodyEvent'), at: bounds })),
      /** Gaps and clashes of the custody picture. */
      troubles: z.array(
        z.strictObject({ kind: text, records: z.array(id), from: wall, until: wall }),
      ),
      orders: z.array(recordOf('order')),
      cases: z.array(
        z.strictObject({
          record: recordOf('case'),
          accused: recordOf('accused'),
          status: text.optional(),
          charges: z.array(charge),
          nextOn: text.optional(),
          court: text,
        }),
      ),
      documents: z.array(recordOf('document')),
      contacts: z.array(contact),
      claims: z.array(recordOf('claim')),
      clocks: z.array(clock),
      tasks: z.array(task),
      labels,
    }),
  ),
};
