import type { ErrorCode } from './codes';

/** What shows that an open vault is not as it was written. */
export const DAMAGES = [
  'db/damaged',
  'blob/damaged',
  'audit/broken',
] as const satisfies readonly ErrorCode[];

export type Damage = (typeof DAMAGES)[number];

export const isDamage = (code: string): code is Damage => DAMAGES.some((known) => known === code);
