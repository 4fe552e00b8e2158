const DAY_MS = 86_400_000;
const ISO_DAY = 10;

/** The day of an ISO date or wall time. */
export const dayOf = (iso: string): string => iso.slice(0, ISO_DAY);

/** The day before that of an ISO date or wall time. */
export const dayBefore = (iso: string): string =>
  dayOf(new Date(Date.parse(dayOf(iso)) - DAY_MS).toISOString());

/** Days from one ISO date or wall time to another; negative where the second is earlier. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(dayOf(until)) - Date.parse(dayOf(from))) / DAY_MS);
