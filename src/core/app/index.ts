export { openCaseFile, type CaseFile } from './case-file';
export {
  createVault,
  deriveInProcess,
  generatePassphrase,
  loadSodium,
  makeFolders,
  openVault,
  readVaultInfo,
  sodiumRandom,
  type Secret,
  type VaultInfo,
} from '#core/vault/index';
export { toAppError } from '#core/db/errors';
export type { HistoryEntry } from '#core/changes/ports';
export type { ImportCheck, ImportSource } from '#core/import/index';
export type { SearchHit, SearchResults } from '#core/search/search';
export type { VerifyStep } from './verify';
export type { BriefOrder } from './brief';
export { wallOf as wallTime } from '#core/clocks/index';
export type { ListedClock } from '#core/db/repositories/list-clocks';
export type { Today } from '#core/db/repositories/today-model';
export type { DetaineeRow } from '#core/detainees/model';
export type { CaseRow } from '#core/cases/model';
