const GROUP = 5;

const OF_OTHER_SCRIPTS = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** Digits of other scripts as people type them, as the ones a card has; whatever is no digit falls away. */
export const plainDigits = (typed: string): string =>
  typed
    // Their last four bits are their value.
    .replaceAll(OF_OTHER_SCRIPTS, (sign) => String((sign.codePointAt(0) ?? 0) & 0xf))
    .replaceAll(/[^0-9]/gu, '');

export type GroupState = 'open' | 'same' | 'differs';

/** Whether a group as it was read out is that of the card; `open` while it is not all there. */
export function groupState(typed: string, expected: string): GroupState {
  const digits = plainDigits(typed);
  if (!expected.startsWith(digits)) return 'differs';
  return digits.length === GROUP ? 'same' : 'open';
}
