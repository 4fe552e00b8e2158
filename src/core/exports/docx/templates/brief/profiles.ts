import type { Level } from '#shared/domain/levels';
import { levelsFor } from '#core/gate/purposes';
import { COURT_FIELDS, type AllowList } from './court-fields';

/** Whom a paper is for. */
export const PROFILES = ['court', 'family', 'media', 'un'] as const;
export type ProfileName = (typeof PROFILES)[number];

export type Profile = {
  readonly name: ProfileName;
  readonly levels: readonly Level[];
  readonly fields: AllowList;
  /** Whether witnesses may be named; elsewhere their names are also struck from running text. */
  readonly namesWitnesses: boolean;
  /** Whether the reasoning of a clock may be printed: it can rest on records that stay back. */
  readonly showsReasoning: boolean;
};

const UN_FIELDS: AllowList = {
  person: [
    'names',
    'sex',
    'bornOn',
    'ageYears',
    'ageOn',
    'nationality',
    'occupation',
    'languages',
    'whyInside',
    'health',
    'incident',
  ],
  incident: COURT_FIELDS.incident,
  case: [
    'title',
    'pack',
    'region',
    'regime',
    'incident',
    'firNumber',
    'firYear',
    'firAt',
    'policeStation',
    'district',
    'firDelayHours',
    'allegation',
    'stage',
    'status',
    'challanOn',
    'chargeFramedOn',
    'trialConcludedOn',
  ],
  proceeding: COURT_FIELDS.proceeding,
  accused: ['case', 'person', 'name', 'serial', 'statuses', 'roleAlleged', 'plea', 'sentence'],
  charge: [
    'accused',
    'case',
    'section',
    'sectionText',
    'addedOn',
    'droppedOn',
    'result',
    'resultOn',
  ],
  hearing: [
    'proceeding',
    'on',
    'purpose',
    'status',
    'outcome',
    'adjournReason',
    'adjournedBy',
    'next',
  ],
  appearance: ['hearing', 'accused', 'produced', 'whyNot', 'nextOn'],
  order: COURT_FIELDS.order,
  hold: COURT_FIELDS.hold,
  placement: ['person', 'type', 'place', 'from', 'until', 'authority'],
  custodyEvent: ['person', 'hold', 'case', 'type', 'at', 'place', 'authority', 'travelMinutes'],
  claim: COURT_FIELDS.claim,
};

const FAMILY_FIELDS: AllowList = {
  person: ['names', 'sex', 'bornOn', 'ageYears', 'ageOn', 'health', 'incident'],
  contact: ['names', 'roles', 'organisation', 'enrolmentNumber'],
  incident: ['title', 'on', 'place'],
  link: COURT_FIELDS.link,
  case: [
    'title',
    'pack',
    'region',
    'regime',
    'incident',
    'firNumber',
    'firYear',
    'firAt',
    'policeStation',
    'district',
    'stage',
    'status',
  ],
  proceeding: [
    'case',
    'type',
    'court',
    'courtTitle',
    'place',
    'prefix',
    'number',
    'suffix',
    'year',
    'status',
    'result',
    'resultOn',
  ],
  accused: ['case', 'person', 'name', 'serial', 'statuses', 'plea', 'sentence'],
  charge: [
    'accused',
    'case',
    'section',
    'sectionText',
    'addedOn',
    'droppedOn',
    'result',
    'resultOn',
  ],
  hearing: [
    'proceeding',
    'on',
    'courtRoom',
    'purpose',
    'status',
    'outcome',
    'adjournReason',
    'adjournedBy',
    'next',
  ],
  appearance: ['hearing', 'accused', 'produced', 'nextOn'],
  order: [
    'type',
    'case',
    'proceeding',
    'number',
    'on',
    'authority',
    'statute',
    'from',
    'until',
    'days',
    'bailAmount',
    'sureties',
    'persons',
  ],
  hold: COURT_FIELDS.hold,
  placement: ['person', 'type', 'place', 'prisonNumber', 'from', 'until'],
  custodyEvent: ['person', 'hold', 'case', 'type', 'at', 'place'],
};

const MEDIA_FIELDS: AllowList = {
  person: [
    'names',
    'sex',
    'ageYears',
    'ageOn',
    'nationality',
    'occupation',
    'whyInside',
    'incident',
  ],
  incident: ['title', 'on', 'place'],
  case: [
    'title',
    'pack',
    'region',
    'regime',
    'incident',
    'firNumber',
    'firYear',
    'firAt',
    'policeStation',
    'district',
    'stage',
    'status',
  ],
  proceeding: ['case', 'type', 'court', 'courtTitle', 'place', 'status', 'result', 'resultOn'],
  accused: ['case', 'person', 'name', 'serial'],
  charge: ['accused', 'case', 'section', 'sectionText', 'droppedOn', 'result'],
  hearing: ['proceeding', 'on', 'purpose', 'status', 'adjournReason', 'adjournedBy', 'next'],
  hold: ['person', 'case', 'type', 'from', 'until', 'liftedBy'],
  placement: ['person', 'type', 'place', 'from', 'until'],
};

export const PROFILE: Readonly<Record<ProfileName, Profile>> = {
  court: {
    name: 'court',
    levels: levelsFor('court'),
    fields: COURT_FIELDS,
    namesWitnesses: true,
    showsReasoning: true,
  },
  family: {
    name: 'family',
    levels: levelsFor('family'),
    fields: FAMILY_FIELDS,
    namesWitnesses: false,
    showsReasoning: false,
  },
  media: {
    name: 'media',
    levels: levelsFor('media'),
    fields: MEDIA_FIELDS,
    namesWitnesses: false,
    showsReasoning: false,
  },
  un: {
    name: 'un',
    levels: levelsFor('un'),
    fields: UN_FIELDS,
    namesWitnesses: false,
    showsReasoning: false,
  },
};
