import { subkey, wipe } from './sodium';

declare const brand: unique symbol;
type Key<Name extends string> = Uint8Array & { readonly [brand]: Name };

type VaultKey = Key<'VaultKey'>;
type DatabaseKey = Key<'DatabaseKey'>;
type DatabaseSalt = Key<'DatabaseSalt'>;
type HeaderKey = Key<'HeaderKey'>;
type AnchorKey = Key<'AnchorKey'>;
type BackupKey = Key<'BackupKey'>;

/** Keys of an open vault, derived from its vault key. */
export type Keyring = {
  readonly vmk: VaultKey;
  readonly database: DatabaseKey;
  readonly databaseSalt: DatabaseSalt;
  readonly header: HeaderKey;
  readonly anchor: AnchorKey;
  readonly backup: BackupKey;
  /** Overwrites all of them. */
  wipe(): void;
};

export function vaultKey(bytes: Uint8Array): VaultKey {
  if (bytes.length !== 32) throw new RangeError('a vault key has 32 bytes');
  return bytes as VaultKey;
}

export function keyring(vmk: VaultKey): Keyring {
  const database = subkey(vmk, 1, 'rhdbkey_') as DatabaseKey;
  const databaseSalt = subkey(vmk, 2, 'rhdbsalt', 16) as DatabaseSalt;
  const header = subkey(vmk, 3, 'rhheader') as HeaderKey;
  const anchor = subkey(vmk, 4, 'rhanchor') as AnchorKey;
  const backup = subkey(vmk, 5, 'rhbackup') as BackupKey;
  return {
    vmk,
    database,
    databaseSalt,
    header,
    anchor,
    backup,
    wipe: () => {
      wipe(vmk, database, databaseSalt, header, anchor, backup);
    },
  };
}
