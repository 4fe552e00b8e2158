export { checkSources, type ImportCheck, type ImportSource } from './check';
export { FAULT_TEXTS, type FaultCode } from './faults';
export { keyedIds, type KeyedIds } from './ids';
export { importJsonSchema } from './json-schema';
export { planSource, type PlannedRecord } from './plan';
