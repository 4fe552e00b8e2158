export { sharedFolders } from './folders';
export { asideDesk, type AsideChange } from './aside';
export {
  LEAST_PART_BYTES,
  MOST_PART_BYTES,
  type FolderSettings,
  type KnownFolder,
  type Synced,
  type SyncStep,
  type Waiting,
} from './model';
