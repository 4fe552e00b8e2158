/** What lies outside the vault and can be read by whoever finds it. */
export const OUTSIDE_KINDS = ['original', 'export', 'print'] as const;
export type OutsideKind = (typeof OUTSIDE_KINDS)[number];

/** What is in it. */
export const OUTSIDE_WHATS = [
  'document',
  'records',
  'paper',
  'log',
  'day',
  'recovery',
  'bundle',
] as const;
export type OutsideWhat = (typeof OUTSIDE_WHATS)[number];

/** How a file was found when somebody looked. */
export const OUTSIDE_SEEN = ['there', 'changed', 'gone', 'unreachable', 'elsewhere'] as const;
export type OutsideSeen = (typeof OUTSIDE_SEEN)[number];

/** What people may say became of it. */
export const OUTSIDE_ENDS = ['gone', 'destroyed', 'given', 'kept'] as const;
export type OutsideEnd = (typeof OUTSIDE_ENDS)[number];

/** What Rihai itself may know became of it: it deleted the file, or wrote another in its place. */
export const OUTSIDE_CLOSED = [...OUTSIDE_ENDS, 'deleted', 'replaced'] as const;
export type OutsideClosed = (typeof OUTSIDE_CLOSED)[number];

/** Ends that say nothing without where or to whom. */
export const needsNote = (end: OutsideEnd): boolean => end === 'given' || end === 'kept';
