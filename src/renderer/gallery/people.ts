import type { ClockState } from '#ui';

/** All invented. */
export type SamplePerson = {
  readonly id: string;
  readonly days: number;
  readonly name: string;
  readonly urdu: string;
  readonly regime: string;
  readonly sections: string;
  readonly court: string;
  readonly next: string;
  readonly clock: readonly [ClockState, string];
  readonly seen: string;
};

const NAMES = [
  ['Shamim Misali', 'شمیم مثالی'],
  ['Dilawar Namuna', 'دلاور نمونہ'],
  ['Aftab Kahani', 'آفتاب کہانی'],
  ['Gulnar Dastani', 'گلنار داستانی'],
  ['Karim Farzi', 'کریم فرضی'],
  ['Junaid Khwabi', 'جنید خوابی'],
  ['Yawar Rivayati', 'یاور روایتی'],
  ['Zafar Khayali', 'ظفر خیالی'],
] as const;

const CLOCKS: readonly (readonly [ClockState, string])[] = [
  ['due', 'in 7 days'],
  ['breached', '2 days over'],
  ['running', 'in 9 days'],
  ['unknown', 'when arrested?'],
  ['met', 'met, 3 d to spare'],
];
const SECTIONS = [
  'PPC 324, 353, 186',
  'ATA 7, PPC 353',
  'PPC 147, 149, 427',
  'PECA 20, 26A',
  'MPO 3',
];
const COURTS = ['Sessions N.', 'ATC N.', 'Mag. I N.', 'Chief Court'];
const NEXT = ['5 May', 'today 09:30', 'Thu 30 Apr', 'tomorrow', 'none yet'];
const REGIMES = ['ordinary', 'ATA', 'PECA', 'MPO'];

const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** A made-up person for any row of a list. */
export function personAt(index: number): SamplePerson {
  const [name, urdu] = of(NAMES, index);
  return {
    id: String(index),
    days: (index * 37) % 460,
    name,
    urdu,
    regime: of(REGIMES, index),
    sections: of(SECTIONS, index),
    court: of(COURTS, index),
    next: of(NEXT, index),
    clock: of(CLOCKS, index),
    seen: `${String((index % 16) + 1)} d`,
  };
}
