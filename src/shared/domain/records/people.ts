import {
  choice,
  date,
  defineRecord,
  integer,
  line,
  lineSchema,
  many,
  object,
  prose,
  ref,
} from '../field';
import { z } from '../zod';
import { addresses, calledName, names, notes, phones, tags } from './common';

export const person = defineRecord({
  kind: 'person',
  fields: {
    names: names(),
    sex: choice(['female', 'male', 'other']),
    bornOn: date(),
    ageYears: integer(0, 130),
    ageOn: date(),
    nationality: line(),
    identityDocuments: many(
      object(
        { type: z.enum(['cnic', 'nicop', 'passport', 'other']), number: lineSchema },
        { level: 'privileged', search: true },
      ),
    ),
    addresses: addresses(),
    phones: phones(),
    occupation: line({ search: true }),
    affiliations: many(line({ search: true })),
    languages: many(line()),
    whyInside: prose({ search: true }),
    health: many(
      object(
        { what: lineSchema, need: lineSchema.optional() },
        { level: 'privileged', search: true },
      ),
    ),
    safety: prose({ level: 'privileged', search: true }),
    dependants: prose({ level: 'privileged', search: true }),
    photo: ref(['document']),
    incident: ref(['incident']),
    tags: tags(),
    notes: notes(),
  },
  label: (fields) => calledName(fields.names),
});

export const CONTACT_ROLES = [
  'counsel',
  'relative',
  'judge',
  'investigatingOfficer',
  'prosecutor',
  'jailOfficer',
  'witness',
  'source',
  'surety',
  'journalist',
  'organisation',
  'committee',
  'other',
] as const;

export const contact = defineRecord({
  kind: 'contact',
  fields: {
    nature: choice(['human', 'body']),
    names: names('privileged'),
    roles: many(choice(CONTACT_ROLES)),
    organisation: line({ search: true }),
    enrolmentNumber: line({ search: true }),
    phones: phones(),
    emails: many(line({ level: 'privileged', search: true })),
    addresses: addresses(),
    safeWay: line({ level: 'privileged' }),
    safeHours: line({ level: 'privileged' }),
    codeWord: line({ level: 'privileged' }),
    mayBeTold: prose({ level: 'privileged' }),
    person: ref(['person']),
    tags: tags(),
    notes: notes(),
  },
  label: (fields) => calledName(fields.names),
});

export const incident = defineRecord({
  kind: 'incident',
  fields: {
    title: line({ search: true }),
    on: date(),
    place: line({ search: true }),
    what: prose({ search: true }),
    tags: tags(),
  },
  label: (fields) => fields.title ?? fields.place ?? '',
});

/** Any record to any record: family of, counsel for, investigating officer of, witness in, evidence for … */
export const LINK_ROLES = [
  'counselFor',
  'familyOf',
  'investigatingOfficerOf',
  'prosecutorOf',
  'judgeOf',
  'witnessIn',
  'suretyFor',
  'coAccusedOf',
  'sameHumanAs',
  'translationOf',
  'evidenceFor',
  'recordsIn',
  'other',
] as const;

export const link = defineRecord({
  kind: 'link',
  fields: {
    from: ref('*'),
    to: ref('*'),
    role: choice(LINK_ROLES),
    since: date(),
    until: date(),
    note: line({ search: true, level: 'privileged' }),
  },
  label: (fields) => fields.role ?? '',
});
