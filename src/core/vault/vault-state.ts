import { AppError } from '#shared/errors/app-error';
import type { OpenDatabase } from '#core/db/open';
import type { VaultStore } from '#core/db/repositories/vault-store';
import type { AnchorKeeper, VaultAge } from './anchor-watch';
import type { Header } from './header';
import { saveHeader } from './header-file';
import type { DeriveKey } from './kdf';
import type { Keyring } from './keyring';
import type { OpenVault } from './ports';

/** What an open vault holds that nobody outside this folder may reach. */
export type VaultState = {
  header: Header;
  readonly keys: Keyring;
  readonly database: OpenDatabase;
  readonly store: VaultStore;
  readonly deriveKey: DeriveKey;
  /** Remembers on this device how far the vault has come. */
  readonly anchor: AnchorKeeper;
  age: VaultAge;
  /** The log was altered, as found at unlock. */
  logFault: AppError | undefined;
  /** Opens the identity of the slot the vault was opened with; undefined after a recovery key. */
  identityKey: Uint8Array | undefined;
};

const states = new WeakMap<OpenVault, VaultState>();

export function keepState(vault: OpenVault, state: VaultState): void {
  states.set(vault, state);
}

export function forgetState(vault: OpenVault): void {
  states.delete(vault);
}

/** Throws `vault/locked` once the vault is closed. */
export function stateOf(vault: OpenVault): VaultState {
  const state = states.get(vault);
  if (state === undefined) throw new AppError('vault/locked');
  return state;
}

/** The same, for a vault that may be written. */
export function writableStateOf(vault: OpenVault): VaultState {
  if (vault.isReadOnly) throw new AppError('vault/read-only');
  return stateOf(vault);
}

/** Writes the next generation of the header. The open database keeps everybody else out meanwhile. */
export function replaceHeader(
  dir: string,
  state: Pick<VaultState, 'header' | 'keys'>,
  change: Partial<Pick<Header, 'db' | 'passSlots' | 'recoverySlots'>>,
): void {
  const next = { ...state.header, ...change, gen: state.header.gen + 1 };
  saveHeader(dir, next, state.keys.header);
  state.header = next;
}
