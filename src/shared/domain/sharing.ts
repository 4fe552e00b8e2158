import type { Level } from './levels';

/** Purposes of bundles: desks of lawyers, desks of the committee, desks that publish. */
export const SHARE_PURPOSES = ['counsel', 'committee', 'campaign'] as const;
export type SharePurpose = (typeof SHARE_PURPOSES)[number];

/** The strictest level that leaves for a purpose, where none is named. */
export const WIDEST_LEVEL: Readonly<Record<SharePurpose, Level>> = {
  counsel: 'privileged',
  committee: 'team',
  campaign: 'public',
};

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

/**
 * Why a file of a shared folder was not taken in: cut short, damaged or still being copied; something
 * before it has not come; it names another before it than the one that came; made by hand, or opened by
 * words; for others; of somebody who is not in the group; refused, for the reason that a code names.
 */
export const FOLDER_WAITS = [
  'arriving',
  'gap',
  'fork',
  'by-hand',
  'not-for-you',
  'not-member',
  'refused',
] as const;
export type FolderWait = (typeof FOLDER_WAITS)[number];

/** What became of a travel copy that will not be taken back any more. */
export const TRAVEL_ENDS = ['destroyed', 'lost', 'seized'] as const;
export type TravelEnd = (typeof TRAVEL_ENDS)[number];
