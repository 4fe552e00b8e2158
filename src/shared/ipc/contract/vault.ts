import { lineSchema } from '#shared/domain/field';
import { z } from '#shared/domain/zod';
import { asking, command, opening, query } from '../entry';
import { count, job, nothing, secret, token } from '../shapes';

const slot = z.int().min(1).max(8);

/** What can be known of the chosen vault without opening it: numbers, no names. */
const state = z.strictObject({
  isUnlocked: z.boolean(),
  chosen: z
    .strictObject({
      /** Of the folder alone. */
      folder: z.string(),
      slots: z.array(slot),
      recoverySlots: count,
    })
    .optional(),
  /** The folder named at the start holds no vault that can be read; the code says why. */
  trouble: z.string().optional(),
});

const made = z.strictObject({
  slot,
  /** To be shown and printed once; it is kept nowhere. */
  recoveryKey: z.string(),
});

/** After `vault/rollback`: to look only, or because a backup was put in its place. */
const older = z.enum(['read', 'restored']).optional();

const opened = z.strictObject({
  isReadOnly: z.boolean(),
  /** Whether this machine has seen the vault further on; `unknown` where it cannot tell. */
  age: z.enum(['unwatched', 'unknown', 'current', 'older', 'unkept']),
});

/** Making, choosing, opening a vault, and who opened it. */
export const vault = {
  state: asking(nothing, state),
  choose: opening(z.strictObject({ token }), state),
  /** Six words, each equally likely. */
  suggestPassphrase: asking(nothing, z.strictObject({ words: z.array(z.string()).length(6) })),
  /** `fault` says why a new passphrase would be refused; `score` is 0 (guessed at once) to 4. */
  checkPassphrase: asking(
    z.strictObject({ passphrase: secret }),
    z.strictObject({
      score: z.int().min(0).max(4),
      fault: z.enum(['empty', 'not-text', 'too-long', 'hidden', 'short', 'guessable']).optional(),
    }),
  ),
  /** Makes a vault in an empty folder and leaves it open. */
  create: opening(z.strictObject({ token, name: lineSchema, passphrase: secret }), made),
  unlock: opening(z.strictObject({ slot, passphrase: secret, older }), opened),
  unlockWithRecovery: opening(z.strictObject({ key: secret, older }), opened),
  /** Shares of a recovery key, one a line. */
  unlockWithShares: opening(z.strictObject({ shares: secret, older }), opened),
  /** A vault with invented cases under a generated passphrase, left open; tells progress. */
  makeSample: opening(
    z.strictObject({ token, job }),
    made.extend({ words: z.array(z.string()).length(6), referenceDay: z.iso.date() }),
  ),
  /** Of the open vault. Without name and fingerprint after a recovery key. */
  info: query(
    nothing,
    z.strictObject({
      isReadOnly: z.boolean(),
      /** 0 after a recovery key. */
      slot: z.int().min(0).max(8),
      hand: z.string(),
      fingerprint: z.string().optional(),
      /** The recovery key has opened this vault once: no more reminding. */
      isRecoveryRehearsed: z.boolean(),
      /** `YYYY-MM-DD` at the courts: what every day of the window is counted to. */
      today: z.iso.date(),
      /** The same day, where the vault holds the invented people of the sample. */
      sampleDay: z.iso.date().optional(),
      zone: z.string(),
      records: z.array(z.strictObject({ kind: z.string(), records: count, trashed: count })),
    }),
  ),
  /** Tries a recovery key on the open vault and remembers that it was right. */
  rehearse: command(z.strictObject({ key: secret }), z.strictObject({ isRight: z.boolean() })),
};
