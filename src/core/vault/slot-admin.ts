import { AppError } from '#shared/errors/app-error';
import type { ActorId } from '#shared/domain/ids';
import { identityKey, newIdentity, sealIdentity } from '#core/identity/identity';
import { idMaker, idToBytes } from '#core/kernel/ids';
import { withAppErrors, withAppErrorsAsync } from '#core/db/errors';
import { MOST_PASS_SLOTS, MOST_RECOVERY_SLOTS, type PassSlot, type RecoverySlot } from './header';
import { deriveNew, type KdfCost } from './kdf-policy';
import { ownIdentity, prepareIdentity, settleIdentity } from './own-identity';
import { acceptNewPassphrase } from './passphrase';
import type { OpenVault } from './ports';
import { formatRecoveryKey } from './recovery';
import { noteRenewed } from './rehearse';
import { splitSecret, type ShareScheme } from './shares';
import { keepSlotKey } from './slot-keys';
import { recoveryKek, sealPassSlot, sealRecoverySlot, slotPublic } from './slots';
import { wipe } from './sodium';
import { passSlot } from './unlock';
import { replaceHeader, writableStateOf, type VaultState } from './vault-state';

export type AddedSlot = { readonly slot: number; readonly actor: ActorId };

/** Gives another person a slot, a hand and an identity of their own. Throws `vault/slot` where all eight are taken. */
export async function addSlot(
  vault: OpenVault,
  options: {
    readonly passphrase: Uint8Array;
    readonly actorName: string;
    readonly policy?: KdfCost;
  },
): Promise<AddedSlot> {
  const state = writableStateOf(vault);
  const passphrase = await acceptNewPassphrase(options.passphrase);
  const slot = freeNumber(state.header.passSlots, MOST_PASS_SLOTS);
  return withAppErrorsAsync(async () => {
    const actor = idMaker(vault.clock, vault.random).next<ActorId>();
    const id = idToBytes(actor);
    const made = await sealFor(vault, passphrase, { id: slot, actor: id }, options.policy);
    const identity = newIdentity(vault.random);
    const { vaultId } = state.header;
    const sealed = sealIdentity(identity, made.identityKey, vaultId, id, vault.random);
    wipe(identity.seed, identity.ageSecret, made.identityKey);
    vault.db.transaction(() => {
      state.store.freeSlot(slot);
      keepSlotKey(state.store, made.slot, made.publicKey);
      state.store.saveActor({
        id,
        slot,
        name: options.actorName,
        signPublic: identity.signPublic,
        agePublic: identity.agePublic,
        secretNonce: sealed.nonce,
        secretBox: sealed.box,
      });
      vault.audit.append('slot.add', `slot/${String(slot)}`);
    });
    replaceHeader(vault.dir, state, { passSlots: withSlot(state.header.passSlots, made.slot) });
    return { slot, actor };
  });
}

/** Takes a slot away; what its person did keeps their name. Nobody removes the last slot or their own. */
export function removeSlot(vault: OpenVault, number: number): void {
  withAppErrors(() => {
    const state = writableStateOf(vault);
    const slot = passSlot(state.header, number);
    if (state.header.passSlots.length === 1) throw new AppError('vault/slot', { reason: 'last' });
    if (number === vault.slot) throw new AppError('vault/slot', { reason: 'own' });
    // The header first: from here on the passphrase opens nothing.
    const passSlots = state.header.passSlots.filter(({ id }) => id !== number);
    replaceHeader(vault.dir, state, { passSlots });
    vault.db.transaction(() => {
      state.store.retireActor(slot.actor);
      vault.audit.append('slot.remove', `slot/${String(number)}`);
    });
  });
}

/**
 * Gives a slot another passphrase: one's own, or, opened by the recovery key, any.
 * A slot that is not one's own gets a new identity, because the old one is sealed
 * by the passphrase that is gone. Old copies of the vault still open with the old passphrase.
 */
export async function changePassphrase(
  vault: OpenVault,
  options: {
    readonly passphrase: Uint8Array;
    readonly slot?: number;
    readonly policy?: KdfCost;
  },
): Promise<void> {
  const state = writableStateOf(vault);
  const number = options.slot ?? (vault.slot === 0 ? undefined : vault.slot);
  const old = passSlot(state.header, number);
  const isOwn = old.id === vault.slot;
  if (!isOwn && vault.slot !== 0) throw new AppError('vault/slot', { reason: 'other' });
  const passphrase = await acceptNewPassphrase(options.passphrase);
  await withAppErrorsAsync(async () => {
    const made = await sealFor(vault, passphrase, old, options.policy);
    const identity = (isOwn ? ownIdentity(vault) : undefined) ?? newIdentity(vault.random);
    const { vaultId } = state.header;
    const sealed = sealIdentity(identity, made.identityKey, vaultId, old.actor, vault.random);
    wipe(identity.seed, identity.ageSecret);
    vault.db.transaction(() => {
      prepareIdentity(state, old.actor, sealed);
      keepSlotKey(state.store, made.slot, made.publicKey);
      vault.audit.append(isOwn ? 'slot.passphrase' : 'slot.reset', `slot/${String(old.id)}`);
    });
    replaceHeader(vault.dir, state, { passSlots: withSlot(state.header.passSlots, made.slot) });
    settleIdentity({ ...state, identityKey: made.identityKey }, old.actor);
    if (isOwn) state.identityKey = made.identityKey;
    else wipe(made.identityKey);
  });
}

/**
 * Makes a new recovery key for recovery slot 1 or 2; the one it replaces opens
 * nothing any more but older copies. Answers the key, which is kept nowhere.
 */
export function renewRecovery(vault: OpenVault, number = 1): string {
  return withAppErrors(() => {
    const secret = vault.random.bytes(20);
    sealRecovery(vault, secret, number);
    const text = formatRecoveryKey(secret);
    wipe(secret);
    return text;
  });
}

/**
 * The same, but the key is split: answers its papers, of which the scheme says how many open the
 * vault together. Nobody ever sees the whole.
 */
export function renewAsShares(
  vault: OpenVault,
  scheme: ShareScheme,
  number = 2,
): Promise<readonly string[]> {
  return withAppErrorsAsync(async () => {
    const secret = vault.random.bytes(20);
    // First the papers: a slot whose papers could not be made would open for nobody.
    const papers = await splitSecret(secret, scheme, vault.random);
    sealRecovery(vault, secret, number, scheme);
    wipe(secret);
    return papers;
  });
}

function sealRecovery(
  vault: OpenVault,
  secret: Uint8Array,
  number: number,
  split?: ShareScheme,
): void {
  const state = writableStateOf(vault);
  if (!Number.isInteger(number) || number < 1 || number > MOST_RECOVERY_SLOTS) {
    throw new AppError('vault/slot', { reason: 'unknown', slots: MOST_RECOVERY_SLOTS });
  }
  const { vaultId } = state.header;
  const kek = recoveryKek(secret, vaultId);
  const slot = sealRecoverySlot(vaultId, state.keys.vmk, kek, number, vault.random);
  const publicKey = slotPublic(kek);
  wipe(kek);
  vault.db.transaction(() => {
    keepSlotKey(state.store, slot, publicKey);
    noteRenewed(vault, number, split);
    const shares: Readonly<Record<string, number>> = split === undefined ? {} : { ...split };
    vault.audit.append('recovery.renew', `recovery/${String(number)}`, shares);
  });
  replaceHeader(vault.dir, state, { recoverySlots: withSlot(state.header.recoverySlots, slot) });
}

/** Takes a recovery slot away, never the last. */
export function removeRecovery(vault: OpenVault, number: number): void {
  withAppErrors(() => {
    const state = writableStateOf(vault);
    const left = state.header.recoverySlots.filter(({ id }) => id !== number);
    if (left.length === state.header.recoverySlots.length) {
      throw new AppError('vault/slot', { reason: 'unknown', slots: left.length });
    }
    if (left.length === 0) throw new AppError('vault/slot', { reason: 'last' });
    replaceHeader(vault.dir, state, { recoverySlots: left });
    vault.audit.append('recovery.remove', `recovery/${String(number)}`);
  });
}

async function sealFor(
  vault: OpenVault,
  passphrase: Uint8Array,
  facts: Pick<PassSlot, 'id' | 'actor'>,
  policy: KdfCost | undefined,
): Promise<{
  readonly slot: PassSlot;
  readonly identityKey: Uint8Array;
  readonly publicKey: Uint8Array;
}> {
  const state: VaultState = writableStateOf(vault);
  const salt = vault.random.bytes(16);
  const { clock, random } = vault;
  const { cost, kek } = await deriveNew(state.deriveKey, passphrase, salt, clock, policy);
  wipe(passphrase);
  const { id, actor } = facts;
  const whole = { id, actor, salt, mKib: cost.mKib, t: cost.t };
  const slot = sealPassSlot(state.header.vaultId, state.keys.vmk, kek, whole, random);
  const made = { slot, identityKey: identityKey(kek), publicKey: slotPublic(kek) };
  wipe(kek);
  return made;
}

/** Puts a slot in its place by number, instead of one that has it. */
const withSlot = <S extends PassSlot | RecoverySlot>(slots: readonly S[], slot: S): readonly S[] =>
  [...slots.filter(({ id }) => id !== slot.id), slot].sort((a, b) => a.id - b.id);

function freeNumber(slots: readonly PassSlot[], most: number): number {
  const taken = new Set(slots.map(({ id }) => id));
  for (let number = 1; number <= most; number += 1) if (!taken.has(number)) return number;
  throw new AppError('vault/slot', { reason: 'full' });
}
