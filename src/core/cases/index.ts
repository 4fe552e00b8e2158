export { currentStatus, type AccusedStatus } from './rules';
