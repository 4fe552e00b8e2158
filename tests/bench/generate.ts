import type { ElementId, RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import type { IdMaker } from '#core/kernel/ids';
import type { Edit, JsonValue } from '#core/changes/model';

/** A small seeded source (mulberry32), so that every machine measures the same vault. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const GIVEN = [
  'Zafar',
  'Gulnar',
  'Karim',
  'Nasreen',
  'Bilal',
  'Rehana',
  'Junaid',
  'Parveen',
  'Sher Dil',
  'Shamim',
];
const GIVEN_URDU = [
  'ظفر',
  'گلنار',
  'کریم',
  'نسرین',
  'بلال',
  'ریحانہ',
  'جنید',
  'پروین',
  'شیر دل',
  'شمیم',
];
const SURNAMES = [
  'Khayali',
  'Farzi',
  'Tamsili',
  'Dastani',
  'Afsanvi',
  'Hikayati',
  'Misali',
  'Qissago',
  'Khwabi',
  'Namuna',
];
const SURNAMES_URDU = [
  'خیالی',
  'فرضی',
  'تمثیلی',
  'داستانی',
  'افسانوی',
  'حکایتی',
  'مثالی',
  'قصہ گو',
  'خوابی',
  'نمونہ',
];
const TOWNS = ['Naubahar', 'Sangam', 'Chashma Town', 'Doab', 'Sarhad Kot'];
const SECTIONS = [
  'PPC-124-A',
  'PPC-147',
  'PPC-153-A',
  'PPC-188',
  'PPC-324',
  'PPC-353',
  'PPC-427',
  'PPC-505',
];
const PURPOSES = [
  'judicial remand',
  'bail post-arrest',
  'framing of charge',
  'prosecution evidence',
  'final arguments',
];
const REASONS = [
  'judgeOnLeave',
  'recordNotReceived',
  'witnessAbsent',
  'lawyersStrike',
  'accusedNotProduced',
];
const GIST = [
  'Record not received from the police station; officer to appear in person with it on the next date.',
  'Accused produced in custody. Judicial remand extended; jail to send the medical report.',
  'Notice to the State for arguments on the petition; interim relief to continue till then.',
];

const SEED = 1;
const DAY_MS = 86_400_000;

/** What the generated matters take for today, where nothing else is said. */
export const BENCH_TODAY = '2026-04-28';
/** The generated years begin this many days before today; hearings run from there to some weeks beyond. */
const BEFORE_DAYS = 848;
const SPAN_DAYS = 870;

type Draw = {
  readonly pick: <T>(of: readonly T[]) => T;
  readonly below: (limit: number) => number;
  /** `YYYY-MM-DD` of a day of the generated years. */
  readonly day: (offset: number) => string;
};

function drawing(random: () => number, today: string): Draw {
  const firstDayMs = Date.parse(today) - BEFORE_DAYS * DAY_MS;
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    below,
    day: (offset) => new Date(firstDayMs + offset * DAY_MS).toISOString().slice(0, 10),
    pick: (of) => {
      const chosen = of[below(of.length)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
  };
}

const dateValue = (edtf: string): JsonValue => ({ edtf, zone: 'Asia/Karachi' });

/**
 * The edits of `count` invented matters, one array a matter: a person with names
 * in two scripts, a case, an accused, a charge, a proceeding, two hearings, a
 * hold, a placement and an arrest; thirty-odd changes each.
 */
export function* generateMatters(
  count: number,
  ids: IdMaker,
  today = BENCH_TODAY,
): Generator<readonly Edit[]> {
  const draw = drawing(seeded(SEED), today);
  for (let number = 1; number <= count; number += 1) yield matter(number, ids, draw);
}

function matter(number: number, ids: IdMaker, draw: Draw): readonly Edit[] {
  const edits: Edit[] = [];
  const record = (kind: RecordKind, values: Readonly<Record<string, JsonValue>>): RecordId => {
    const id = ids.next<RecordId>();
    for (const [path, value] of Object.entries(values))
      edits.push({ record: id, kind, path, value });
    return id;
  };
  const element = (field: string): string => `${field}/${ids.next<ElementId>()}`;
  const arrestedOn = draw.below(SPAN_DAYS - 60);
  const who = draw.below(GIVEN.length);
  const family = draw.below(SURNAMES.length);
  const town = draw.pick(TOWNS);
  const latin = `${GIVEN[who] ?? ''} ${SURNAMES[family] ?? ''} ${String(number)}`;
  const person = record('person', {
    [element('names')]: { text: latin, script: 'latin', kind: 'legal' },
    [element('names')]: {
      text: `${GIVEN_URDU[who] ?? ''} ${SURNAMES_URDU[family] ?? ''}`,
      script: 'arabic',
      kind: 'legal',
    },
    sex: draw.pick(['female', 'male', 'male', 'male']),
  });
  const matterCase = record('case', {
    title: `State v ${latin}`,
    regime: draw.pick(['ordinary', 'ordinary', 'antiTerrorism', 'cyber']),
    firNumber: String(1 + draw.below(900)),
    policeStation: `City ${town}`,
    status: 'open',
  });
  const accused = record('accused', { case: matterCase, person });
  record('charge', { accused, section: draw.pick(SECTIONS) });
  const trial = record('proceeding', {
    case: matterCase,
    type: 'trial',
    courtTitle: `Sessions Judge, ${town}`,
    number: String(number),
    status: 'pending',
  });
  hearings(record, trial, arrestedOn, draw);
  record('hold', {
    person,
    case: matterCase,
    type: 'judicialRemand',
    from: dateValue(draw.day(arrestedOn + 1)),
  });
  record('placement', {
    person,
    type: 'jail',
    place: `District Jail ${town}`,
    from: dateValue(draw.day(arrestedOn + 1)),
  });
  record('custodyEvent', {
    person,
    type: 'arrested',
    at: dateValue(`${draw.day(arrestedOn)}T10:30`),
  });
  return edits;
}

function hearings(
  record: (kind: RecordKind, values: Readonly<Record<string, JsonValue>>) => RecordId,
  trial: RecordId,
  arrestedOn: number,
  draw: Draw,
): void {
  const next = record('hearing', {
    proceeding: trial,
    on: dateValue(`${draw.day(arrestedOn + 40 + draw.below(SPAN_DAYS - arrestedOn))}T09:00`),
    purpose: draw.pick(PURPOSES),
    status: 'fixed',
  });
  record('hearing', {
    proceeding: trial,
    on: dateValue(draw.day(arrestedOn + 14)),
    purpose: draw.pick(PURPOSES),
    status: 'adjourned',
    orderGist: draw.pick(GIST),
    adjournReason: draw.pick(REASONS),
    adjournedBy: draw.pick(['court', 'prosecution', 'police']),
    next,
  });
}
