// What a spreadsheet would run, not show; the full-width forms of some programs too.
const RUN = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const QUOTED = /[",\r\n]/u;

/** A cell as text that no spreadsheet runs. */
function cell(text: string): string {
  const safe = RUN.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of a CSV file (RFC 4180), with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
