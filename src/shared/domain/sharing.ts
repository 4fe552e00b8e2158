/** Purposes of bundles: desks of lawyers, desks of the committee, desks that publish. */
export const SHARE_PURPOSES = ['counsel', 'committee', 'campaign'] as const;
export type SharePurpose = (typeof SHARE_PURPOSES)[number];

/** Whether older values leave with those that stand. */
export const SHARE_HISTORIES = ['full', 'current'] as const;

/**
 * Why something stays back. Of another accused of the case only name and role leave; where nobody is to
 * be named a text could say who it is; a file was not asked for, or is not held here.
 */
export const HOLD_REASONS = [
  'level',
  'co-accused',
  'other-person',
  'other-case',
  'pseudonym',
  'not-chosen',
  'not-here',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** How the sender of a bundle stands here. */
export const SENDER_STANDINGS = [
  'own',
  'unknown',
  'unverified',
  'verified',
  'changed',
  'revoked',
  'seized',
] as const;
export type SenderStanding = (typeof SENDER_STANDINGS)[number];

/** Why a change that arrives is not simply taken: someone here has to say so. */
export const ASKED_FIRST = ['deletes', 'lowers-level', 'purged-here'] as const;
export type AskedFirst = (typeof ASKED_FIRST)[number];

/** What was taken of a bundle. */
export const TAKE_OUTCOMES = ['all', 'part', 'none'] as const;
export type TakeOutcome = (typeof TAKE_OUTCOMES)[number];
