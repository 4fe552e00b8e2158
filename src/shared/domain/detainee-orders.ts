/** Orders of the list of detainees; `place` and `nextDate` put those without one at the end. */
export const DETAINEE_ORDERS = ['name', 'longestHeld', 'stalest', 'place', 'nextDate'] as const;
export type DetaineeOrder = (typeof DETAINEE_ORDERS)[number];
