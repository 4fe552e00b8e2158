import { AppError } from '#shared/errors/app-error';

/** What the header of an age file says, once it is one that this program reads at all. */
export type OuterHeader = {
  /** Its length, with the line of its MAC. */
  readonly bytes: number;
} & OuterMode;

type OuterMode =
  | { readonly mode: 'recipients'; readonly stanzas: number }
  | { readonly mode: 'passphrase'; readonly logN: number };

/** No header is read beyond this. */
export const MOST_HEADER_BYTES = 65_536;
const MOST_STANZAS = 64;
const LEAST_LOG_N = 18;
const MOST_LOG_N = 20;

const VERSION = 'age-encryption.org/v1';
const X25519 = /^-> X25519 [A-Za-z0-9+/]{43}$/u;
const SCRYPT = /^-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)$/u;
const BODY = /^[A-Za-z0-9+/]{43}$/u;
const MAC = /^--- [A-Za-z0-9+/]{43}$/u;

const limit = (reason: string): AppError => new AppError('bundle/limit', { reason });
const damaged = (reason: string): AppError => new AppError('bundle/damaged', { reason });

type Stanzas = { x25519: number; scrypt: number[] };

function readStanza(found: Stanzas, head: string, body: string | undefined): void {
  const logN = SCRYPT.exec(head)?.[1];
  if (logN !== undefined) found.scrypt.push(Number(logN));
  else if (X25519.test(head)) found.x25519 += 1;
  else throw limit('stanza');
  if (found.x25519 + found.scrypt.length > MOST_STANZAS) throw limit('stanzas');
  if (body === undefined || !BODY.test(body)) throw damaged('header');
}

function modeOf({ x25519, scrypt }: Stanzas): OuterMode {
  const [logN] = scrypt;
  if (logN === undefined) {
    if (x25519 === 0) throw damaged('header');
    return { mode: 'recipients', stanzas: x25519 };
  }
  if (x25519 > 0 || scrypt.length > 1) throw limit('stanza');
  if (logN < LEAST_LOG_N || logN > MOST_LOG_N) throw limit('work');
  return { mode: 'passphrase', logN };
}

/**
 * Reads the header of an age file from the first bytes of it, at most `MOST_HEADER_BYTES`, before any
 * library sees one: age v1, X25519 stanzas alone or one of scrypt alone. Throws `bundle/limit` where it
 * asks for more than we read or is of another kind, `bundle/damaged` where it is no such header.
 */
export function readOuterHeader(start: Uint8Array): OuterHeader {
  const text = Buffer.from(start.subarray(0, MOST_HEADER_BYTES)).toString('latin1');
  const lines = text.split('\n');
  // What stands behind the last line feed is not a whole line.
  const whole = lines.slice(0, -1);
  if (whole[0] !== VERSION) throw damaged('not-a-bundle');
  const found: Stanzas = { x25519: 0, scrypt: [] };
  for (let at = 1; at < whole.length; at += 2) {
    const line = whole[at] ?? '';
    if (line.startsWith('---')) {
      if (!MAC.test(line)) throw damaged('header');
      // Latin-1: as many bytes as characters.
      const bytes = whole.slice(0, at + 1).reduce((sum, { length }) => sum + length + 1, 0);
      return { bytes, ...modeOf(found) };
    }
    if (at + 1 < whole.length) readStanza(found, line, whole[at + 1]);
  }
  throw start.length >= MOST_HEADER_BYTES ? limit('header') : damaged('short');
}
