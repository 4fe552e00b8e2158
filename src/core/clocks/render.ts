import type { Step } from './model';

type Params = Step['params'];

const text = (params: Params, key: string): string => String(params[key] ?? '');
const num = (params: Params, key: string): number => Number(params[key] ?? 0);

function onePoint(edtf: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?([~?%]?)$/u.exec(edtf);
  if (match === null) return edtf === '..' ? 'open' : edtf;
  const [, year = '', month, day, time, mark = ''] = match;
  const date = [day, month, year].filter((part) => part !== undefined).join('.');
  const about = { '~': 'about ', '?': 'perhaps ', '%': 'perhaps about ', '': '' }[mark] ?? '';
  return `${about}${date}${time === undefined ? '' : ` ${time}`}`;
}

/** An EDTF date as it is printed in English: `14.05.2025 10:30`, `about 05.2025`, `14.05.2025 to open`. */
export const writtenDate = (edtf: string): string => edtf.split('/').map(onePoint).join(' to ');

const dates = (params: Params, key: string, join = ' or '): string =>
  text(params, key).split('|').filter(Boolean).map(writtenDate).join(join);

const plural = (n: number | string, unit: string): string =>
  `${String(n)} ${Number(n) === 1 ? unit.replace(/s$/u, '') : unit}`;

/** A span of minutes in words: `21 h 30 min`, `3 d 2 h`. */
export function writtenSpan(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const parts = [
    [days, 'd'],
    [hours, 'h'],
    [rest, 'min'],
  ] as const;
  const shown = parts.filter(([n]) => n > 0).map(([n, unit]) => `${String(n)} ${unit}`);
  return shown.length === 0 ? '0 min' : shown.join(' ');
}

const length = (params: Params): string => {
  const unit = text(params, 'unit');
  return unit === 'hours' ? `${text(params, 'n')} h` : plural(text(params, 'n'), unit);
};

const eachLength = (params: Params): string =>
  text(params, 'lengths')
    .split('|')
    .map((one) => one.split(' '))
    .map(([n = '', unit = '']) => plural(n, unit))
    .join(', ');

const WORDS: Readonly<Record<string, string>> = {
  arrested: 'arrested',
  detained: 'detained for this case since',
  detainedUnder: 'detained under the order',
  groundsInformed: 'grounds communicated',
  boardReported: 'Review Board reported',
  remanded: 'remanded',
  firstProduction: 'first produced',
  produced: 'produced',
  custodyEnded: 'custody ended',
  trialConcluded: 'the trial concluded',
  preventiveDetention: 'preventive detention',
  policeRemand: 'police remand',
  judicialRemand: 'judicial remand',
  delayByAccused: 'delay caused by the accused',
  previousConvict: 'a previous conviction',
  terrorism: 'terrorism punishable with death or life',
};
/** `remanded` as an outcome stands for the production that a remand needs. */
const word = (params: Params, key = 'what'): string =>
  WORDS[text(params, key)] ?? text(params, key);

const MISSING: Readonly<Record<string, string>> = {
  arrestedAt: 'when was the arrest?',
  arrestTime: 'at what time was the arrest?',
  production: 'was there a production before a magistrate, and when? None is recorded',
  grounds: 'were the grounds communicated, and when? Nothing is recorded',
  boardReport: 'did a Review Board report, and when? Nothing is recorded',
  producedAt: 'at what time was the production?',
  remandFrom: 'from when does the order run?',
  remandLength: 'how many days of remand were granted?',
  remandOrders: 'what are the orders that it rests on, and for how many days each?',
  orderUntil: 'until when does the order run?',
  detainedSince: 'since when detained for this case?',
  charges: 'what are the charges?',
  maxPenalty: 'what is the heaviest penalty of the charges?',
  sex: 'a woman or a man?',
  age: 'what age?',
  regime: 'under which regime?',
  pack: 'which limits apply? The rules that the case follows are not in this program',
  threshold: 'which length applies? The pack names none for these facts',
};

/** The question that a missing fact asks. */
export const missingQuestion = (fact: string): string => MISSING[fact] ?? fact;

function elapsed(p: Params): string {
  const travel = num(p, 'travel');
  const net = travel === 0 ? '' : ` net of ${writtenSpan(travel)} journey`;
  const begun = WORDS[text(p, 'begun')] ?? 'arrested';
  return `${begun} ${dates(p, 'start')} + ${length(p)}${net} = ${dates(p, 'due')}`;
}

function orderRuns(p: Params): string {
  const until = text(p, 'until') === '' ? '' : ` until ${dates(p, 'until')}`;
  const days = text(p, 'days').split('|').filter(Boolean).join(' or ');
  const granted = days === '' ? '' : ` for ${plural(days, 'days')}`;
  return `order from ${dates(p, 'from')}${granted}${until}; at most ${text(p, 'cap')} days at a time`;
}

const firstDay =
  (how: string) =>
  (p: Params): string =>
    text(p, 'earliest') === text(p, 'latest')
      ? `${how}, the limit is ${dates(p, 'earliest')}`
      : `${how}, the limit is ${dates(p, 'earliest')} at the earliest and ${dates(p, 'latest')} at the latest`;

const SENTENCES: Readonly<Record<string, (params: Params) => string>> = {
  missing: (p) => `not known: ${missingQuestion(text(p, 'fact'))}`,
  packMissing: (p) =>
    `the case follows the pack “${text(p, 'pack')}”, which is not in this program: none of its limits is worked out here, and that none is shown does not mean that there is none`,
  rivals: (p) =>
    `${word(p)}: the file gives ${dates(p, 'said', ' and ')}; counted from ${dates(p, 'used')}, which is worst for liberty`,
  partial: (p) =>
    `${word(p)} ${dates(p, 'said')}, no exact time; counted from ${dates(p, 'used')}, which is worst for liberty`,
  travelUnknown: () => 'the journey to the magistrate is not recorded; none is taken off',
  travelRivals: (p) =>
    `the journey is given as ${writtenSpan(num(p, 'least'))} and ${writtenSpan(num(p, 'most'))}; the shorter is used`,
  elapsed,
  latestReading: (p) => `at the latest reading ${dates(p, 'due')}`,
  notYet: (p) => `not recorded: ${word(p)}`,
  remandAsProduction: () =>
    'no production is recorded; the first remand is taken for it, because remand needs one',
  breachedBy: (p) =>
    `${outcomeWord(p)} ${dates(p, 'said')}: breached by ${writtenSpan(num(p, 'minutes'))}`,
  breachedByAtLeast: (p) =>
    `${outcomeWord(p)} ${dates(p, 'said')}: breached by at least ${writtenSpan(num(p, 'minutes'))} and at most ${writtenSpan(num(p, 'most'))}`,
  'release.breached': (p) =>
    `custody ended ${dates(p, 'said')}, ${unrecorded(p)}: breached until the release, by ${
      num(p, 'minutes') === num(p, 'most')
        ? writtenSpan(num(p, 'most'))
        : `at least ${writtenSpan(num(p, 'minutes'))} and at most ${writtenSpan(num(p, 'most'))}`
    }`,
  'release.due': (p) =>
    `custody ended ${dates(p, 'said')}, ${unrecorded(p)}: perhaps after the limit${
      p['most'] === undefined ? '' : `, by up to ${writtenSpan(num(p, 'most'))}`
    }`,
  custodyOver: (p) => `custody ended ${dates(p, 'said')}: nothing runs any longer`,
  metBy: (p) => `${outcomeWord(p)} ${dates(p, 'said')}: in time`,
  unsure: (p) =>
    `${outcomeWord(p)} ${dates(p, 'said')}: perhaps too late${
      p['most'] === undefined ? '' : `, by up to ${writtenSpan(num(p, 'most'))}`
    }; the file does not show that it was in time`,
  spell: (p) => `${word(p, 'type')} from ${dates(p, 'from')}: ${plural(text(p, 'days'), 'days')}`,
  spellOpen: (p) => `${word(p, 'type')} from ${dates(p, 'from')}: length not known`,
  sum: (p) => `sum: ${plural(text(p, 'total'), 'days')} of ${text(p, 'cap')}`,
  'firstDay.counts': firstDay('the first day counts'),
  'firstDay.excluded': firstDay('the first day does not count'),
  'firstDay.both': firstDay('whether the first day counts is argued: counting it'),
  overCap: (p) => `over the cap by ${plural(text(p, 'days'), 'days')}`,
  policeCustodyEnded: (p) => `police custody ended ${dates(p, 'said')}`,
  orderRuns,
  orderWithoutLength: (p) =>
    `order from ${dates(p, 'from')}, length not recorded; at most ${text(p, 'cap')} days at a time`,
  orderOverCap: (p) => `the order is longer than ${text(p, 'cap')} days by ${text(p, 'days')}`,
  renewed: (p) => `renewed ${dates(p, 'said')}`,
  renewedLate: (p) =>
    `renewed only ${dates(p, 'said')}: custody without warrant for ${plural(text(p, 'days'), 'days')}`,
  renewedUnsure: (p) =>
    `renewed ${dates(p, 'said')}; the file does not show that this was before the lapse`,
  endedInTime: (p) => `custody under it ended ${dates(p, 'said')}`,
  heldAfterLapse: (p) => `held until ${dates(p, 'said')}, after the order had lapsed`,
  lapsesWithoutWarrant: () => 'no later order is recorded: after the lapse, custody has no warrant',
  capFromStart: (p) => `an order from this day could run to ${dates(p, 'earliest')} at most`,
  severalLengths: (p) =>
    `not settled which length applies (${eachLength(p)}); the shortest is warned on`,
  detention: (p) => `detained since ${dates(p, 'start')} + ${length(p)} = ${dates(p, 'due')}`,
  delayByAccused: (p) =>
    `${plural(text(p, 'days'), 'days')} of delay are put down to the accused; the later date adds them, the earlier does not`,
  barred: (p) => `barred: ${word(p, 'fact')}`,
  mayBeBarred: (p) => `the file does not settle whether it is barred by ${word(p, 'fact')}`,
  trialGoesOn: () => 'no end of the trial or of custody is recorded',
  'ended.met': (p) => `${word(p)} ${dates(p, 'said')}, before that`,
  'ended.breached': (p) => `${word(p)} ${dates(p, 'said')}, after that`,
  'ended.due': (p) => `${word(p)} ${dates(p, 'said')}; whether before or after is not settled`,
  regimeUnknown: () => 'the regime is not recorded; the rule is kept on',
  regimeDisputed: () => 'the regime is in dispute; the rule is kept on',
  regimeExcluded: (p) =>
    `not a rule of this regime (${text(p, 'regime').split('|').join(', ')}); other limits may apply, and that none is shown does not mean that there is none`,
  lapsed: (p) => `the rule lapsed on ${dates(p, 'on')}, before this began`,
  notYetInForce: (p) => `the rule came into force on ${dates(p, 'on')}, after this began`,
  'override.off': (p) => `switched off by ${text(p, 'by') || 'a user'}: ${text(p, 'reason')}`,
  'override.met': (p) => `marked as met by ${text(p, 'by') || 'a user'}: ${text(p, 'reason')}`,
  'override.dueAt': (p) =>
    `date set to ${dates(p, 'due')} by ${text(p, 'by') || 'a user'}: ${text(p, 'reason')}`,
};

/** What did not happen, as far as the file tells. */
const unrecorded = (p: Params): string =>
  ({
    groundsInformed: 'no communication of grounds recorded',
    boardReported: 'no report of a Review Board recorded',
  })[text(p, 'needs')] ?? 'no production recorded';

const outcomeWord = (p: Params): string =>
  text(p, 'what') === 'remanded' ? 'first remanded' : word(p);

/** One line of the reasoning as an English sentence; a line of a later version as its code. */
export const renderStep = (step: Step): string => SENTENCES[step.code]?.(step.params) ?? step.code;
