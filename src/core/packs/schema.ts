import { ADJOURNED_BY, ADJOURNMENT_REASONS } from '#shared/domain/records/court-days';
import { CUSTODY_EVENT_TYPES, HOLD_TYPES } from '#shared/domain/records/custody';
import { ORDER_TYPES, REGIMES } from '#shared/domain/records/matters';
import { z } from '#shared/domain/zod';

const text = z.string().min(1);
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_().-]*$/u);
const day = z.iso.date();
/** Texts by language; English is always there. */
export const labelSchema = z.strictObject({ en: text, ur: text.optional() });
/** H: the statute was read. M: a judgment, an official page or several reports that agree. L: one old report, or none. */
export const confidenceSchema = z.enum(['H', 'M', 'L']);
const statusSchema = z.enum(['inForce', 'contested', 'struckDown', 'lapsed', 'unverified']);
/** `follows`: as the main offence. `unknown`: nobody has checked. */
const flagSchema = z.enum(['yes', 'no', 'withLeave', 'follows', 'unknown']);

export const packSchema = z.strictObject({
  id: code,
  version: text,
  title: labelSchema,
  asOf: day,
  zone: text,
  caveat: labelSchema,
  source: text,
  regions: z.array(z.strictObject({ code, label: labelSchema })),
  /** What destroying data may mean there: a reason to ask counsel beforehand, no advice. */
  destroying: z
    .strictObject({
      note: labelSchema,
      basis: text,
      source: text,
      asOf: day,
      confidence: confidenceSchema,
      status: statusSchema,
    })
    .optional(),
});

export const courtSchema = z.strictObject({
  code,
  label: labelSchema,
  handles: labelSchema,
  /** Where the matter goes from here. */
  next: z.array(code),
  aliases: z.array(text),
  region: code.optional(),
  confidence: confidenceSchema,
  source: text,
  note: text.optional(),
});

/** The heaviest penalty; `follows` the main offence, or `varies` with the act done. */
export const penaltySchema = z.strictObject({
  death: z.boolean().optional(),
  life: z.boolean().optional(),
  years: z.int().min(0).optional(),
  months: z.int().min(0).optional(),
  fine: text.optional(),
  follows: z.literal(true).optional(),
  varies: z.literal(true).optional(),
});

const sectionFlagsSchema = z.strictObject({
  cognizable: flagSchema,
  bailable: flagSchema,
  compoundable: flagSchema,
  /** These flags hold in this region only, and from and to these days. */
  region: code.optional(),
  from: day.optional(),
  to: day.optional(),
  status: statusSchema.optional(),
});

export const sectionSchema = z.strictObject({
  code,
  act: code,
  number: text,
  label: labelSchema,
  flags: z.array(sectionFlagsSchema).min(1),
  maxPenalty: penaltySchema,
  courts: z.array(code),
  gates: z.array(code),
  isTerrorism: z.boolean(),
  confidence: confidenceSchema,
  source: text,
  status: statusSchema,
  note: text.optional(),
});

const bandSchema = z.strictObject({
  label: labelSchema,
  capital: z.boolean().optional(),
  moreThanYears: z.int().optional(),
  atLeastYears: z.int().optional(),
  cognizable: flagSchema,
  bailable: flagSchema,
  courts: z.array(code),
});

export const statutesSchema = z.strictObject({
  acts: z.array(z.strictObject({ code, label: labelSchema, aliases: z.array(text) })),
  sections: z.array(sectionSchema),
  gates: z.array(
    z.strictObject({
      code,
      label: labelSchema,
      basis: text,
      confidence: confidenceSchema,
      source: text,
    }),
  ),
  /** What holds for offences of an Act the table does not list: the first band that fits. */
  fallback: z.strictObject({
    basis: text,
    confidence: confidenceSchema,
    source: text,
    bands: z.array(bandSchema).min(1),
  }),
});

const termSchema = z.strictObject({ code, label: labelSchema, note: text.optional() });

export const hearingWordsSchema = z.strictObject({
  source: text,
  confidence: confidenceSchema,
  purposes: z.array(termSchema),
  outcomes: z.array(termSchema),
  adjournmentReasons: z.array(
    z.strictObject({
      code: z.enum(ADJOURNMENT_REASONS),
      label: labelSchema,
      usuallyBy: z.enum(ADJOURNED_BY),
    }),
  ),
});

export const documentTypesSchema = z.array(termSchema);

export const lengthSchema = z.strictObject({
  n: z.int().min(1),
  unit: z.enum(['minutes', 'hours', 'days', 'months', 'years']),
});

/** Every condition must hold; none is always true. */
const whenSchema = z.strictObject({
  sex: z.enum(['female', 'male', 'other']).optional(),
  ageUnder: z.int().min(1).optional(),
  penalty: z.enum(['death', 'deathOrLife']).optional(),
  minYears: z.int().min(1).optional(),
  regime: z.enum(REGIMES).optional(),
});

const holds = z.array(z.enum(HOLD_TYPES)).min(1);
const events = z.array(z.enum(CUSTODY_EVENT_TYPES)).min(1);
const firstDay = z.enum(['counts', 'excluded', 'both']);
/** Orders and days are counted in days; other units need another method. */
const capSchema = z.strictObject({ n: z.int().min(1), unit: z.literal('days') });

const ruleBase = z.strictObject({
  id: code,
  label: labelSchema,
  basis: text,
  trigger: labelSchema,
  appliesIf: z.strictObject({
    regimes: z.array(z.enum(REGIMES)).optional(),
    notRegimes: z.array(z.enum(REGIMES)).optional(),
  }),
  /** The rule is not in force before and after these days; a custody that began outside them does not meet it. */
  validFrom: day.optional(),
  validTo: day.optional(),
  consequence: labelSchema,
  remedy: labelSchema,
  extension: labelSchema,
  confidence: confidenceSchema,
  status: statusSchema,
  source: text,
  asOf: day,
  overridable: z.literal(true),
  suggests: z.array(code),
  note: text.optional(),
});

export const ruleSchema = z.discriminatedUnion('method', [
  /** So long after the start, journey aside; met by an event. One clock per hold. */
  ruleBase.extend({
    method: z.literal('elapsed'),
    holds,
    /** Events that tell of the start beside the hold; none where the hold alone does. */
    startEvents: z.array(z.enum(CUSTODY_EVENT_TYPES)),
    metBy: events,
    length: lengthSchema,
    excludeTravel: z.boolean(),
  }),
  /** At most so many days by all orders of one case together. */
  ruleBase.extend({
    method: z.literal('sumOfOrders'),
    holds,
    orders: z.array(z.enum(ORDER_TYPES)).min(1),
    startEvents: events,
    cap: capSchema,
    firstDay,
  }),
  /** At most so many days by each order; the lapse of one without a next is custody without warrant. */
  ruleBase.extend({
    method: z.literal('perOrder'),
    holds,
    orders: z.array(z.enum(ORDER_TYPES)).min(1),
    cap: capSchema,
    firstDay,
  }),
  /** A right that arises after so long a detention; the first threshold that fits gives the length. */
  ruleBase.extend({
    method: z.literal('detention'),
    holds,
    /** A break of more days than this starts the count anew. */
    maxGapDays: z.int().min(0),
    thresholds: z.array(z.strictObject({ when: whenSchema, length: lengthSchema })).min(1),
    exclusions: z.array(
      z.strictObject({
        fact: z.enum(['delayByAccused', 'previousConvict', 'terrorism']),
        effect: z.enum(['extend', 'exclude']),
      }),
    ),
  }),
]);

export const rulesSchema = z.array(ruleSchema);
