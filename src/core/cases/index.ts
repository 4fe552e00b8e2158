export { currentStatus, type AccusedStatus } from './rules';
export type * from './model';
