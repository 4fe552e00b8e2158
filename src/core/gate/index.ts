export type { HeldBackItem, HoldReason, Leaving, ShareOrder } from './model';
export { SHARE_PURPOSES, type SharePurpose } from './purposes';
