import { concatBytes } from '#core/kernel/bytes';
import { flaw, type Flaw } from './faults';

const LONGEST_LINE_BYTES = 1024 * 1024;

/** One line that is not blank: its text, or why it has none. */
export type SourceLine = { readonly number: number } & (
  { readonly text: string; readonly flaw?: never } | { readonly flaw: Flaw; readonly text?: never }
);

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BOM = '\u{feff}';

/** Gathers the bytes of a line that may reach over chunks; beyond the limit it keeps none of them. */
function lineBuffer() {
  let parts: Uint8Array[] = [];
  let size = 0;
  return {
    add(bytes: Uint8Array): void {
      size += bytes.length;
      // One byte more for a CR that is not part of the line.
      if (size <= LONGEST_LINE_BYTES + 1) parts.push(bytes);
      else parts = [];
    },
    take(): { bytes: Uint8Array; isTooLong: boolean } {
      const taken = { bytes: concatBytes(...parts), isTooLong: size > LONGEST_LINE_BYTES + 1 };
      parts = [];
      size = 0;
      return taken;
    },
    get isEmpty() {
      return size === 0;
    },
  };
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(
  { bytes, isTooLong }: { bytes: Uint8Array; isTooLong: boolean },
  number: number,
): SourceLine | undefined {
  const body = bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes;
  if (isTooLong || body.length > LONGEST_LINE_BYTES) return { number, flaw: flaw('line-too-long') };
  try {
    const decoded = decoder.decode(body);
    const text = number === 1 && decoded.startsWith(BOM) ? decoded.slice(1) : decoded;
    return text.trim() === '' ? undefined : { number, text };
  } catch {
    return { number, flaw: flaw('not-utf8') };
  }
}

/**
 * Cuts a stream of bytes into lines of UTF-8 text. A byte order mark, CRLF and
 * blank lines are passed over; a line over 1 MiB or in another encoding is
 * answered with its flaw, and reading goes on behind it. Never holds more than
 * a chunk and a line.
 */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<SourceLine> {
  const buffer = lineBuffer();
  let number = 0;
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      buffer.add(chunk.subarray(from, end));
      from = end + 1;
      number += 1;
      const line = decode(buffer.take(), number);
      if (line !== undefined) yield line;
    }
    buffer.add(chunk.slice(from));
  }
  if (buffer.isEmpty) return;
  const last = decode(buffer.take(), number + 1);
  if (last !== undefined) yield last;
}
