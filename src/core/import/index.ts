export {
  checkSources,
  type CheckedSource,
  type CheckOptions,
  type ImportCheck,
  type ImportSource,
} from './check';
export { FAULT_TEXTS, MOST_FAULTS, type FaultCode, type ImportFault } from './faults';
export { keyedIds, type KeyedIds } from './ids';
export { importJsonSchema } from './json-schema';
export { BATCH_RECORDS, planSource, type PlannedRecord, type PlanPorts } from './plan';
