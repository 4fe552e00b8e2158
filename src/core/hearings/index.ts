export {
  chainOf,
  delayTable,
  type AdjournedBy,
  type AdjournReason,
  type ChainLink,
  type DelayRow,
  type HearingDay,
} from './rules';
export { docketDerivation } from './derivation';
