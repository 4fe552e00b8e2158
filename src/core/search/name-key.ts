import { fold } from './fold';
import { NAME_LEXICON, NAME_NOISE } from './name-lexicon';

/**
 * Keys under which a name is found whichever way it is spelt. A key is the
 * skeleton of one word: its consonants in classes that Latin and Arabic script
 * share, an `a` where it starts with a vowel, and `a`, `i` or `u` where it ends
 * with one. Vowels inside are left out, because Arabic script leaves out the
 * short ones and Latin spelling does not tell them from the long ones. Names
 * that this would confuse, or that the two scripts spell apart, stand in the
 * lexicon.
 *
 * Keys find; they do not prove. Two people may share every key.
 */

/** Consonants by class: `x` is kh, `q` is sh, `c` is ch. */
const ARABIC: Readonly<Record<string, string>> = {
  ...{ ب: 'b', پ: 'p', ت: 't', ط: 't', ٹ: 't', ث: 's', س: 's', ص: 's', ش: 'q', ج: 'j', چ: 'c' },
  ...{ ح: 'h', ہ: 'h', خ: 'x', د: 'd', ڈ: 'd', ذ: 'z', ز: 'z', ض: 'z', ظ: 'z', ژ: 'z', ر: 'r' },
  ...{ ڑ: 'r', ف: 'f', ق: 'k', ک: 'k', گ: 'g', غ: 'g', ل: 'l', م: 'm', ن: 'n', و: 'w' },
};

const ASPIRATED: Readonly<Record<string, string>> = { کہ: 'x', گہ: 'g', چہ: 'c', پہ: 'f', تہ: 't' };

/** In this order; capitals are classes already found. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/que$/u, 'k'],
  [/chh?/gu, 'C'],
  [/sch|sh/gu, 'Q'],
  [/kh/gu, 'X'],
  [/gh/gu, 'g'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/q/gu, 'k'],
  [/c(?=[eiy])/gu, 's'],
  [/c/gu, 'k'],
  [/v/gu, 'w'],
  [/x/gu, 'ks'],
];

const VOWELS = /[aeiouy]/gu;
const ARABIC_LETTER = /\p{Script=Arabic}/u;
const LATIN_LETTER = /\p{Script=Latin}/u;

function arabicEnd(body: string): readonly [stem: string, end: string] {
  const open = body.replace(/ع+$/u, '');
  if (open.length < 2) return [open, ''];
  if (/[اہح]$/u.test(open)) return [open.replace(/ا?[اہح]$/u, ''), 'a'];
  if (/[یے]$/u.test(open)) return [open.slice(0, -1), 'i'];
  return open.endsWith('و') ? [open.slice(0, -1), 'u'] : [open, ''];
}

/** و is a consonant beside ا and before ی, and at the start; between consonants it is a vowel. */
const arabicVowelsOut = (stem: string): string =>
  stem.replace(/(?<=[^ا])و(?=[^ای]|$)/gu, '').replace(/(?<=.)[ایےع]/gu, '');

function arabicSkeleton(word: string): string {
  const [stem, end] = arabicEnd(word);
  const start = /^[اع]/u.test(stem) ? 'a' : stem.startsWith('ی') ? 'y' : '';
  const body = arabicVowelsOut(stem).replace(/^[اعی]/u, '');
  const paired = body.replace(/[کگچپت]ہ/gu, (pair) => ASPIRATED[pair] ?? pair);
  return start + Array.from(paired, (letter) => ARABIC[letter] ?? letter).join('') + end;
}

function latinEnd(body: string): readonly [stem: string, end: string] {
  if (body.length < 2) return [body, ''];
  const vowelled = /^(?<stem>.*?)[aeiouyw]*(?<last>[aeiouyw]h?)$/u.exec(body)?.groups;
  if (vowelled === undefined) return [body, ''];
  const { stem = '', last = '' } = vowelled;
  if (/h$|a/u.test(last)) return [stem, 'a'];
  if (last === 'e') return [stem, body.endsWith('ee') ? 'i' : 'a'];
  return [stem, /[ouw]/u.test(last) ? 'u' : 'i'];
}

function latinSkeleton(word: string): string {
  const single = word.replace(/([^aeiou])\1+/gu, '$1');
  const classed = LATIN.reduce((text, [from, to]) => text.replace(from, to), single);
  const [stem, end] = latinEnd(classed);
  const start = /^[aeiou]/u.test(stem) ? 'a' : stem.startsWith('y') ? 'y' : '';
  const consonants = stem.replace(VOWELS, '');
  return start + consonants.toLowerCase() + end;
}

function wordKey(word: string): string {
  const known = NAME_LEXICON.get(word);
  if (known !== undefined) return known;
  if (ARABIC_LETTER.test(word)) return arabicSkeleton(word);
  return LATIN_LETTER.test(word) ? latinSkeleton(word) : word;
}

/** Names written as one word that are two; the second is given where a pattern stands for one word only. */
const JOINED: readonly (readonly [RegExp, second?: string])[] = [
  // Habibullah, Abdullah
  [/^(?<one>.{2,}?)(?:[uo]l+ah?|allah)$/u, 'allah'],
  // Nooruddin, Ziauddin
  [/^(?<one>.{2,}?)[aeiou]d?d[ie]+n$/u, 'din'],
  // Abdurrehman, Abdulaziz, Abdussalam
  [/^(?<one>abd)[aeiou](?:l|r|s|n|z|sh)(?<two>\p{Script=Latin}{3,})$/u],
  // Fazlurrehman, Ziaulhaq
  [/^(?<one>\p{Script=Latin}{3,}?)u[rl](?<two>(?:r[ae]hman|ha[qs]).*)$/u],
  // عبدالرحمن, نورالدین
  [/^(?<one>\p{Script=Arabic}{2,}?)ال(?<two>\p{Script=Arabic}{2,})$/u],
];

function split(word: string): readonly string[] {
  if (NAME_LEXICON.has(word)) return [word];
  // Fazlur Rehman: an article grown on to a name that is known.
  const bare = word.replace(/u[lr]$/u, '');
  if (NAME_LEXICON.has(bare)) return [bare];
  for (const [pattern, second] of JOINED) {
    const groups = pattern.exec(word)?.groups;
    if (groups !== undefined) return [groups['one'] ?? '', second ?? groups['two'] ?? ''];
  }
  return [word.replace(/^ال(?=.{3})/u, '')];
}

const isUsable = (word: string): boolean =>
  word.length > 1 && !/^\d+$/u.test(word) && !NAME_NOISE.has(word);

/** Keys of a name, each once, in order; none for what is no name (`s/o`, titles, numbers). */
export function nameKeys(name: string): readonly string[] {
  // An apostrophe stands for a sound that the skeleton leaves out: Sa'eed, Ja'far.
  const words = fold(name.replace(/(?<=\p{L})['’‘`](?=\p{L})/gu, '')).split(' ');
  const keys = words.filter(isUsable).flatMap(split).filter(isUsable).map(wordKey);
  return [...new Set(keys)].filter((key) => key !== '');
}
