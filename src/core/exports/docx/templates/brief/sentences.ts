import type { ProfileName } from './profiles';

const banner: Readonly<Record<ProfileName, string>> = {
  court: 'CONFIDENTIAL. Privileged: client and counsel. Not to be copied without leave of counsel.',
  family: 'CONFIDENTIAL. For the family of the person named. Please do not pass on.',
  media: 'For publication after clearance by counsel.',
  un: 'CONFIDENTIAL. For the mechanism addressed. Names are not to be published without consent.',
};

/** Headings, labels and sentences of the brief in English. */
export const SAY = {
  banner,
  title: 'Case brief',
  page: 'Page',
  of: 'of',
  footer: (asOf: string): string => `Case brief as of ${asOf}`,
  asOf: (asOf: string, zone: string): string => `As of ${asOf}. Times are local (${zone}).`,

  glance: {
    next: 'Next date',
    custody: 'Custody',
    clocks: 'Clocks',
    noNext: 'No next date is recorded',
    noClock: 'No clock is recorded for this custody; that never means that there is no limit',
    open: 'Not settled',
    due: (when: string): string => `limit ${when}`,
    between: (earliest: string, latest: string): string =>
      `limit between ${earliest} and ${latest}`,
    more: (n: number): string => `and ${String(n)} more, see “Clocks”`,
    moreOpen: (n: number): string => `and ${String(n)} more, see “Open questions”`,
    passed: (days: string): string => `${days} ago`,
    left: (days: string): string => `in ${days}`,
    today: 'today',
    ended: 'ended',
    beyond: 'what was ordered goes beyond it',
  },

  section: {
    identity: 'Identity',
    summary: 'The case in a paragraph',
    custody: 'Custody and next date',
    regime: 'Legal regime and charges',
    clocks: 'Clocks',
    parties: 'Parties and co-accused',
    hearings: 'Hearings and delay',
    orders: 'Orders so far',
    merits: 'Strengths and gaps',
    documents: 'Evidence and documents',
    tasks: 'Pending tasks',
    health: 'Health and safety',
    open: 'Open questions',
  },

  identity: {
    name: 'Name',
    alias: 'Also known as',
    parentage: 'Parentage',
    ageAndSex: 'Age and sex',
    born: (date: string): string => `born ${date}`,
    age: (years: number, on: string | undefined): string =>
      on === undefined ? `${String(years)} years` : `${String(years)} years (as of ${on})`,
    identity: 'Identity documents',
    address: 'Address',
    district: (district: string): string => `District ${district}`,
    nationality: 'Nationality',
    occupation: 'Occupation',
    languages: 'Languages',
    statuses: 'Status in the case',
    role: 'Role alleged',
    plea: 'Plea',
    sentence: 'Sentence',
    previousConvict: 'Previous conviction',
    why: 'Why inside',
  },

  summary: {
    fir: (number: string, at: string, station: string, district: string): string =>
      `FIR No. ${number} was recorded on ${at} at Police Station ${station}, District ${district}.`,
    complainant: (name: string): string => `Complainant: ${name}.`,
    firDelay: (hours: number): string =>
      `The FIR was recorded ${String(hours)} hours after the occurrence.`,
    detention: (number: string, on: string, authority: string, statute: string): string =>
      `Detention order No. ${number} was made on ${on} by ${authority} under ${statute}.`,
    incident: (what: string, on: string, place: string): string =>
      `It arises from ${what} (${on}, ${place}).`,
    stage: (stage: string, status: string): string => `Stage: ${stage}; the case is ${status}.`,
    challan: (on: string): string => `Challan submitted on ${on}.`,
    charge: (on: string): string => `Charge framed on ${on}.`,
    concluded: (on: string): string => `Trial concluded on ${on}.`,
    forums: 'Before the courts',
    judge: (name: string): string => `before ${name}`,
    filed: (on: string): string => `filed ${on}`,
    earlier: (numbers: string): string => `earlier: ${numbers}`,
  },

  custody: {
    held: (basis: string): string => `In custody, now ${basis}`,
    since: (date: string): string => `held since ${date}`,
    from: (date: string): string => `since ${date}`,
    until: (date: string): string => `until ${date}`,
    noHold: 'Inside with no open legal basis recorded',
    released: (on: string): string => `Released ${on}`,
    notHeld: 'No custody is recorded',
    at: 'At',
    prisonNumber: (number: string): string => `prisoner No. ${number}`,
    barrack: (name: string): string => `barrack ${name}`,
    days: 'Days held',
    count: (start: string, end: string, without: string, including: string): string =>
      `From ${start} to ${end}: ${without} (first day not counted), ${including} (first day counted).`,
    total: (without: string): string =>
      `All custody recorded: ${without} (first day of each stretch not counted).`,
    method:
      'Counted in calendar days; holds and places of custody that follow or overlap without a free day are one stretch. An unsure date gives a range.',
    rules: (rules: string): string => `Rules over this custody: ${rules}.`,
    noStart: 'A custody without a starting date is recorded: the days cannot be counted.',
    head: ['When', 'What', 'Where, by whom'],
    shared: 'Day by day',
    sharedHead: ['When', 'Who', 'What', 'Where, by whom'],
    all: (n: number): string => `all ${String(n)}`,
    period: (from: string, to: string): string => `${from} – ${to}`,
    still: 'still',
    under: (basis: string): string => `under ${basis}`,
    travel: (minutes: number): string => `journey ${String(minutes)} min`,
    next: 'Next date',
    noNext: 'No next date is recorded. The court file has to be checked.',
    own: (name: string, on: string): string => `${name}: own next date ${on}`,
    bring: (what: string): string => `Bring: ${what}`,
    goes: (name: string): string => `Attends: ${name}`,
  },

  regime: {
    regime: 'Legal regime',
    pack: 'Law as recorded in',
    packText: (title: string, asOf: string): string => `${title}, as of ${asOf}`,
    head: ['Section', 'Offence', 'Cognizable', 'Bailable', 'Compoundable', 'Maximum, court'],
    unknown: 'not in the table of sections: as typed, flags to be checked',
    gate: (gates: string): string => `Defence check: ${gates}`,
    status: (status: string): string => `Status: ${status}`,
    against: (names: string): string => `Against ${names}`,
    added: (on: string): string => `added ${on}`,
    dropped: (on: string): string => `dropped ${on}`,
    confidence: (grade: string): string => `confidence ${grade}`,
    noPack: 'No table of law is loaded for this case.',
    none: 'No charge is recorded',
  },

  clocks: {
    basis: (basis: string, rule: string, confidence: string, asOf: string): string =>
      `Basis: ${basis}. Rule ${rule}, confidence ${confidence}, law as of ${asOf}.`,
    override: (reason: string, by: string): string => `Set by hand: ${reason} (${by}).`,
    none: 'No clock is recorded for this custody; that never means that there is no limit.',
    for: (names: string): string => `For ${names}`,
  },

  parties: {
    head: ['Role', 'Name', 'Of'],
    counsel: 'Counsel',
    officer: 'Investigating officer',
    prosecutor: 'Prosecutor',
    judge: 'Judge',
    complainant: 'Complainant',
    witness: 'Witness',
    enrolment: (number: string): string => `enrolment No. ${number}`,
    until: (on: string): string => `until ${on}`,
    coAccused: 'Co-accused',
    coHead: ['No.', 'Name', 'Role alleged'],
  },

  hearings: {
    head: ['Date', 'Court and purpose', 'What happened', 'Adjourned: why, by whom'],
    none: 'No hearing is recorded',
    by: (whom: string): string => `by ${whom}`,
    lost: (days: string): string => `${days} to the next date`,
    delay: 'Days between hearings that were adjourned, by who caused it',
    delayHead: ['Caused by', 'Adjournments', 'Days'],
    total: 'Total',
    method:
      'Counted from each adjourned hearing to the next date in the same proceeding; an unsure date is counted by its earliest day.',
    openEnded: 'no next date',
    noDelay: 'No adjournment is recorded.',
  },

  orders: {
    head: ['Date', 'Order', 'By, under', 'Terms'],
    none: 'No order is recorded',
    number: (number: string): string => `No. ${number}`,
    period: (from: string, until: string): string => `${from} to ${until}`,
    days: (days: string): string => `for ${days}`,
    bail: (amount: string, sureties: number | undefined): string =>
      sureties === undefined
        ? `Bail Rs ${amount}`
        : `Bail Rs ${amount}, sureties: ${String(sureties)}`,
    served: (name: string, on: string): string => `${name}: served ${on}`,
    grounds: (on: string): string => `grounds ${on}`,
    setAside: (on: string): string => `set aside ${on}`,
  },

  merits: { strengths: 'Strengths', gaps: 'Gaps' },

  documents: {
    head: ['No.', 'Document', 'Date', 'Pages', 'Language'],
    none: 'No document is recorded',
    translation: (title: string): string => `translation of ${title}`,
  },

  tasks: {
    head: ['Due', 'Task', 'Who'],
    none: 'No task is pending',
  },

  health: {
    health: 'Health',
    need: (need: string): string => `needs ${need}`,
    nothing: (names: string): string => `Nothing is recorded of ${names}.`,
    safety: 'Safety',
    dependants: 'Dependants',
  },

  open: {
    intro:
      'The file holds more than one value for these facts. The first value is the one used in this paper; none has been settled unless it says so.',
    head: ['Fact', 'Values', 'Who says so, how sure'],
    none: 'No rival claim or open conflict is recorded.',
    conflict: 'Two versions of the file disagree; not settled',
    used: 'used in this paper',
    preferred: (reason: string): string => `preferred: ${reason}`,
    page: (page: number): string => `p. ${String(page)}`,
    asOf: (on: string): string => `as of ${on}`,
    confirmed: (on: string): string => `confirmed ${on}`,
  },
} as const;
export type Sentences = typeof SAY;
