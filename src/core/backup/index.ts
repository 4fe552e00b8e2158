export { checkBackups, listBackups, type BackupCheck } from './check';
export { drilledMs, knownBackups, noteDrill, type KnownBackup } from './known';
export { makeBackup, type BackupStep, type MadeBackup } from './make';
export { restoreBackup, type Restored, type RestoreOptions } from './restore';
