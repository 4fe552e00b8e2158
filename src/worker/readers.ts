import { AppError } from '#shared/errors/app-error';
import type { FromVault, ToVault } from '#shared/ipc/messages';
import { READER_LIMITS } from '#shared/reading/messages';
import { readThrough, type ReadDocument, type ReaderProcess } from '#core/app/index';

type Heard = {
  onMessage: (message: unknown) => void;
  onGone: (why?: AppError) => void;
};

const MIB = 1024 * 1024;

/** Reader processes, which main starts: documents are read in them, and what they say comes back by number. */
export function readerProcesses(send: (message: FromVault) => void) {
  const running = new Map<number, Heard>();
  let last = 0;
  const start = (): ReaderProcess => {
    const id = ++last;
    const heard: Heard = { onMessage: () => undefined, onGone: () => undefined };
    running.set(id, heard);
    return {
      send: (message) => {
        send({ type: 'toReader', id, message });
      },
      onMessage: (listener) => {
        heard.onMessage = listener;
      },
      onGone: (listener) => {
        heard.onGone = listener;
      },
      kill: () => {
        running.delete(id);
        send({ type: 'toReader', id });
      },
    };
  };
  const readDocument: ReadDocument = readThrough(start);
  return {
    readDocument,
    hear: (message: Extract<ToVault, { type: 'read' | 'readerGone' }>): void => {
      const heard = running.get(message.id);
      if (message.type === 'read') heard?.onMessage(message.message);
      else {
        const mebibytes = READER_LIMITS.memoryBytes / MIB;
        heard?.onGone(message.isTooLarge ? new AppError('read/memory', { mebibytes }) : undefined);
      }
    },
  };
}
