/** What stands where a name was struck out. */
const STRUCK = '[name withheld]';

const CNIC = /(?<!\p{Nd})\p{Nd}{5}-?\p{Nd}{7}-?\p{Nd}(?!\p{Nd})/gu;
const KEPT = 3;

/** All but the last three letters or figures of a number, its dashes kept. */
function masked(number: string): string {
  const shown = (number.match(/[\p{L}\p{N}]/gu) ?? []).length - KEPT;
  let seen = 0;
  return number.replace(/[\p{L}\p{N}]/gu, (sign) => (seen++ < shown ? 'X' : sign));
}

/** Masks an identity number, or those of the Pakistani form anywhere in a text. */
export const withoutIdentityNumbers = (text: string, isWhole = false): string =>
  isWhole ? masked(text) : text.replace(CNIC, masked);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce(
    (rest, name) =>
      rest.replace(new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'giu'), STRUCK),
    text,
  );
}

/** Strikes names and masks identity numbers in every text of a value, however deep. */
export function strike(value: unknown, names: readonly string[], masksNumbers: boolean): unknown {
  if (typeof value === 'string') {
    const text = masksNumbers ? withoutIdentityNumbers(value) : value;
    return withoutNames(text, names);
  }
  if (Array.isArray(value)) return value.map((item) => strike(item, names, masksNumbers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, strike(item, names, masksNumbers)]),
  );
}
