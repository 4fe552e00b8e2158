import { READER_LIMITS } from '#shared/reading/messages';
import type { ToVault } from '#shared/ipc/messages';
import type { Child, StartChild } from './child';

type Running = { readonly child: Child; readonly looking: NodeJS.Timeout };

/** Reader processes for a vault process: started, passed to and from, and ended; nothing of it is kept. */
export function readers(startChild: StartChild, send: (message: ToVault) => void) {
  const running = new Map<number, Running>();
  const end = (id: number): void => {
    const one = running.get(id);
    running.delete(id);
    clearInterval(one?.looking);
    one?.child.kill();
  };
  const gone = (id: number, isTooLarge: boolean): void => {
    if (!running.has(id)) return;
    end(id);
    send({ type: 'readerGone', id, isTooLarge });
  };
  const start = (id: number): Running => {
    const child = startChild('reader');
    const looking = setInterval(() => {
      if ((child.memoryBytes() ?? 0) > READER_LIMITS.memoryBytes) gone(id, true);
    }, READER_LIMITS.lookMs);
    const one = { child, looking };
    running.set(id, one);
    child.onMessage((message) => {
      send({ type: 'read', id, message });
    });
    child.onExit(() => {
      gone(id, false);
    });
    return one;
  };
  return {
    /** Starts a process at its first message; without a message ends it. */
    pass: (id: number, message: unknown): void => {
      if (message === undefined) end(id);
      else (running.get(id) ?? start(id)).child.send(message);
    },
    killAll: (): void => {
      for (const id of [...running.keys()]) end(id);
    },
  };
}
