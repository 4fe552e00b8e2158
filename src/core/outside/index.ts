export { outsideRegister, outsideSummary, type OutsideRegister } from './register';
export type { KnownFile, NewOutside, Outside } from './model';
