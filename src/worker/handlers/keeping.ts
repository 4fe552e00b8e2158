import { AppError } from '#shared/errors/app-error';
import {
  addSlot,
  assertPassphrase,
  changePassphrase,
  membersOf,
  recoveryStates,
  rehearseRecovery,
  removeRecovery,
  removeSlot,
  renewAsShares,
  renewRecovery,
  rotateVaultKey,
  SHARE_SCHEMES,
  takenOut,
  type Member,
} from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { recordRefOf } from './record-ref';

const memberIn = (desk: Desk, slot: number): Member => {
  const found = membersOf(desk.file().vault).find((member) => member.slot === slot);
  if (found === undefined) throw new AppError('vault/slot', { reason: 'unknown' });
  return found;
};

/** Papers as typed, one a line; blank lines are nothing. */
export const linesOf = (bytes: Uint8Array): readonly string[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line.trim() !== '');

export function keeperHandlers(desk: Desk): Handlers<'keepers'> {
  const vault = () => desk.file().vault;
  return {
    list: () => ({
      members: membersOf(vault()).map(({ slot, name, addedMs }) => ({ slot, name, addedMs })),
      ownSlot: vault().slot,
    }),
    add: async ({ name, passphrase }) => {
      const { slot } = await addSlot(vault(), { passphrase, actorName: name });
      return { slot };
    },
    heldBy: ({ slot }) =>
      takenOut(vault(), memberIn(desk, slot)).map(({ atMs, action, objectRef }) => ({
        ...{ atMs, action },
        record: recordRefOf(desk.file(), objectRef),
      })),
    remove: ({ slot }) => {
      const open = vault();
      memberIn(desk, slot);
      removeSlot(open, slot);
      rotateVaultKey(open);
      desk.close();
    },
    rotate: () => {
      rotateVaultKey(vault());
      desk.close();
    },
    changePassphrase: async ({ present, passphrase }) => {
      const open = vault();
      await assertPassphrase(open, present);
      await changePassphrase(open, { passphrase });
    },
    resetPassphrase: async ({ slot, passphrase }) => {
      const open = vault();
      if (open.slot !== 0) throw new AppError('vault/slot', { reason: 'other' });
      await changePassphrase(open, { passphrase, slot });
    },
  };
}

export function recoveryHandlers(desk: Desk): Handlers<'recovery'> {
  const vault = () => desk.file().vault;
  return {
    list: () => recoveryStates(vault()),
    renew: ({ number }) => ({ recoveryKey: renewRecovery(vault(), number) }),
    split: async ({ number, scheme }) => {
      const found = SHARE_SCHEMES.find(
        ({ needed, of }) => `${String(needed)}of${String(of)}` === scheme,
      );
      if (found === undefined) throw new AppError('usage', { reason: 'scheme' });
      return { needed: found.needed, shares: await renewAsShares(vault(), found, number) };
    },
    remove: ({ number }) => {
      removeRecovery(vault(), number);
    },
    rehearseShares: async ({ shares }) => ({
      isRight: await rehearseRecovery(vault(), { type: 'shares', texts: linesOf(shares) }),
    }),
  };
}
