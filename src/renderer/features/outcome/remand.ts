import type { RecordId } from '#shared/domain/ids';
import { dayOf } from '../parts/days';
import {
  nextDate,
  optionMeant,
  type Exception,
  type Remand,
  type RemandOrder,
  type Typed,
  type What,
} from './model';

export const REMANDS = ['policeRemand', 'judicialRemand'] as const satisfies readonly Remand[];

/** An answer too: no order is written. */
export const NO_REMAND = 'none';

const GRANTED = 'REMAND_GRANTED';

/** Purposes of the pack at which remand is decided, and the kind that each is about. */
const PURPOSES: Readonly<Record<string, Remand | ''>> = {
  FIRST_PRODUCTION: '',
  POLICE_REMAND: 'policeRemand',
  JUDICIAL_REMAND: 'judicialRemand',
  REMAND_EXTENSION: '',
};

export type RemandAsked = {
  /** The form asks for it. */
  readonly isAsked: boolean;
  /** It was granted: the kind has to be told, or that none is to be written. */
  readonly isNeeded: boolean;
  /** What the purpose of a hearing says by itself, where remand was granted. */
  readonly usual: Remand | undefined;
  /** The answers, as they are called here. */
  readonly kinds: readonly RemandKind[];
};

export type RemandKind = { readonly id: string; readonly label: string };

/** Whether remand is a question of this hearing. `purpose` is the code of what it was fixed for. */
export function remandAsked(
  what: What | undefined,
  purpose: string | undefined,
  kinds: readonly RemandKind[],
): RemandAsked {
  const isNeeded = what?.id === GRANTED;
  const about = PURPOSES[purpose ?? ''];
  return {
    isAsked: isNeeded || (what !== undefined && about !== undefined),
    isNeeded,
    usual: isNeeded && about !== '' ? about : undefined,
    kinds,
  };
}

const remandOf = (said: string | undefined): Remand | undefined =>
  REMANDS.find((type) => type === said);

/** One of the accused, as a remand concerns them. */
export type Remanded = {
  readonly id: RecordId;
  /** On bail: not among "all"; a remand has to be said of them by name. */
  readonly isFree: boolean;
};

/** An answer that was chosen, typed, or begun so that only one fits (`jud`); else what was typed. */
const meantBy = (said: string | undefined, { kinds }: RemandAsked): string | undefined =>
  said === undefined ? undefined : (optionMeant(said, kinds)?.id ?? said);

/** Said of one accused: of their own, else of all, else what the purpose says. */
export function saidOf(
  all: Exception,
  own: Exception | undefined,
  asked: RemandAsked,
  isFree = false,
) {
  const others = isFree ? NO_REMAND : (meantBy(all.remand, asked) ?? asked.usual);
  return { remand: meantBy(own?.remand, asked) ?? others, until: own?.until ?? all.until ?? '' };
}

export type RemandFault = 'missing' | 'unknown' | 'date' | 'past';

/** What is wrong with the kind of a remand, or with its end. */
export function remandFault(
  said: { readonly remand: string | undefined; readonly until: string },
  { isNeeded }: RemandAsked,
  day: string,
): RemandFault | undefined {
  const kind = said.remand?.trim() ?? '';
  if (kind === '') return isNeeded ? 'missing' : undefined;
  if (kind === NO_REMAND) return undefined;
  if (remandOf(kind) === undefined) return 'unknown';
  const until = nextDate(said.until, day);
  if (until.kind === 'wrong') return 'date';
  return until.kind === 'date' && dayOf(until.edtf) <= day ? 'past' : undefined;
}

/**
 * The orders of remand that were meant, one for all who got the same. Where no end was
 * typed, a remand runs until the next date. Counted from the day of the hearing.
 */
export function remandsOf(
  { all, exceptions }: Typed,
  accused: readonly Remanded[],
  asked: RemandAsked,
  { day, nextOn }: { readonly day: string; readonly nextOn: string | undefined },
): readonly RemandOrder[] {
  if (!asked.isAsked) return [];
  const orders = new Map<string, RemandOrder>();
  for (const { id, isFree } of accused) {
    const said = saidOf(all, exceptions[id], asked, isFree);
    const type = remandOf(said.remand);
    if (type === undefined) continue;
    const typed = nextDate(said.until, day);
    const until = typed.kind === 'date' ? typed.edtf : nextOn && dayOf(nextOn);
    const key = `${type} ${until ?? ''}`;
    const before = orders.get(key)?.accused ?? [];
    orders.set(key, { type, until, accused: [...before, id] });
  }
  return [...orders.values()];
}
