import { choice, date, defineRecord, integer, line, prose, ref } from '../field';
import { notes } from './common';

/** One legal basis of custody. Holds overlap and follow each other; clocks run per hold. */
export const HOLD_TYPES = [
  'arrest',
  'policeRemand',
  'judicialRemand',
  'preventiveDetention',
  'conviction',
  'unacknowledged',
  'other',
] as const;

export const hold = defineRecord({
  kind: 'hold',
  fields: {
    person: ref(['person']),
    case: ref(['case']),
    type: choice(HOLD_TYPES),
    from: date(),
    until: date(),
    order: ref(['order']),
    liftedBy: ref(['order']),
    authority: line({ search: true }),
    notes: notes(),
  },
  label: (fields) => fields.type ?? '',
});

export const PLACEMENT_TYPES = [
  'policeStation',
  'jail',
  'hospital',
  'court',
  'internment',
  'unknown',
  'other',
] as const;

export const placement = defineRecord({
  kind: 'placement',
  fields: {
    person: ref(['person']),
    type: choice(PLACEMENT_TYPES),
    place: line({ search: true }),
    prisonNumber: line({ search: true }),
    barrack: line({ search: true }),
    from: date(),
    until: date(),
    authority: line({ search: true }),
    source: line({ level: 'privileged' }),
    notes: notes(),
  },
  label: (fields) => fields.place ?? fields.type ?? '',
});

/** How somebody comes out on bail, in the order of the steps. */
export const RELEASE_STEPS = [
  'bailGranted',
  'copyApplied',
  'copyReceived',
  'suretyFiled',
  'suretyVerified',
  'bondsAccepted',
  'robkarIssued',
  'robkarAtJail',
  'jailCheck',
  'released',
] as const;

export const CUSTODY_EVENT_TYPES = [
  'pickedUp',
  'arrested',
  'groundsInformed',
  'boardReported',
  'counselMet',
  'produced',
  'medicallyExamined',
  'transferred',
  ...RELEASE_STEPS,
  'rearrested',
  'located',
  'died',
  'other',
] as const;

export const custodyEvent = defineRecord({
  kind: 'custodyEvent',
  fields: {
    person: ref(['person']),
    hold: ref(['hold']),
    case: ref(['case']),
    type: choice(CUSTODY_EVENT_TYPES),
    at: date(),
    place: line({ search: true }),
    authority: line({ search: true }),
    /** Minutes of journey to the nearest magistrate, not counted by the 24-hour rule. */
    travelMinutes: integer(0, 20_160),
    document: ref(['document']),
    note: prose({ search: true }),
  },
  label: (fields) => fields.type ?? '',
});
