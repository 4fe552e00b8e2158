/**
 * Who a value may leave to. `privileged` is client and counsel, `team` the
 * defence team, `public` anyone. Levels govern what leaves a vault; they hide
 * nothing from whoever opens it.
 */
export const LEVELS = ['privileged', 'team', 'public'] as const;
export type Level = (typeof LEVELS)[number];
