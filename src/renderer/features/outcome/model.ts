import type { RecordId } from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import { parseTypedDate } from '#shared/domain/typed-date';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf } from '#shared/ipc/entry';

export type Entered = InputOf<Contract['hearings']['enterOutcome']>;
export type Status = Entered['status'];
type Reason = NonNullable<Entered['adjournReason']>;
type Cause = NonNullable<Entered['adjournedBy']>;

/** How one accused appeared, where it differs from all the others. */
export type Exception = {
  readonly produced?: string | undefined;
  readonly whyNot?: string | undefined;
  readonly order?: string | undefined;
  /** Code of a remand, `none`, or words that are neither. */
  readonly remand?: string | undefined;
  /** Until when it runs, as typed. */
  readonly until?: string | undefined;
};

/** What was typed for one hearing; kept as a draft until it is saved. */
export type Typed = {
  /** What happened, in the words of the list or one's own. */
  readonly what: string;
  readonly reason: string;
  readonly by: string;
  readonly gist: string;
  readonly all: Exception;
  readonly exceptions: Readonly<Record<string, Exception>>;
  /** As typed: `+2w`, `14.5 9:30`. */
  readonly next: string;
  readonly purpose: string;
};

export const BLANK: Typed = {
  what: '',
  reason: '',
  by: '',
  gist: '',
  all: {},
  exceptions: {},
  next: '',
  purpose: '',
};

/** One answer to `what happened`. */
export type What = {
  readonly id: string;
  readonly label: string;
  readonly status: Status;
  /** Nothing has to follow: disposed of, acquitted, reserved. */
  readonly isEnd: boolean;
};

/** Outcomes of the pack after which a proceeding needs no date of its own. */
const ENDS = [
  'RESERVED',
  'ALLOWED',
  'DISMISSED',
  'DISMISSED_WITHDRAWN',
  'DISMISSED_NON_PROSECUTION',
  'DISPOSED',
  'INFRUCTUOUS',
  'DISCHARGED_63',
  'ACQUITTED_249A',
  'ACQUITTED_265K',
  'ACQUITTED_265H',
  'CONVICTED',
  'DETENTION_SET_ASIDE',
  'TRANSFERRED',
  'SINE_DIE',
];

const STATUS_OF: Readonly<Record<string, Status>> = { RESERVED: 'reserved', SINE_DIE: 'adjourned' };

/** Statuses that say what happened by themselves, in the order of how often they are needed. */
const PLAIN: readonly Status[] = ['adjourned', 'heard', 'notReached', 'reserved', 'cancelled'];

/** What can have happened: the plain statuses first, then the outcomes of the jurisdiction. */
export const whatsOf = (
  outcomes: readonly { readonly code: string; readonly label: string }[],
  word: (status: Status) => string,
): readonly What[] => [
  ...PLAIN.map((status) => ({
    id: status,
    label: word(status),
    status,
    isEnd: status === 'reserved' || status === 'cancelled',
  })),
  ...outcomes
    .filter(({ code }) => code !== 'ADJOURNED')
    .map(({ code, label }) => ({
      id: code,
      label,
      status: STATUS_OF[code] ?? 'heard',
      isEnd: ENDS.includes(code),
    })),
];

const plainly = (text: string): string => text.trim().toLowerCase();

const SHORTEST = 2;

/** The option that was typed in full, or the only one that begins so. */
export function optionMeant<O extends { readonly label: string }>(
  typed: string,
  options: readonly O[],
): O | undefined {
  const text = plainly(typed);
  const whole = options.find(({ label }) => plainly(label) === text);
  if (whole !== undefined || text.length < SHORTEST) return whole;
  const begun = options.filter(({ label }) => plainly(label).startsWith(text));
  return begun.length === 1 ? begun[0] : undefined;
}

const isPlain = ({ id, status }: What): boolean => id === status;

/**
 * The answer that was meant: one of the list, also cut short (`adj`), or one's own words
 * for something heard; undefined for nothing.
 */
export function whatMeant(typed: string, whats: readonly What[]): What | undefined {
  if (plainly(typed) === '') return undefined;
  return (
    optionMeant(typed, whats.filter(isPlain)) ??
    optionMeant(typed, whats) ?? { id: '', label: typed.trim(), status: 'heard', isEnd: false }
  );
}

export const isPutOff = (status: Status | undefined): boolean =>
  status === 'adjourned' || status === 'notReached';

export type Remand = 'policeRemand' | 'judicialRemand';

/** One order of remand, for everyone to whom the same was said. */
export type RemandOrder = {
  readonly type: Remand;
  /** EDTF; undefined where it is not known. */
  readonly until: string | undefined;
  readonly accused: readonly RecordId[];
};

export type Meant = {
  readonly what: What;
  readonly reason: Reason | undefined;
  readonly by: Cause | undefined;
  /** EDTF of the next date; undefined for none. */
  readonly nextOn: string | undefined;
  /** Orders of remand, by `remandsOf`. */
  readonly remands?: readonly RemandOrder[] | undefined;
};

/** Reads the typed next date, counted from the day of the hearing. */
export const nextDate = (typed: string, day: string) =>
  parseTypedDate(typed, { today: day, lean: 'ahead' });

const given = (path: string, value: string | undefined): { path: string; value: JsonValue }[] =>
  value === undefined || value.trim() === '' ? [] : [{ path, value: value.trim() }];

/** How each accused appeared: what was said of all, but where one is an exception. */
export function appearancesOf(
  { all, exceptions }: Typed,
  accused: readonly RecordId[],
): Entered['appearances'] {
  return accused.flatMap((id) => {
    const own = { ...all, ...exceptions[id] };
    const edits = (['produced', 'whyNot', 'order'] as const).flatMap((path) =>
      given(path, own[path]),
    );
    return edits.length === 0 ? [] : [{ accused: id, edits }];
  });
}

/** Everything typed as the vault takes it, in one action. */
export function enteredOf(
  hearing: RecordId,
  typed: Typed,
  meant: Meant,
  accused: readonly RecordId[],
  zone: string,
): Entered {
  const { what, reason, by, nextOn, remands = [] } = meant;
  const gist = typed.gist.trim();
  return {
    hearing,
    status: what.status,
    ...(isPlain(what) ? {} : { outcome: what.label }),
    ...(gist === '' ? {} : { orderGist: gist }),
    ...(isPutOff(what.status) && reason !== undefined && { adjournReason: reason }),
    ...(isPutOff(what.status) && by !== undefined && { adjournedBy: by }),
    appearances: appearancesOf(typed, accused),
    ...(remands.length > 0 && {
      orders: remands.map(({ type, until, accused: covered }) => ({
        accused: [...covered],
        edits: [
          ...given('type', type),
          ...(until === undefined ? [] : [{ path: 'until', value: { edtf: until, zone } }]),
        ],
      })),
    }),
    ...(nextOn !== undefined && {
      next: [{ path: 'on', value: { edtf: nextOn, zone } }, ...given('purpose', typed.purpose)],
    }),
  };
}
