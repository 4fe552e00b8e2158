import { createReadStream } from 'node:fs';
import { AppError } from '#shared/errors/app-error';
import type { ChosenFile } from '#shared/ipc/messages';
import { Cancelled, going } from '../jobs';

const PART_BYTES = 1024 * 1024;

/** The bytes of a chosen file, told as they are read. Throws `input/file`, and `Cancelled` where it is. */
export async function* bytesOf(
  file: ChosenFile,
  onBytes: (done: number) => void,
  isCancelled: () => boolean,
): AsyncGenerator<Uint8Array> {
  const assertGoingOn = going(isCancelled);
  let done = 0;
  try {
    for await (const chunk of createReadStream(file.path, {
      highWaterMark: PART_BYTES,
    }) as AsyncIterable<Uint8Array>) {
      assertGoingOn();
      yield chunk;
      done += chunk.length;
      onBytes(done);
    }
  } catch (cause) {
    if (cause instanceof Cancelled) throw cause;
    throw new AppError('input/file', { file: file.name }, cause);
  }
}
