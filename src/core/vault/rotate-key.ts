import * as path from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { auditLog } from '#core/audit/audit-log';
import { withAppErrors } from '#core/db/errors';
import { openDatabase, type DatabaseKeys, type OpenDatabase } from '#core/db/open';
import { vaultStore } from '#core/db/repositories/vault-store';
import { ANCHOR_KEY_BEFORE } from './anchor-watch';
import { syncFolder } from './durable';
import type { Header, Slot } from './header';
import { saveHeader } from './header-file';
import { keyring, vaultKey, type Keyring } from './keyring';
import type { OpenVault } from './ports';
import { dropSnapshot } from './snapshot';
import { keepSlotKey, slotKeyOf } from './slot-keys';
import { sealForSlot } from './slots';
import { dropBefore, nextDatabase, removeDatabase, removeUnfinished } from './upgrade';
import { SECRET_NAME } from './vault-handle';
import { writableStateOf, type VaultState } from './vault-state';

/** What is done, in order; the vault opens again at the first try after each. */
export const ROTATE_STEPS = ['noted', 'copied', 'filled', 'rekeyed', 'checked', 'named'] as const;
export type RotateStep = (typeof ROTATE_STEPS)[number] | 'closed' | 'anchored' | 'removed';

const databaseKeys = ({ database, databaseSalt }: Keyring): DatabaseKeys => ({
  key: database,
  salt: databaseSalt,
});

/**
 * Gives the vault another key: every page of its database is encrypted anew on a copy, and every
 * slot, whoever holds it, gets the new key sealed to it; passphrases and papers stay as they are.
 * Whoever kept the old key still reads old copies and attachments taken before.
 *
 * Closes the vault when it is done: open it again. Throws `vault/slot-key` where a slot never
 * opened this vault, and leaves it open and as it was where anything fails before the header
 * names the copy.
 *
 * @param onStep called after each step, for tests that break off there
 */
export function rotateVaultKey(
  vault: OpenVault,
  onStep: (step: RotateStep) => void = () => undefined,
): void {
  withAppErrors(() => {
    const state = writableStateOf(vault);
    assertSlotsKnown(state);
    const keys = keyring(vaultKey(vault.random.bytes(32)));
    try {
      const name = nextDatabase(vault.dir, state.header.db, state.store);
      onStep('noted');
      const header = nextHeader(vault, state, keys, name);
      const copy = makeCopy(vault, state, header, keys, onStep);
      exchange(vault, state, { header, keys, copy }, onStep);
    } finally {
      keys.wipe();
    }
  });
}

/** Throws `vault/slot-key` with the slots whose public key is not known. */
function assertSlotsKnown({ store, header }: VaultState): void {
  const unknown = (slots: readonly Slot[], word: string): readonly string[] =>
    slots
      .filter((slot) => slotKeyOf(store, slot) === undefined)
      .map(({ id }) => `${word} ${String(id)}`);
  const slots = [
    ...unknown(header.passSlots, 'slot'),
    ...unknown(header.recoverySlots, 'recovery'),
  ];
  if (slots.length > 0) throw new AppError('vault/slot-key', { slots: slots.join(', ') });
}

function nextHeader(vault: OpenVault, state: VaultState, keys: Keyring, db: string): Header {
  const { header, store } = state;
  const sealed = <S extends Slot>(slot: S): S => {
    const publicKey = slotKeyOf(store, slot);
    if (publicKey === undefined) throw new AppError('vault/slot-key', { slots: slot.id });
    return sealForSlot(header.vaultId, keys.vmk, slot, publicKey, vault.random);
  };
  const [passSlots, recoverySlots] = [header.passSlots, header.recoverySlots];
  return {
    ...{ vaultId: header.vaultId, gen: header.gen + 1, db },
    passSlots: passSlots.map(sealed),
    recoverySlots: recoverySlots.map(sealed),
  };
}

/** The copy under the new key, checked page by page; taken away again where it cannot be finished. */
function makeCopy(
  vault: OpenVault,
  state: VaultState,
  header: Header,
  keys: Keyring,
  onStep: (step: RotateStep) => void,
): OpenDatabase {
  const file = path.join(vault.dir, header.db);
  let open: OpenDatabase | undefined;
  try {
    state.database.copyInto(file);
    onStep('copied');
    open = openDatabase(file, databaseKeys(state.keys), { readOnly: false });
    fillCopy(open, vault, state, header);
    onStep('filled');
    open.rekey(databaseKeys(keys));
    open.close();
    onStep('rekeyed');
    open = openDatabase(file, databaseKeys(keys), { readOnly: false });
    open.verifyPages();
    syncFolder(vault.dir);
    onStep('checked');
    return open;
  } catch (error) {
    try {
      open?.close();
    } finally {
      removeUnfinished(vault.dir, state);
    }
    throw error;
  }
}

/** What the copy must know that its original does not: the new slots' keys and that the key was changed. */
function fillCopy({ db }: OpenDatabase, vault: OpenVault, state: VaultState, next: Header): void {
  const store = vaultStore(db);
  const key = store.secret(SECRET_NAME.audit);
  if (key === undefined) throw new AppError('db/damaged', { reason: 'secret' });
  const { actor, device, clock } = vault;
  const move = (from: readonly Slot[], to: readonly Slot[]): void => {
    for (const [at, slot] of to.entries()) {
      const before = from[at];
      const publicKey = before === undefined ? undefined : slotKeyOf(store, before);
      if (publicKey !== undefined) keepSlotKey(store, slot, publicKey);
    }
  };
  db.transaction(() => {
    move(state.header.passSlots, next.passSlots);
    move(state.header.recoverySlots, next.recoverySlots);
    store.setSecret(ANCHOR_KEY_BEFORE, state.keys.anchor);
    auditLog({ db, key, actor, device, clock }).append('vault.rotate', next.db);
  });
}

/** Lets the header name the copy; from then on the old key opens nothing here. */
function exchange(
  vault: OpenVault,
  state: VaultState,
  { header, keys, copy }: { header: Header; keys: Keyring; copy: OpenDatabase },
  onStep: (step: RotateStep) => void,
): void {
  const { dir } = vault;
  const old = path.join(dir, state.header.db);
  const { db } = copy;
  const anchor = state.anchor.next({ db, store: vaultStore(db), keys, header: () => header });
  try {
    // Where writing fails half way nobody knows here which header is in force: the next unlock does.
    saveHeader(dir, header, keys.header);
    onStep('named');
    vault.close();
    onStep('closed');
    anchor.flush();
    onStep('anchored');
    removeDatabase(old);
    dropSnapshot(dir);
    dropBefore(dir, vaultStore(copy.db));
    syncFolder(dir);
    onStep('removed');
  } finally {
    vault.close();
    copy.close();
  }
}
