import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { fold, likeness, nameKeys } from '#core/search/index';

export type ContactView = RecordView<'contact'>;

/** Why two contacts may be one. */
export type SharedMark = 'phone' | 'email' | 'enrolmentNumber' | 'person' | 'name';

export type LikelyDuplicate = {
  readonly one: RecordId;
  readonly other: RecordId;
  /** The strongest first; a name alone is only a hint. */
  readonly shared: readonly SharedMark[];
};

const SHORTEST_NUMBER = 7;
const NATIONAL_DIGITS = 10;
const SAME_NAME = 0.8;

/** The digits that stay the same with and without country code: `+92 300 …`, `0300 …`. */
function phoneKey(number: string): string | undefined {
  const digits = fold(number).replace(/\D/gu, '').replace(/^0+/u, '');
  return digits.length < SHORTEST_NUMBER ? undefined : digits.slice(-NATIONAL_DIGITS);
}

const present = (values: readonly (string | undefined)[]): readonly string[] =>
  values.flatMap((value) => (value === undefined || value === '' ? [] : [value]));

/** Marks that are the same only for the same contact, each with its values. */
function marksOf({
  fields,
}: ContactView): Readonly<Record<Exclude<SharedMark, 'name'>, readonly string[]>> {
  return {
    phone: present((fields.phones ?? []).map(({ value }) => phoneKey(value.number))),
    email: (fields.emails ?? []).map(({ value }) => value.trim().toLowerCase()),
    enrolmentNumber: present([fold(fields.enrolmentNumber ?? '').replaceAll(' ', '')]),
    person: present([fields.person]),
  };
}

const MARKS = ['person', 'enrolmentNumber', 'phone', 'email'] as const;

const namesOf = ({ fields }: ContactView): readonly (readonly string[])[] =>
  (fields.names ?? [])
    .filter(({ value }) => value.kind !== 'parentage')
    .map(({ value }) => nameKeys(value.text));

const isCalledAlike = (one: ContactView, other: ContactView): boolean =>
  namesOf(one).some((keys) => namesOf(other).some((rest) => likeness(keys, rest) >= SAME_NAME));

/** What two contacts share that may make them one; empty where nothing does. */
export function sharedMarks(one: ContactView, other: ContactView): readonly SharedMark[] {
  const [a, b] = [marksOf(one), marksOf(other)];
  const shared = MARKS.filter((mark) => a[mark].some((value) => b[mark].includes(value)));
  return isCalledAlike(one, other) ? [...shared, 'name'] : shared;
}

/**
 * Pairs among some contacts that may be one and the same, those that share most
 * first. A suggestion: two brothers may share a telephone. Joining them is a
 * person's decision, and a link, never an erasure.
 */
export function likelyDuplicates(contacts: readonly ContactView[]): readonly LikelyDuplicate[] {
  const live = contacts.filter(({ isTrashed }) => !isTrashed);
  return live
    .flatMap((one, at) =>
      live.slice(at + 1).map((other) => ({
        one: one.id,
        other: other.id,
        shared: sharedMarks(one, other),
      })),
    )
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => b.shared.length - a.shared.length);
}
