import type { ChosenFiles, FromVault, KdfAnswer, ToVault } from '#shared/ipc/messages';
import { failure, type Result } from '#shared/ipc/result';
import type { Child, StartChild } from './child';
import { readers } from './readers';

export type VaultProcess = {
  readonly isUnlocked: () => boolean;
  /** A secret was tried since the start and opened nothing; main and the page may still hold it. */
  readonly wasRefused: () => boolean;
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
  /** A passphrase was tried on this slot and opens nothing: only the end of every process that it went through erases it. */
  readonly onRefused: (slot: number) => void;
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

/** Asks a process to close its vault and to end; kills it where that takes too long. */
async function closed({ send, gone }: Running, kill: () => void): Promise<void> {
  send({ type: 'close' });
  const limit = setTimeout(kill, CLOSE_LIMIT_MS);
  await gone;
  clearTimeout(limit);
}

const RESTORES = 'vault:restore';

/** Whether a call carries what opens a vault. */
const isOpening = (channel: string): boolean =>
  channel.startsWith('vault:unlock') || channel === RESTORES;

/** The slot whose passphrase a call had wrong. */
function refusedSlot(channel: string, input: unknown, result: Result<unknown>): number | undefined {
  if (channel !== 'vault:unlock' || result.ok || result.error.code !== 'vault/passphrase')
    return undefined;
  const { slot } = input as { readonly slot?: unknown };
  return typeof slot === 'number' ? slot : undefined;
}

/** One vault process, and what runs for it. */
type Running = {
  readonly child: Child;
  readonly send: (message: ToVault) => void;
  readonly kill: () => void;
  readonly gone: Promise<void>;
  isGone: boolean;
};

type Heard = Exclude<FromVault, { type: 'derive' | 'toReader' }>;

type Told = {
  readonly onMessage: (message: Heard) => void;
  readonly onGone: (running: Running) => void;
};

function run(startChild: StartChild, { onMessage, onGone }: Told): Running {
  const child = startChild('vault');
  const send = (message: ToVault): void => {
    running.send(message);
  };
  const deriving = derivations(startChild, send);
  const reading = readers(startChild, send);
  const killAll = (): void => {
    deriving.killAll();
    reading.killAll();
  };
  const running: Running = {
    child,
    gone: new Promise((resolve) => {
      child.onExit(() => {
        running.isGone = true;
        killAll();
        resolve();
        onGone(running);
      });
    }),
    isGone: false,
    send: (message) => {
      if (!running.isGone) child.send(message);
    },
    kill: () => {
      killAll();
      child.kill();
    },
  };
  child.onMessage((raw) => {
    const message = raw as FromVault;
    if (message.type === 'derive') deriving.start(message.id, message.request);
    else if (message.type === 'toReader') reading.pass(message.id, message.message);
    else onMessage(message);
  });
  return running;
}

/**
 * Starts the vault process and carries messages to and from it; keeps nothing of what passes.
 * A process that refused a recovery key or shares, or restored a backup, is ended, for only that erases the secret, and
 * another one takes its place. With a refused passphrase the whole program starts anew.
 */
export function startVaultProcess(options: VaultOptions): VaultProcess {
  const { startChild, onEvent, onRefused, onGone, ...start } = options;
  const waiting = waitingCalls();
  let { dir } = start;
  let unlocked = false;
  let refused = false;
  let isEnding = false;
  const hear = (message: Heard): void => {
    if (message.type === 'answer') waiting.answer(message.id, message.result);
    else if (message.type === 'event') onEvent(message.name, message.payload);
    else ({ isUnlocked: unlocked, dir } = message);
  };
  const lose = (gone: Running): void => {
    // One that was replaced has nothing to say any more.
    if (gone !== current) return;
    waiting.refuseAll();
    if (!isEnding) onGone(unlocked);
    unlocked = false;
  };
  const begin = (): Running => {
    const running = run(startChild, { onMessage: hear, onGone: lose });
    running.send({ type: 'start', ...start, dir });
    return running;
  };
  let current = begin();
  const heard = (channel: string, result: Result<unknown>): void => {
    if (!isOpening(channel)) return;
    // A restored vault is left closed: nothing may go on holding what opened it.
    refused = !result.ok || channel === RESTORES;
    if (!refused || isEnding || current.isGone) return;
    const before = current;
    current = begin();
    waiting.refuseAll();
    before.kill();
  };
  const kill = (): void => {
    isEnding = true;
    current.kill();
  };
  return {
    isUnlocked: () => unlocked,
    wasRefused: () => refused,
    dir: () => dir,
    call: async (channel, input, files) => {
      const result = await new Promise<Result<unknown>>((resolve) => {
        if (current.isGone) resolve(failure('vault/process'));
        else current.send({ type: 'call', id: waiting.add(resolve), channel, input, files });
        overwrite(input);
      });
      const slot = refusedSlot(channel, input, result);
      if (slot === undefined) heard(channel, result);
      else onRefused(slot);
      return result;
    },
    close: async () => {
      isEnding = true;
      await closed(current, kill);
    },
    kill,
  };
}
