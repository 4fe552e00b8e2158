import { AppError } from '#shared/errors/app-error';
import type { Desk, Handlers } from '../desk';
import { documentOf } from './documents';

/** Bytes given out at a time. */
const PART_BYTES = 1024 * 1024;

type Part = { readonly bytes: Uint8Array; readonly isLast: boolean };

/** Parts of some size; the last is told as such only once the whole was held against its hash. */
function parts(source: AsyncIterable<Uint8Array>) {
  const chunks: AsyncIterator<Uint8Array, unknown> = source[Symbol.asyncIterator]();
  return {
    next: async (): Promise<Part> => {
      const taken: Uint8Array[] = [];
      for (let size = 0; size < PART_BYTES;) {
        const next = await chunks.next();
        if (next.done === true) return { bytes: joined(taken), isLast: true };
        taken.push(next.value);
        size += next.value.length;
      }
      return { bytes: joined(taken), isLast: false };
    },
    close: async (): Promise<void> => {
      await chunks.return?.();
    },
  };
}

const joined = (chunks: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(chunks));

/** Gives out the bytes of documents to be parsed elsewhere: nothing in this process looks into them. */
export function readingHandlers(desk: Desk): Handlers<'reading'> {
  const open = new Map<number, ReturnType<typeof parts>>();
  let last = 0;
  return {
    open: ({ id }) => {
      const file = desk.file();
      const { mediaType = '', sizeBytes = 0 } = documentOf(file, id).fields;
      open.set(++last, parts(file.documents.extract(id)));
      return { reading: last, mediaType, sizeBytes };
    },
    next: async ({ reading }) => {
      const one = open.get(reading);
      if (one === undefined) throw new AppError('read/closed');
      return one.next();
    },
    close: async ({ reading }) => {
      const one = open.get(reading);
      open.delete(reading);
      await one?.close();
    },
  };
}
