import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error';
import type { ByteSource } from './one-preview';

/** Bytes given out at a time. */
const PART_BYTES = 1024 * 1024;

/** The bytes of one file that the user chose, told to the page as this type; nothing here looks into them. */
export function fileSource(path: string, mediaType: string): ByteSource {
  let file: FileHandle | undefined;
  let left = 0;
  const refused = (cause: unknown): AppError => new AppError('input/file', { file: '' }, cause);
  return {
    open: async () => {
      try {
        file = await open(path, 'r');
        left = (await file.stat()).size;
        return { reading: 1, mediaType, sizeBytes: left };
      } catch (cause) {
        await file?.close();
        throw refused(cause);
      }
    },
    next: async () => {
      try {
        const bytes = new Uint8Array(Math.min(PART_BYTES, left));
        // An older Node reads nothing where no length is given.
        const { bytesRead = 0 } = (await file?.read(bytes, 0, bytes.length, null)) ?? {};
        left -= bytesRead;
        return { bytes: bytes.subarray(0, bytesRead), isLast: left <= 0 || bytesRead === 0 };
      } catch (cause) {
        throw refused(cause);
      }
    },
    close: async () => {
      await file?.close();
    },
  };
}
