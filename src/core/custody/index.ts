export type * from './model';
export { CUSTODY_STATUSES } from './model';
export { hasBasis, releaseOf, standingOf } from './rules';
export { basisAfter, REMANDS, type Remand } from './remand';
export { totalHeld, troublesOf } from './spans';
export { standingDerivation } from './derivation';
