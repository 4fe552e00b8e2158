import type { ChosenFiles, FromVault, KdfAnswer, ToVault } from '#shared/ipc/messages';
import { failure, type Result } from '#shared/ipc/result';
import type { Child, StartChild } from './child';

export type VaultProcess = {
  readonly isUnlocked: () => boolean;
  /** The chosen vault, to name it to the next session. */
  readonly dir: () => string | undefined;
  readonly call: (channel: string, input: unknown, files: ChosenFiles) => Promise<Result<unknown>>;
  /** Closes the vault and ends the process; kills it where that takes too long. */
  readonly close: () => Promise<void>;
  /** Ends it at once. */
  readonly kill: () => void;
};

export type VaultOptions = Omit<Extract<ToVault, { type: 'start' }>, 'type'> & {
  readonly startChild: StartChild;
  readonly onEvent: (name: string, payload: unknown) => void;
  /** The process ended without being asked to. */
  readonly onGone: (wasUnlocked: boolean) => void;
};

const CLOSE_LIMIT_MS = 2_000;

const overwrite = (input: unknown): void => {
  if (typeof input !== 'object' || input === null) return;
  for (const value of Object.values(input)) if (value instanceof Uint8Array) value.fill(0);
};

/** One derivation in a process of its own, which ends with it. */
function derive(
  startChild: StartChild,
  request: unknown,
  answer: (result: KdfAnswer) => void,
): Child {
  const child = startChild('kdf');
  let isAnswered = false;
  const finish = (result: KdfAnswer): void => {
    if (isAnswered) return;
    isAnswered = true;
    answer(result);
    child.kill();
  };
  child.onMessage((message) => {
    finish(message as KdfAnswer);
  });
  // A process that the system ended for its memory says nothing.
  child.onExit((code) => {
    finish({ ok: false, reason: code === null ? 'memory' : 'other' });
  });
  child.send(request);
  overwrite(request);
  return child;
}

/** The derivations under way, each in its own process. */
function derivations(startChild: StartChild, send: (message: ToVault) => void) {
  const running = new Set<Child>();
  return {
    start: (id: number, request: unknown): void => {
      const one = derive(startChild, request, (answer) => {
        running.delete(one);
        send({ type: 'derived', id, answer });
        if (answer.ok) answer.kek.fill(0);
      });
      running.add(one);
    },
    killAll: (): void => {
      for (const one of running) one.kill();
    },
  };
}

/** Calls that wait for their answer. */
function waitingCalls() {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let nextId = 1;
  return {
    add: (resolve: (result: Result<unknown>) => void): number => {
      const id = nextId++;
      waiting.set(id, resolve);
      return id;
    },
    answer: (id: number, result: Result<unknown>): void => {
      waiting.get(id)?.(result);
      waiting.delete(id);
    },
    refuseAll: (): void => {
      for (const answer of waiting.values()) answer(failure('vault/process'));
      waiting.clear();
    },
  };
}

/** Starts the vault process and carries messages to and from it; keeps nothing of what passes. */
export function startVaultProcess(options: VaultOptions): VaultProcess {
  const { startChild, onEvent, onGone, ...start } = options;
  const child = startChild('vault');
  const send = (message: ToVault): void => {
    if (!isGone) child.send(message);
  };
  const waiting = waitingCalls();
  const deriving = derivations(startChild, send);
  let unlocked = false;
  let dir = start.dir;
  let isEnding = false;
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    child.onExit(() => {
      isGone = true;
      const wasUnlocked = unlocked;
      unlocked = false;
      deriving.killAll();
      waiting.refuseAll();
      resolve();
      if (!isEnding) onGone(wasUnlocked);
    });
  });
  child.onMessage((raw) => {
    const message = raw as FromVault;
    if (message.type === 'answer') {
      waiting.answer(message.id, message.result);
    } else if (message.type === 'state') {
      unlocked = message.isUnlocked;
      dir = message.dir;
    } else if (message.type === 'event') onEvent(message.name, message.payload);
    else deriving.start(message.id, message.request);
  });
  send({ type: 'start', ...start });
  const kill = (): void => {
    isEnding = true;
    deriving.killAll();
    child.kill();
  };
  return {
    isUnlocked: () => unlocked,
    dir: () => dir,
    call: (channel, input, files) =>
      new Promise((resolve) => {
        if (isGone) resolve(failure('vault/process'));
        else send({ type: 'call', id: waiting.add(resolve), channel, input, files });
        overwrite(input);
      }),
    close: async () => {
      isEnding = true;
      deriving.killAll();
      send({ type: 'close' });
      const limit = setTimeout(kill, CLOSE_LIMIT_MS);
      await gone;
      clearTimeout(limit);
    },
    kill,
  };
}
