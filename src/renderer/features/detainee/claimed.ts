import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import type { RecordView } from '#shared/domain/registry';
import type { ClaimRecord, PersonPage } from './model';

/** Fields that sources tell differently, by the records of a life in custody. */
const CLAIMED = {
  person: [
    'names',
    'bornOn',
    'ageYears',
    'sex',
    'occupation',
    'nationality',
    'whyInside',
    'safety',
    'dependants',
    'health',
    'addresses',
    'phones',
    'identityDocuments',
    'affiliations',
    'languages',
  ],
  hold: ['type', 'from', 'until', 'authority'],
  placement: ['type', 'place', 'from', 'until', 'authority', 'prisonNumber', 'barrack'],
  custodyEvent: ['type', 'at', 'place', 'authority', 'travelMinutes', 'note'],
} as const satisfies Readonly<Partial<Record<RecordKind, readonly string[]>>>;

/** Of these each value is claimed by itself. */
const MANY = [
  'names',
  'health',
  'addresses',
  'phones',
  'identityDocuments',
  'affiliations',
  'languages',
];

export type ClaimedKind = keyof typeof CLAIMED;

/** A record of the page that claims can be about. */
export type Subject = {
  readonly id: RecordId;
  readonly kind: ClaimedKind;
  readonly label: string;
  /** EDTF of its start, to tell two holds apart. */
  readonly on: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
};

function subject<K extends ClaimedKind>(
  kind: K,
  { id, label, fields }: RecordView<K>,
  on?: string,
): Subject {
  return { id, kind, label, on, fields };
}

/** The person, then holds, places and events. */
export const subjectsOf = (page: PersonPage): readonly Subject[] => [
  subject('person', page.record),
  ...page.holds.map(({ record }) => subject('hold', record, record.fields.from?.edtf)),
  ...page.placements.map(({ record }) => subject('placement', record, record.fields.from?.edtf)),
  ...page.events.map(({ record }) => subject('custodyEvent', record, record.fields.at?.edtf)),
];

/** What a claim is about; the person where the page does not show it. */
export function subjectOf(page: PersonPage, claim: ClaimRecord): Subject {
  const found = subjectsOf(page).find(({ id }) => id === claim.fields.about);
  return found ?? subject('person', page.record);
}

type Element = { readonly id: string; readonly value: unknown };
type Place = { readonly path: string; readonly name: string; readonly value?: unknown };

/** Every value of a record that can be claimed: of a field with several values, each of them. */
export function placesOf({ kind, fields }: Subject): readonly Place[] {
  return CLAIMED[kind].flatMap((name): readonly Place[] => {
    if (!MANY.includes(name)) return [{ path: name, name }];
    return ((fields[name] ?? []) as readonly Element[]).map(({ id, value }) => ({
      path: `${name}/${id}`,
      name,
      value,
    }));
  });
}

export type Contested = {
  readonly subject: Subject;
  /** Path of the field; '' for a statement of no single field. */
  readonly path: string;
  readonly claims: readonly ClaimRecord[];
};

const GRADES = ['confirmed', 'probable', 'possible', undefined, 'doubtful', 'improbable'];
const grade = ({ fields }: ClaimRecord): number =>
  GRADES.indexOf(fields.certainty === 'unknown' ? undefined : fields.certainty);

/** Claims by the value they are about, the better graded first. */
export function byField(page: PersonPage): readonly Contested[] {
  const groups = new Map<string, { subject: Subject; path: string; claims: ClaimRecord[] }>();
  for (const claim of page.claims) {
    const about = subjectOf(page, claim);
    const path = claim.fields.field ?? '';
    const key = `${about.id} ${path}`;
    const group = groups.get(key) ?? { subject: about, path, claims: [] };
    groups.set(key, { ...group, claims: [...group.claims, claim] });
  }
  return [...groups.values()].map((group) => ({
    ...group,
    claims: group.claims.toSorted((a, b) => grade(a) - grade(b)),
  }));
}
