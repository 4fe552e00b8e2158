import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv';

describe('a line of a CSV file', () => {
  it('keeps plain text as it is, and quotes what would end a cell', () => {
    expect(csvLine(['edit', 'Sample Khayali'])).toBe('edit,Sample Khayali\r\n');
    expect(csvLine(['a,b', 'say "no"', 'two\nlines'])).toBe('"a,b","say ""no""","two\nlines"\r\n');
  });

  it('lets no cell begin with what a spreadsheet runs', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠');
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        expect(
          csvLine([first + rest])
            .replace(/^"/u, '')
            .startsWith("'"),
        ).toBe(true);
      }),
    );
  });
});
