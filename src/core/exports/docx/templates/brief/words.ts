import type { RecordKind } from '#shared/domain/kinds';
import type { FieldsOf } from '#shared/domain/registry';
import { DATE_WORDS } from './date-words';
import type { BriefFlag, ClockState } from './ports';

type Choice<K extends RecordKind, F extends keyof FieldsOf<K>> = Readonly<
  Record<Extract<NonNullable<FieldsOf<K>[F]>, string>, string>
>;

/** Every English word of the brief. Another language is another object of this shape. */

const clockState: Readonly<Record<ClockState, string>> = {
  breached: 'BREACHED',
  due: 'DUE',
  running: 'RUNNING',
  unknown: 'UNKNOWN',
  met: 'MET',
  notApplicable: 'NOT APPLICABLE',
  off: 'SET ASIDE',
};

const flag: Readonly<Record<BriefFlag, string>> = {
  yes: 'yes',
  no: 'no',
  withLeave: 'with leave of the court',
  follows: 'as main offence',
  unknown: 'not checked',
};

const holdType: Choice<'hold', 'type'> = {
  arrest: 'arrest',
  policeRemand: 'police (physical) remand',
  judicialRemand: 'judicial remand',
  preventiveDetention: 'preventive detention',
  conviction: 'sentence after conviction',
  unacknowledged: 'custody not acknowledged',
  other: 'other custody',
};

const placementType: Choice<'placement', 'type'> = {
  policeStation: 'police station',
  jail: 'jail',
  hospital: 'hospital',
  court: 'court lock-up',
  internment: 'internment centre',
  unknown: 'place unknown',
  other: 'other place',
};

const eventType: Choice<'custodyEvent', 'type'> = {
  pickedUp: 'picked up',
  arrested: 'arrested',
  groundsInformed: 'informed of the grounds',
  boardReported: 'Review Board reported',
  counselMet: 'met counsel',
  produced: 'produced before the court',
  medicallyExamined: 'medically examined',
  transferred: 'transferred',
  bailGranted: 'bail granted',
  copyApplied: 'copy of bail order applied for',
  copyReceived: 'copy of bail order received',
  suretyFiled: 'surety bonds filed',
  suretyVerified: 'surety verified',
  bondsAccepted: 'bonds accepted',
  robkarIssued: 'robkar (release order) issued',
  robkarAtJail: 'robkar reached the jail',
  jailCheck: 'jail checked for other cases',
  released: 'released',
  rearrested: 're-arrested',
  located: 'located',
  died: 'died in custody',
  other: 'event',
};

const orderType: Choice<'order', 'type'> = {
  policeRemand: 'Police (physical) remand',
  judicialRemand: 'Judicial remand',
  detention: 'Detention order',
  bail: 'Bail granted',
  bailRefused: 'Bail refused',
  setAside: 'Order set aside',
  discharge: 'Discharge',
  transfer: 'Transfer',
  release: 'Release',
  conviction: 'Conviction',
  acquittal: 'Acquittal',
  other: 'Order',
};

const regime: Choice<'case', 'regime'> = {
  ordinary: 'Ordinary criminal procedure',
  preventive: 'Preventive detention',
  antiTerrorism: 'Anti-terrorism law',
  cyber: 'Cyber-crime law',
  military: 'Military law',
  other: 'Other',
};

const stage: Choice<'case', 'stage'> = {
  investigation: 'investigation',
  challan: 'challan (police report)',
  copies: 'supply of copies',
  charge: 'framing of charge',
  evidence: 'prosecution evidence',
  statement: 'statement of the accused',
  arguments: 'final arguments',
  judgment: 'judgment',
  appeal: 'appeal',
  closed: 'closed',
};

const caseStatus: Choice<'case', 'status'> = {
  open: 'open',
  closed: 'closed',
  quashed: 'quashed',
  withdrawn: 'withdrawn',
};

const proceedingType: Choice<'proceeding', 'type'> = {
  remand: 'Remand',
  trial: 'Trial',
  bail: 'Bail petition',
  writ: 'Writ petition',
  habeas: 'Habeas corpus petition',
  reviewBoard: 'Review board',
  appeal: 'Appeal',
  revision: 'Revision',
  transfer: 'Transfer petition',
  other: 'Proceeding',
};

const proceedingStatus: Choice<'proceeding', 'status'> = {
  pending: 'pending',
  reserved: 'reserved for order',
  decided: 'decided',
  withdrawn: 'withdrawn',
};

const hearingStatus: Choice<'hearing', 'status'> = {
  fixed: 'fixed',
  heard: 'heard',
  adjourned: 'adjourned',
  reserved: 'reserved for order',
  notReached: 'not reached',
  cancelled: 'cancelled',
};

const adjournReason: Choice<'hearing', 'adjournReason'> = {
  judgeOnLeave: 'judge on leave',
  judgeTransferred: 'judge transferred',
  courtBusy: 'court busy',
  courtVacant: 'court vacant',
  lawyersStrike: 'lawyers’ strike',
  defenceCounselAbsent: 'defence counsel absent',
  stateCounselAbsent: 'State counsel absent',
  accusedNotProduced: 'accused not produced',
  witnessAbsent: 'witness absent',
  recordNotReceived: 'record not received',
  challanNotReceived: 'challan not received',
  coAccusedAbsent: 'co-accused absent',
  publicHoliday: 'public holiday',
  securityOrRoads: 'security or roads closed',
  timeSought: 'time sought',
  other: 'other cause',
};

const adjournedBy: Choice<'hearing', 'adjournedBy'> = {
  court: 'the court',
  prosecution: 'the prosecution',
  police: 'the police',
  jail: 'the jail',
  defence: 'the defence',
  accused: 'the accused',
  complainant: 'the complainant',
  nobody: 'nobody',
  unknown: 'not recorded',
};

const produced: Choice<'appearance', 'produced'> = {
  yes: 'produced',
  no: 'not produced',
  videoLink: 'by video link',
  exempted: 'exempted',
  notRequired: 'not required',
};

const chargeResult: Choice<'charge', 'result'> = {
  pending: 'pending',
  discharged: 'discharged',
  acquitted: 'acquitted',
  convicted: 'convicted',
  quashed: 'quashed',
};

const sex: Choice<'person', 'sex'> = { female: 'female', male: 'male', other: 'other' };

const accusedStatus = {
  named: 'named in the FIR',
  unnamed: 'not named in the FIR',
  notArrested: 'not arrested',
  arrested: 'arrested',
  columnTwo: 'placed in column 2',
  absconding: 'absconding',
  onBail: 'on bail',
  discharged: 'discharged',
  approver: 'approver',
  convicted: 'convicted',
  acquitted: 'acquitted',
} as const;

const plea: Choice<'accused', 'plea'> = {
  notGuilty: 'not guilty',
  guilty: 'guilty',
  noPlea: 'no plea',
};

const reliability: Choice<'claim', 'reliability'> = {
  reliable: 'source reliable',
  usuallyReliable: 'source usually reliable',
  fairlyReliable: 'source fairly reliable',
  notUsuallyReliable: 'source not usually reliable',
  unreliable: 'source unreliable',
  unknown: 'reliability of source unknown',
};

const certainty: Choice<'claim', 'certainty'> = {
  confirmed: 'confirmed',
  probable: 'probable',
  possible: 'possible',
  doubtful: 'doubtful',
  improbable: 'improbable',
  unknown: 'certainty unknown',
};

const identityType = {
  cnic: 'CNIC',
  nicop: 'NICOP',
  passport: 'Passport',
  other: 'Identity document',
} as const;

const kinds: Readonly<Record<RecordKind, string>> = {
  person: 'Person',
  contact: 'Contact',
  incident: 'Incident',
  link: 'Link',
  case: 'Case',
  proceeding: 'Proceeding',
  accused: 'Accused',
  charge: 'Charge',
  hearing: 'Hearing',
  appearance: 'Appearance',
  order: 'Order',
  hold: 'Custody',
  placement: 'Place of custody',
  custodyEvent: 'Custody event',
  claim: 'Claim',
  document: 'Document',
  task: 'Task',
  ruleOverride: 'Override',
};

/** Names of fields where their own word, parted, would not read well. */
const fieldNames: Readonly<Record<string, string>> = {
  on: 'date',
  at: 'date and time',
  bornOn: 'born on',
  ageYears: 'age',
  firAt: 'date and time of FIR',
  firNumber: 'FIR number',
  firYear: 'FIR year',
  firDelayHours: 'delay of FIR (hours)',
  why: 'reason',
};

const count = (n: number, one: string, more: string): string =>
  `${String(n)} ${n === 1 ? one : more}`;

export const WORDS = {
  dates: DATE_WORDS,
  clockState,
  flag,
  holdType,
  placementType,
  eventType,
  orderType,
  regime,
  stage,
  caseStatus,
  proceedingType,
  proceedingStatus,
  hearingStatus,
  adjournReason,
  adjournedBy,
  produced,
  chargeResult,
  sex,
  accusedStatus,
  plea,
  reliability,
  certainty,
  identityType,
  kinds,
  field: (name: string): string =>
    fieldNames[name] ?? name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`),
  yes: 'yes',
  no: 'no',
  days: (n: number): string => count(n, 'day', 'days'),
  dayRange: (least: number, most: number): string =>
    least === most ? count(least, 'day', 'days') : `${String(least)} to ${String(most)} days`,
  list: (items: readonly string[]): string => items.join('; '),
} as const;
export type Words = typeof WORDS;
