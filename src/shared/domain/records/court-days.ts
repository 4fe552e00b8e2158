import { choice, date, defineRecord, integer, line, prose, ref } from '../field';
import { notes } from './common';

export const ADJOURNMENT_REASONS = [
  'judgeOnLeave',
  'judgeTransferred',
  'courtBusy',
  'courtVacant',
  'lawyersStrike',
  'defenceCounselAbsent',
  'stateCounselAbsent',
  'accusedNotProduced',
  'witnessAbsent',
  'recordNotReceived',
  'challanNotReceived',
  'coAccusedAbsent',
  'publicHoliday',
  'securityOrRoads',
  'timeSought',
  'other',
] as const;

/** Who caused an adjournment: it decides bail for delay (CrPC 497). */
export const ADJOURNED_BY = [
  'court',
  'prosecution',
  'police',
  'jail',
  'defence',
  'accused',
  'complainant',
  'nobody',
  'unknown',
] as const;

export const HEARING_STATUSES = [
  'fixed',
  'heard',
  'adjourned',
  'reserved',
  'notReached',
  'cancelled',
] as const;

export const hearing = defineRecord({
  kind: 'hearing',
  fields: {
    proceeding: ref(['proceeding']),
    on: date(),
    courtRoom: line(),
    listNumber: integer(1, 10_000),
    judge: line({ search: true }),
    purpose: line({ search: true }),
    goes: ref(['contact']),
    bring: prose({ search: true }),
    status: choice(HEARING_STATUSES),
    outcome: line({ search: true }),
    orderGist: prose({ search: true }),
    adjournReason: choice(ADJOURNMENT_REASONS),
    adjournedBy: choice(ADJOURNED_BY),
    /** The hearing this one was put off to; the chain is previous → outcome → next. */
    next: ref(['hearing']),
    notes: notes(),
  },
  label: (fields) => fields.purpose ?? '',
});

export const appearance = defineRecord({
  kind: 'appearance',
  fields: {
    hearing: ref(['hearing']),
    accused: ref(['accused']),
    produced: choice(['yes', 'no', 'videoLink', 'exempted', 'notRequired']),
    whyNot: line({ search: true }),
    order: prose({ search: true }),
    nextOn: date(),
  },
  label: (fields) => fields.produced ?? '',
});

export const task = defineRecord({
  kind: 'task',
  fields: {
    title: line({ search: true }),
    dueOn: date(),
    hearing: ref(['hearing']),
    /** Days from the hearing, negative before it; used where `dueOn` is blank. */
    offsetDays: integer(-3650, 3650),
    assignee: ref(['contact']),
    case: ref(['case']),
    person: ref(['person']),
    doneOn: date(),
    notes: prose({ search: true }),
  },
  label: (fields) => fields.title ?? '',
});

export const ruleOverride = defineRecord({
  kind: 'ruleOverride',
  fields: {
    /** Rule of the pack, `PK-24H`. */
    rule: line(),
    /** The hold, proceeding, order, case or person it is set for. */
    subject: ref('*'),
    effect: choice(['off', 'dueAt', 'met']),
    dueAt: date(),
    reason: prose({ search: true }),
    by: line({ search: true }),
  },
  label: (fields) => fields.rule ?? '',
});
