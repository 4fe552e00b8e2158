/** A stretch of one direction of writing. */
export type ScriptRun = { readonly text: string; readonly isRtl: boolean };

const ARABIC = /[\p{Script=Arabic}\u0660-\u0669]/u;
const OTHER_LETTER = /\p{L}/u;
/** Vowel marks, joiners and marks of direction go with the letter before them. */
const FOLLOWS = /[\p{M}\u200c-\u200f]/u;
// What XML 1.0 cannot carry: controls, unpaired surrogates, the two non-characters.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Text as an XML part can carry it; what it cannot becomes the replacement character. */
export const xmlText = (text: string): string => text.replace(NOT_XML, '\ufffd');

type Direction = 'rtl' | 'ltr' | 'neutral';

function directionOf(char: string): Direction {
  if (ARABIC.test(char)) return 'rtl';
  return OTHER_LETTER.test(char) ? 'ltr' : 'neutral';
}

/** Whether more letters of the text are Arabic script than any other: then its paragraph runs right to left. */
export function isMainlyRtl(text: string): boolean {
  let balance = 0;
  for (const char of text) {
    const direction = directionOf(char);
    balance += direction === 'rtl' ? 1 : direction === 'ltr' ? -1 : 0;
  }
  return balance > 0;
}

/**
 * Parts a text into runs of Arabic script and of the rest. Spaces, digits and
 * signs between two stretches of Arabic script belong to it; elsewhere they go
 * with the direction of the paragraph.
 */
export function splitByScript(text: string, isRtlParagraph = isMainlyRtl(text)): ScriptRun[] {
  const runs: { text: string; isRtl: boolean }[] = [];
  let pending = '';
  const push = (piece: string, isRtl: boolean): void => {
    const last = runs.at(-1);
    if (last?.isRtl === isRtl) last.text += piece;
    else if (piece !== '') runs.push({ text: piece, isRtl });
  };
  for (const char of text) {
    const last = runs.at(-1);
    if (FOLLOWS.test(char) && pending === '' && last !== undefined) {
      last.text += char;
      continue;
    }
    const direction = directionOf(char);
    if (direction === 'neutral') {
      pending += char;
      continue;
    }
    const isRtl = direction === 'rtl';
    const joins = last?.isRtl === isRtl;
    push(pending, joins ? isRtl : isRtlParagraph);
    push(char, isRtl);
    pending = '';
  }
  push(pending, isRtlParagraph);
  return runs;
}
