export {
  checkBackups,
  listBackups,
  makeBackup,
  practiseRestore,
  restoreBackup,
  type BackupCheck,
  type Restored,
} from '#core/backup/index';
export {
  membersOf,
  readiness,
  takenOut,
  type Member,
  type Readiness,
  type Todo,
} from './readiness';
export {
  checkMachine,
  machineTodo,
  nodeMachine,
  syncedFolderOf,
  type MachineReport,
  type MachineTodo,
} from '#core/machine/index';
export {
  readInProcess,
  readThrough,
  type ReadDocument,
  type ReaderProcess,
} from '#core/documents/index';
export { openCaseFile, type CaseFile } from './case-file';
export { logBreakOf, type FoundBreak } from '#core/audit/proof';
export { salvageVault } from './salvaging';
export type { ReadableExport } from './readable-export';
export { lostIn, type Salvaged } from '#core/salvage/salvage';
export type { LogAsked } from './log-book';
export {
  addSlot,
  assertPassphrase,
  changePassphrase,
  createVault,
  deriveInProcess,
  generatePassphrase,
  isRehearsed,
  judgePassphrase,
  keyOf,
  loadSodium,
  missingShares,
  removeRecovery,
  removeSlot,
  renewAsShares,
  renewRecovery,
  rotateVaultKey,
  SHARE_SCHEMES,
  type RecoverySecret,
  makeFolders,
  openVault,
  readVaultInfo,
  recoveryStates,
  rehearseRecovery,
  sodiumRandom,
  nameToWipe,
  wipeVault,
  type DeriveKey,
  type KdfAnswer,
  type KdfInput,
  type Secret,
  type VaultAge,
  type VaultInfo,
  type Wiped,
} from '#core/vault/index';
export { assertFree as assertFolderFree } from '#core/vault/own-folder';
export type { OpenVault } from '#core/vault/ports';
export { toAppError } from '#core/db/errors';
export type { HistoryEntry } from '#core/changes/ports';
export type { ImportCheck, ImportSource } from '#core/import/index';
export type { SearchHit, SearchResults } from '#core/search/search';
export { isRemadeByRebuild, type VerifyStep } from './verify';
export type { BriefOrder } from './brief';
export { wallOf as wallTime } from '#core/clocks/index';
export type { ListedClock } from '#core/db/repositories/list-clocks';
export type { Today } from '#core/db/repositories/today-model';
export type { DetaineeRow } from '#core/detainees/model';
export type { CaseRow } from '#core/cases/model';
export { readSamples, takeInSamples, type Samples } from './samples';
export { makeTravelCopy, takeTravelBack, type TravelCopy, type TravelReturn } from './travel';
export { markAsSample } from './desk-time';
export { packsIn } from './packs';
export { once, tapped } from '#core/kernel/bytes';
export { assertFree, writeWholeFile, type WrittenFile } from './whole-file';
export type { Outside } from '#core/outside/index';
export { wallBounds, type WallBounds } from './person-page';
export type { Saved } from './writing';
export type {
  Coming,
  ComingRecord,
  Incoming,
  KnownCard,
  KnownCopy,
  KnownFolder,
  KnownGroup,
  Synced,
  Waiting,
  Arrival,
  AskedAgain,
  Choice,
} from '#core/sharing/index';
export { LEAST_PART_BYTES, MOST_PART_BYTES } from '#core/sharing/index';
export { SHARE_PURPOSES, type Leaving, type ShareOrder, type SharePurpose } from '#core/gate/index';
