import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import type { Edit, JsonValue } from '#core/changes/model';

export type ClaimView = RecordView<'claim'>;

/** Grades, the best first; a claim without one stands with `unknown`, before what is thought false. */
const CERTAINTY = ['confirmed', 'probable', 'possible', 'unknown', 'doubtful', 'improbable'];
const RELIABILITY = [
  'reliable',
  'usuallyReliable',
  'fairlyReliable',
  'unknown',
  'notUsuallyReliable',
  'unreliable',
];

const rank = (grades: readonly string[], grade: string | undefined): number =>
  grades.indexOf(grade ?? 'unknown');

/** What was true later says more of today; a claim without a date comes last. */
const latestFirst = (one: string | undefined, other: string | undefined): number =>
  (other ?? '').localeCompare(one ?? '', 'en');

/** The better graded first: content, then source, then as-of date, then the newer claim. */
function byGrading(one: ClaimView, other: ClaimView): number {
  const { fields: a } = one;
  const { fields: b } = other;
  return (
    rank(CERTAINTY, a.certainty) - rank(CERTAINTY, b.certainty) ||
    rank(RELIABILITY, a.reliability) - rank(RELIABILITY, b.reliability) ||
    latestFirst(a.asOf?.edtf, b.asOf?.edtf) ||
    other.createdAt - one.createdAt ||
    one.id.localeCompare(other.id, 'en')
  );
}

/**
 * Claims of one field that have a value, in order of grading. The order advises:
 * the preferred one is whichever a person chose.
 */
export const rivalClaims = (
  claims: readonly ClaimView[],
  about: RecordView['id'],
  path: string,
): readonly ClaimView[] =>
  claims
    .filter(({ isTrashed, fields }) => {
      const isOfField = fields.about === about && fields.field === path;
      return isOfField && fields.value !== undefined && !isTrashed;
    })
    .sort(byGrading);

/** Paths on which the claims of one record differ, each with its claims in order of grading. */
export function contested(
  claims: readonly ClaimView[],
  about: RecordView['id'],
): ReadonlyMap<string, readonly ClaimView[]> {
  const paths = claims.flatMap(({ fields }) =>
    fields.about === about && fields.field !== undefined ? [fields.field] : [],
  );
  const rivals = [...new Set(paths)].map(
    (path) => [path, rivalClaims(claims, about, path)] as const,
  );
  return new Map(
    rivals.filter(
      ([, ofPath]) => new Set(ofPath.map(({ fields }) => JSON.stringify(fields.value))).size > 1,
    ),
  );
}

export type Preference = {
  readonly claim: ClaimView;
  /** The record the claim is about, as it stands. */
  readonly about: RecordView;
  /** All claims of that record; those of the same field stop being preferred. */
  readonly claims: readonly ClaimView[];
  /** Why this one: a preference without a reason is refused. */
  readonly reason: string;
};

/**
 * The edits that prefer a claim: the field takes its value with its id, the
 * claim says so and why, and its rivals no longer do. Throws `input/reference`
 * where the claim is not about this record, and `input/field` where it has no
 * field or value, or no reason is given.
 */
export function preferClaim({ claim, about, claims, reason }: Preference): readonly Edit[] {
  const { field: path, value } = claim.fields;
  if (claim.fields.about !== about.id)
    throw new AppError('input/reference', { record: claim.id, path: 'about' });
  if (path === undefined || path.startsWith('$'))
    throw new AppError('input/field', { record: claim.id, path: 'field', reason: 'empty' });
  if (value === undefined)
    throw new AppError('input/field', { record: claim.id, path: 'value', reason: 'empty' });
  if (reason.trim() === '')
    throw new AppError('input/field', {
      record: claim.id,
      path: 'preferredReason',
      reason: 'empty',
    });
  const ofClaim = (record: ClaimView['id'], name: string, to: JsonValue): Edit => ({
    record,
    kind: 'claim',
    path: name,
    value: to,
  });
  const losers = rivalClaims(claims, about.id, path).filter(
    (one) => one.id !== claim.id && one.fields.preferred === true,
  );
  return [
    // A value of JSON, checked when the claim was made.
    { record: about.id, kind: about.kind, path, value: value, claim: claim.id },
    ofClaim(claim.id, 'preferred', true),
    ofClaim(claim.id, 'preferredReason', reason.trim()),
    ...losers.map((one) => ofClaim(one.id, 'preferred', false)),
  ];
}
