export { createVault, type CreateVaultOptions } from './create-vault';
export { openVault, readVaultInfo, type OpenVaultOptions, type VaultInfo } from './open-vault';
export { addSlot, changePassphrase, removeRecovery, removeSlot, renewRecovery } from './slot-admin';
export { ownIdentity } from './own-identity';
export { generatePassphrase } from './passphrase';
export { deriveHere, type DeriveKey } from './kdf';
export { deriveInProcess } from './kdf-process';
export type { Secret } from './unlock';
export { loadSodium, sodiumRandom } from './sodium';
