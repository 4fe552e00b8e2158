import {
  choice,
  date,
  defineRecord,
  flag,
  idSchema,
  integer,
  line,
  lineSchema,
  dateSchema,
  many,
  object,
  prose,
  ref,
} from '../field';
import { z } from '../zod';
import { notes, tags } from './common';

export const REGIMES = [
  'ordinary',
  'preventive',
  'antiTerrorism',
  'cyber',
  'military',
  'other',
] as const;

export const caseRecord = defineRecord({
  kind: 'case',
  fields: {
    title: line({ search: true }),
    pack: line(),
    packVersion: line(),
    region: line(),
    regime: choice(REGIMES),
    incident: ref(['incident']),
    firNumber: line({ search: true }),
    firYear: integer(1860, 2200),
    firAt: date(),
    policeStation: line({ search: true }),
    district: line({ search: true }),
    complainant: line({ search: true, level: 'privileged' }),
    firDelayHours: integer(0, 100_000),
    allegation: prose({ search: true }),
    stage: choice([
      'investigation',
      'challan',
      'copies',
      'charge',
      'evidence',
      'statement',
      'arguments',
      'judgment',
      'appeal',
      'closed',
    ]),
    status: choice(['open', 'closed', 'quashed', 'withdrawn']),
    challanOn: date(),
    chargeFramedOn: date(),
    trialConcludedOn: date(),
    strengths: prose({ search: true, level: 'privileged' }),
    gaps: prose({ search: true, level: 'privileged' }),
    tags: tags(),
    notes: notes(),
  },
  label: (fields) =>
    fields.title ??
    (fields.firNumber === undefined
      ? ''
      : `FIR ${fields.firNumber}/${String(fields.firYear ?? '')}`),
});

/** Numbers as courts print them, in parts: `Crl. Misc.` `1521` `B` `2024`. */
const courtNumber = {
  court: lineSchema.optional(),
  prefix: lineSchema.optional(),
  number: lineSchema,
  suffix: lineSchema.optional(),
  year: z.int().min(1860).max(2200).optional(),
};

/** A court number as it is written: `Crl. Misc. No. 1521-B of 2024`. */
export function writtenNumber(parts: {
  prefix?: string | undefined;
  number?: string | undefined;
  suffix?: string | undefined;
  year?: number | undefined;
}): string {
  if (parts.number === undefined) return '';
  const number = `${parts.number}${parts.suffix === undefined ? '' : `-${parts.suffix}`}`;
  const start = parts.prefix === undefined ? 'No.' : `${parts.prefix} No.`;
  return `${start} ${number}${parts.year === undefined ? '' : ` of ${String(parts.year)}`}`;
}

export const PROCEEDING_TYPES = [
  'remand',
  'trial',
  'bail',
  'writ',
  'habeas',
  'reviewBoard',
  'appeal',
  'revision',
  'transfer',
  'other',
] as const;

export const proceeding = defineRecord({
  kind: 'proceeding',
  fields: {
    case: ref(['case']),
    type: choice(PROCEEDING_TYPES),
    court: line(),
    courtTitle: line({ search: true }),
    place: line({ search: true }),
    prefix: line(),
    number: line({ search: true }),
    suffix: line(),
    year: integer(1860, 2200),
    earlierNumbers: many(object(courtNumber, { search: true })),
    judge: line({ search: true }),
    filedOn: date(),
    status: choice(['pending', 'reserved', 'decided', 'withdrawn']),
    result: line({ search: true }),
    resultOn: date(),
    notes: notes(),
  },
  label: (fields) => writtenNumber(fields) || (fields.courtTitle ?? fields.type ?? ''),
});

export const ACCUSED_STATUSES = [
  'named',
  'unnamed',
  'notArrested',
  'arrested',
  'columnTwo',
  'absconding',
  'onBail',
  'discharged',
  'approver',
  'convicted',
  'acquitted',
] as const;

export const accused = defineRecord({
  kind: 'accused',
  fields: {
    case: ref(['case']),
    person: ref(['person']),
    name: line({ search: true }),
    serial: integer(1, 100_000),
    statuses: many(
      object({ status: z.enum(ACCUSED_STATUSES), on: dateSchema.optional() }, { dates: ['on'] }),
    ),
    roleAlleged: prose({ search: true }),
    previousConvict: flag(),
    plea: choice(['notGuilty', 'guilty', 'noPlea']),
    sentence: line({ search: true }),
    sentenceYears: integer(0, 1000),
    delayByAccusedDays: integer(0, 100_000),
    notes: notes(),
  },
  label: (fields) => fields.name ?? '',
});

export const charge = defineRecord({
  kind: 'charge',
  fields: {
    accused: ref(['accused']),
    case: ref(['case']),
    /** Code of the section in the pack, `PPC-124-A`; blank for a section the pack does not know. */
    section: line({ search: true }),
    sectionText: line({ search: true }),
    addedOn: date(),
    droppedOn: date(),
    result: choice(['pending', 'discharged', 'acquitted', 'convicted', 'quashed']),
    resultOn: date(),
    note: line({ search: true }),
  },
  label: (fields) => fields.sectionText ?? fields.section ?? '',
});

export const ORDER_TYPES = [
  'policeRemand',
  'judicialRemand',
  'detention',
  'bail',
  'bailRefused',
  'setAside',
  'discharge',
  'transfer',
  'release',
  'conviction',
  'acquittal',
  'other',
] as const;

export const order = defineRecord({
  kind: 'order',
  fields: {
    type: choice(ORDER_TYPES),
    case: ref(['case']),
    proceeding: ref(['proceeding']),
    hearing: ref(['hearing']),
    number: line({ search: true }),
    on: date(),
    authority: line({ search: true }),
    statute: line({ search: true }),
    from: date(),
    until: date(),
    days: integer(0, 36_500),
    bailAmount: integer(0, 1_000_000_000_000),
    sureties: integer(0, 100),
    conditions: prose({ search: true }),
    gist: prose({ search: true }),
    /** Whom the order covers, and for each when it and its grounds were served, and if it was set aside. */
    persons: many(
      object(
        {
          person: idSchema,
          servedOn: dateSchema.optional(),
          groundsOn: dateSchema.optional(),
          setAsideOn: dateSchema.optional(),
          note: lineSchema.optional(),
        },
        { refs: { person: ['person'] }, dates: ['servedOn', 'groundsOn', 'setAsideOn'] },
      ),
    ),
    document: ref(['document']),
  },
  label: (fields) => fields.number ?? fields.type ?? '',
});
