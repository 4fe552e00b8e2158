const LONGEST_NAME = 500;
// What hides in a line: controls, and marks that turn it around.
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** What is wrong with the name of a hand. */
export function nameFault(name: string): 'blank' | 'long' | 'hidden' | undefined {
  if (name.trim() === '') return 'blank';
  if (name.trim().length > LONGEST_NAME) return 'long';
  return HIDDEN.test(name) ? 'hidden' : undefined;
}
