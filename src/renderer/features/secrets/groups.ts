export const groupsOf = (recoveryKey: string): readonly string[] => recoveryKey.split('-');

const LOOKALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A group as it is written on the sheet, however it was typed. */
export const readGroup = (typed: string): string =>
  typed
    .trim()
    .toUpperCase()
    .replaceAll(/[OIL]/gu, (letter) => LOOKALIKE[letter] ?? letter);

/**
 * Two groups to type back, differing from vault to vault: taken from the check group,
 * so that nobody can guess beforehand which will be asked.
 */
export function askedGroups(recoveryKey: string): readonly [number, number] {
  const groups = groupsOf(recoveryKey);
  const sum = Array.from(groups.at(-1) ?? '', (letter) => letter.charCodeAt(0)).reduce(
    (total, code) => total + code,
    0,
  );
  const first = sum % (groups.length - 1);
  const second = first + 1 + (sum % (groups.length - 1 - first));
  return [first, second];
}
