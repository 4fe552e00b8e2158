/**
 * One spelling for every way a word can be typed. The index and each query pass
 * through it, so that a name typed on an Arabic keyboard finds the same name
 * typed on an Urdu one.
 *
 * Folding goes code point by code point, without looking at neighbours. That
 * makes it idempotent, lets folded parts be joined, and lets every folded
 * position be led back to the text as it was written. Compatibility
 * decomposition with the marks taken out gives one result for every equivalent
 * spelling, composed or not, so nothing needs composing again.
 */

/** Letters that Unicode keeps apart and typists do not. What decomposes (آ أ ؤ ئ ۂ) needs no line here. */
const ALIKE: readonly (readonly [folded: string, variants: string])[] = [
  ['ا', 'ٱٲٳ'],
  ['ی', 'يىېۍێۑؠ'],
  ['ک', 'كڪګڬ'],
  ['ہ', 'هھةۃەۿ'],
  ['و', 'ۄۅۆۇۈۉۊۋ'],
  ['ن', 'ں'],
];

/** Left out without a trace: tatweel, hamza on the line and raised, small waw and yeh, signs of transliteration. */
const SILENT = 'ـءٴۥۦʻʼʽʾʿˈʹʺ';

/** Vowel signs that were combining marks when the tokenizer's tables were made; it would split words at them. */
const LATE_LETTERS = /[\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]/u;

const UNSEEN = /[\p{M}\p{Cf}]/u;
const WORD = /[\p{L}\p{N}]/u;
const DIGIT = /\p{Nd}/u;
const SEPARATOR = ' ';

const letters = new Map<string, string>([
  ...ALIKE.flatMap(([folded, variants]) => Array.from(variants, (one) => [one, folded] as const)),
  ...Array.from(SILENT, (one) => [one, ''] as const),
]);

/** Decimal digits of every script stand in runs of ten. */
function digitValue(code: number): string {
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

function foldLetter(char: string): string {
  const known = letters.get(char);
  if (known !== undefined) return known;
  if (UNSEEN.test(char) || LATE_LETTERS.test(char)) return '';
  if (DIGIT.test(char)) return digitValue(char.codePointAt(0) ?? 0);
  return WORD.test(char) ? char : SEPARATOR;
}

function foldPoint(point: string): string {
  // Upper, then lower: the nearest to full case folding (ß and ss, ς and σ, ı and i).
  const lower = point.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  let folded = '';
  for (const char of lower) folded += foldLetter(char);
  return folded;
}

/** What each code point folds to, filled as they are met; a search folds some ten thousand at a keystroke. */
const cache: string[] = [];

function foldCode(code: number): string {
  const known = cache[code];
  if (known !== undefined) return known;
  const folded = foldPoint(String.fromCodePoint(code));
  cache[code] = folded;
  return folded;
}

const unitsOf = (code: number): number => (code > 0xffff ? 2 : 1);

/** Folded text alone: words of letters and digits, everything between them a space. */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    folded += foldCode(code);
    at += unitsOf(code);
  }
  return folded;
}

/** Folded text with the way back. */
export type Folded = {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where the code point it came from starts in the original. */
  readonly starts: readonly number[];
  /** For each UTF-16 unit of `text`: where that code point and what was left out after it ends in the original. */
  readonly ends: readonly number[];
};

/** Folds, and keeps for every unit of the folded text its place in the original, in UTF-16 units. */
export function foldWithMap(original: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let lastFrom = 0;
  for (let at = 0; at < original.length;) {
    const code = original.codePointAt(at) ?? 0;
    const folded = foldCode(code);
    const end = at + unitsOf(code);
    if (folded === '') ends.fill(end, lastFrom);
    else {
      lastFrom = text.length;
      text += folded;
      while (starts.length < text.length) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { text, starts, ends };
}

/** The words of a text, folded, in order: the same that the tokenizer of the index makes of folded text. */
export function tokens(text: string): readonly string[] {
  return fold(text)
    .split(SEPARATOR)
    .filter((word) => word !== '');
}
