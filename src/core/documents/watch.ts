import { readText } from '#reading/read-text';
import { pagesOf } from './pages';
import { sniff, SNIFF_BYTES } from './sniff';

/** Bytes of one document whose text is read; the rest is kept and not searched. */
export const MOST_TEXT_BYTES = 20_000_000;

/** What a file turned out to be. */
export type Watched = {
  readonly mediaType: string;
  readonly pages: readonly string[];
  readonly hasOwnPages: boolean;
};

/** Of bytes that nothing is known of. */
export const UNKNOWN_TYPE = 'application/octet-stream';

const UNKNOWN: Watched = {
  mediaType: UNKNOWN_TYPE,
  pages: [],
  hasOwnPages: false,
};

/** Keeps the bytes of what may be text, and of anything else only the head. */
function collector() {
  const kept: Uint8Array[] = [];
  let size = 0;
  let limit = SNIFF_BYTES;
  let isDecided = false;
  const all = (): Uint8Array => Buffer.concat(kept);
  /** Keeps what there is room for, and gives back the rest. */
  const keep = (bytes: Uint8Array): Uint8Array => {
    const room = Math.min(limit - size, bytes.length);
    // A copy: the source may use its buffer again.
    if (room > 0) kept.push(bytes.slice(0, room));
    size += room;
    return bytes.subarray(room);
  };
  return {
    take: (bytes: Uint8Array): void => {
      const rest = keep(bytes);
      if (isDecided || size < SNIFF_BYTES) return;
      isDecided = true;
      const head = all();
      if (sniff(head) !== undefined || readText(head) === undefined) return;
      limit = MOST_TEXT_BYTES;
      keep(rest);
    },
    all,
  };
}

function inspect(bytes: Uint8Array): Watched {
  const mediaType = sniff(bytes);
  if (mediaType !== undefined) return { ...UNKNOWN, mediaType };
  const read = readText(bytes);
  if (read === undefined) return UNKNOWN;
  const { pages, areOwn } = pagesOf(read.text);
  return { mediaType: 'text/plain', pages, hasOwnPages: areOwn };
}

/**
 * Looks at a stream of bytes while it passes to where it is stored. `read` says
 * what it was, once it has passed.
 */
export function watch(source: AsyncIterable<Uint8Array>): {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly read: () => Watched;
} {
  const collected = collector();
  async function* passing(): AsyncIterable<Uint8Array> {
    for await (const bytes of source) {
      collected.take(bytes);
      yield bytes;
    }
  }
  return { bytes: passing(), read: () => inspect(collected.all()) };
}
