export { checkBackups, listBackups, type BackupCheck } from './check';
export { practiseRestore } from './drill';
export { drilledMs, knownBackups, type KnownBackup } from './known';
export { makeBackup, type BackupStep, type MadeBackup } from './make';
export { restoreBackup, type Restored, type RestoreOptions } from './restore';
