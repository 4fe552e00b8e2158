import { lineSchema } from '#shared/domain/field';
import { z } from '#shared/domain/zod';
import { DAMAGES } from '#shared/errors/damages';
import { asking, command, opening, query } from '../entry';
import { count, job, nothing, secret, token } from '../shapes';
import { machineReport } from './machine';

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
  /** A page of its database is damaged: it is open for reading because of that. */
  isDamaged: z.boolean(),
  /** Whether this machine has seen the vault further on; `unknown` where it cannot tell. */
  age: z.enum(['unwatched', 'unknown', 'current', 'older', 'unkept']),
});

/** A backup, before any secret is known. */
const backup = z.strictObject({
  stem: z.string(),
  madeMs: z.number().optional(),
  sizeBytes: count,
  /** Parts that are damaged or gone, as far as its list tells. */
  faults: count,
  missing: count,
  slots: z.array(slot),
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
  /** What this machine would do with a vault in a chosen folder; the token stays good for `create`. */
  machineAround: opening(z.strictObject({ token }), machineReport),
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
  /** The backups in a chosen folder, the latest first; the token stays good for `restore`. */
  backupsIn: opening(
    z.strictObject({ token }),
    z.strictObject({ folder: z.string(), backups: z.array(backup) }),
  ),
  /**
   * Makes a new vault of a backup, reads all of it and chooses it, closed. `tokens` are the folder of the
   * backups and one for the vault, new or empty. Tells progress; nothing stays of one that is cancelled.
   */
  restore: opening(
    z.strictObject({
      tokens: z.array(token).length(2),
      stem: z.string().max(60),
      way: z.enum(['passphrase', 'recovery', 'shares']),
      /** Where the way is a passphrase. */
      slot: slot.optional(),
      secret,
      job,
    }),
    z.strictObject({
      isCancelled: z.boolean(),
      madeMs: z.number(),
      blobs: count,
      /** Attachments the backup does not hold whole. */
      missing: count,
    }),
  ),
  cancelRestore: opening(z.strictObject({ job }), nothing),
  /** Of the open vault. Without name and fingerprint after a recovery key. */
  info: query(
    nothing,
    z.strictObject({
      isReadOnly: z.boolean(),
      /** What of it is not as it was written, where that showed. */
      damage: z.enum(DAMAGES).optional(),
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
  /** What the packs say of destroying data, a country each; nothing of it is advice. */
  wipeWarnings: asking(
    nothing,
    z.array(
      z.strictObject({
        country: z.string(),
        note: z.string(),
        basis: z.string(),
        asOf: z.string(),
        confidence: z.enum(['H', 'M', 'L']),
        isVerified: z.boolean(),
      }),
    ),
  ),
};
