export { createVault, type CreateVaultOptions } from './create-vault';
export { openVault, readVaultInfo, type OpenVaultOptions, type VaultInfo } from './open-vault';
export {
  addSlot,
  changePassphrase,
  removeRecovery,
  removeSlot,
  renewAsShares,
  renewRecovery,
} from './slot-admin';
export { missingShares, SHARE_SCHEMES, type ShareScheme } from './shares';
export { assertPassphrase } from './present-passphrase';
export { ownIdentity } from './own-identity';
export { generatePassphrase, judgePassphrase } from './passphrase';
export { isRehearsed, recoveryStates, rehearseRecovery, type RecoveryState } from './rehearse';
export { rotateVaultKey, type RotateStep } from './rotate-key';
export { deriveHere, type DeriveKey, type KdfInput } from './kdf';
export { deriveInProcess, keyOf, type KdfAnswer } from './kdf-process';
export type { AnchorPlace, VaultAge } from './anchor-watch';
export type { RecoverySecret, Secret } from './unlock';
export { loadSodium, sodiumRandom } from './sodium';
export { makeFolders } from './durable';
export { nameToWipe, wipeVault, type Wiped } from './wipe-vault';
