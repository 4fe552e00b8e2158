export type * from './model';
export { CLOCK_STATES } from './model';
export { atTime, evaluate, findingOf, withRule } from './evaluate';
export { missingQuestion, renderStep, writtenDate, writtenSpan } from './render';
export { scopesOf } from './scopes';
export { dayOf, daysBetween, minutesOf, NO_BOUNDS, saidBounds, startOfDay, wallOf } from './time';
export { clockDerivation, PACK_MISSING, type ClockDerivationPorts } from './derivation';
