export { exchange, type Exchange, type ExchangeParts } from './exchange';
export type { Incoming } from './bundle/open';
export type { AskedAgain } from './again';
export type { Addressee } from './bundle/make';
export type { Arrival, Choice } from './receive';
export type { Coming, ComingRecord } from './preview';
export type { KnownCard } from './cards/address-book';
export type { KnownGroup } from './cards/groups';
export {
  LEAST_PART_BYTES,
  MOST_PART_BYTES,
  type AsideChange,
  type FolderSettings,
  type KnownFolder,
  type Synced,
  type SyncStep,
  type Waiting,
} from './stream/index';
export type { KnownCopy } from './travel';
