export { createVault, type CreatedVault, type CreateVaultOptions } from './create-vault';
export { openVault, readVaultInfo, type OpenVaultOptions, type VaultInfo } from './open-vault';
export {
  addSlot,
  changePassphrase,
  removeRecovery,
  removeSlot,
  renewRecovery,
  type AddedSlot,
} from './slot-admin';
export { ownIdentity } from './own-identity';
export { generatePassphrase, judgePassphrase, type Judgement } from './passphrase';
export { isRehearsed, noteRehearsed, rehearseRecovery } from './rehearse';
export { deriveHere, type DeriveKey, type KdfInput } from './kdf';
export { deriveInProcess, keyOf, type KdfAnswer } from './kdf-process';
export type { KdfCost } from './kdf-policy';
export type { Secret } from './unlock';
export { loadSodium, sodiumRandom } from './sodium';
