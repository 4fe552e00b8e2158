import { lineSchema } from '#shared/domain/field';
import { z } from '#shared/domain/zod';
import { command, query } from '../entry';
import { count, nothing, secret } from '../shapes';
import { recordRef } from './log';

const slot = z.int().min(1).max(8);
const ms = z.number();

const member = z.strictObject({
  slot,
  name: z.string(),
  /** Ms since 1970; absent where the log does not tell. */
  addedMs: ms.optional(),
});

/** Who opens the vault with a passphrase. */
export const keepers = {
  list: query(
    nothing,
    z.strictObject({
      members: z.array(member),
      /** 0 after a recovery key. */
      ownSlot: z.int().min(0).max(8),
    }),
  ),
  add: command(z.strictObject({ name: lineSchema, passphrase: secret }), z.strictObject({ slot })),
  /** What somebody took out of the vault so far, by its log: for the question before they leave. */
  heldBy: query(
    z.strictObject({ slot }),
    z.array(z.strictObject({ atMs: ms, action: z.string(), record: recordRef.optional() })),
  ),
  /**
   * Takes a slot away and gives the vault another key on a copy. The vault is closed then: it
   * opens anew with the passphrases of those who stay.
   */
  remove: command(z.strictObject({ slot }), nothing),
  /** Gives the vault another key on a copy, after somebody may have taken it; it is closed then. */
  rotate: command(nothing, nothing),
  /** Another passphrase for one's own slot; the present one is asked. */
  changePassphrase: command(z.strictObject({ present: secret, passphrase: secret }), nothing),
  /** Opened by a recovery key: a new passphrase for any slot. */
  resetPassphrase: command(z.strictObject({ slot, passphrase: secret }), nothing),
};

const number = z.int().min(1).max(2);

/** One key on several papers: how many there are, and how many open the vault. */
const scheme = z.enum(['2of3', '3of5']);

const paper = z.strictObject({
  number,
  split: z.strictObject({ needed: count, of: count }).optional(),
  /** When it last opened this vault or was tried; absent where never. */
  rehearsedMs: ms.optional(),
});

/** Papers that open the vault when every passphrase is gone. */
export const recovery = {
  list: query(nothing, z.array(paper)),
  /** A new key; the one it replaces opens only older copies. Shown once, kept nowhere. */
  renew: command(z.strictObject({ number }), z.strictObject({ recoveryKey: z.string() })),
  /** The same as shares; nobody ever sees the whole. */
  split: command(
    z.strictObject({ number, scheme }),
    z.strictObject({ needed: count, shares: z.array(z.string()) }),
  ),
  /** Takes one of two away; the last one stays. */
  remove: command(z.strictObject({ number }), nothing),
  /** Tries shares, one a line, on the open vault and remembers that they were right. */
  rehearseShares: command(
    z.strictObject({ shares: secret }),
    z.strictObject({ isRight: z.boolean() }),
  ),
};
