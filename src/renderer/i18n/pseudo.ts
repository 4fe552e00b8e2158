const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ';
const STRETCH = 0.35;

const ACCENT = new Map(
  Array.from(PLAIN, (letter, at) => [letter, Array.from(ACCENTED)[at] ?? letter]),
);

type Change = (text: string) => string;

const CLOSED = /^\{\s*\w+\s*(?:,[^{}]*)?\}/u;
const BRANCHED = /^\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/u;
const BRANCH = /^\s*(?:offset:\d+\s*)?(?:=\d+|\w+)\s*\{/u;
const TAG = /^<\/?\w+>/u;
const TEXT = /^[^{}<#]+/u;

/**
 * Changes the texts of an ICU message and leaves its arguments, tags and the names of
 * its branches alone; the texts inside branches are changed too.
 */
function eachText(message: string, change: Change): string {
  let rest = message;
  let done = '';
  /** How many branched arguments and branches are open: a branch name stands where it is odd. */
  let depth = 0;
  const take = (length: number, as = rest.slice(0, length)): void => {
    done += as;
    rest = rest.slice(length);
  };
  while (rest !== '') {
    const branch = depth % 2 === 1 ? BRANCH.exec(rest) : BRANCHED.exec(rest);
    const whole = depth % 2 === 1 ? null : (CLOSED.exec(rest) ?? TAG.exec(rest));
    const text = depth % 2 === 1 ? null : TEXT.exec(rest);
    if (branch !== null) {
      depth += 1;
      take(branch[0].length);
    } else if (whole !== null) take(whole[0].length);
    else if (text !== null) take(text[0].length, change(text[0]));
    else {
      if (rest.startsWith('}')) depth -= 1;
      take(1);
    }
  }
  return done;
}

/** The message a third longer, accented and in brackets: shows what is cut off or not translated. */
export function accented(message: string): string {
  const changed = eachText(message, (text) =>
    Array.from(text, (letter) => ACCENT.get(letter) ?? letter).join(''),
  );
  const letters = message.replace(/\{[^}]*\}/gu, '').length;
  return `[${changed}${' ·'.repeat(Math.ceil((letters * STRETCH) / 2))}]`;
}

const RLO = '\u202e';
const PDF = '\u202c';
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

/** The message with each word set from right to left: shows what is not mirrored. */
export function mirrored(message: string): string {
  return eachText(message, (text) => text.replace(WORD, (word) => `${RLO}${word}${PDF}`));
}
