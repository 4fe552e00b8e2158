export type * from './model';
export { loadPack } from './load';
export { fallbackFor, flagsOf, indexPack, termYears, type PackIndex } from './lookup';
