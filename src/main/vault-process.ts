import { join } from 'node:path';
import type { ChosenFile, FromVault, ToVault } from '#shared/ipc/messages';
import { failure, type Result } from '#shared/ipc/result';
import { startChild, type Child } from './child';

export type VaultProcess = {
  readonly isUnlocked: () => boolean;
  readonly call: (
    channel: string,
    input: unknown,
    files: Readonly<Record<string, ChosenFile>>,
  ) => Promise<Result<unknown>>;
  readonly kill: () => void;
};

type Events = {
  readonly onState: (isUnlocked: boolean) => void;
  readonly onEvent: (name: string, payload: unknown) => void;
  readonly onGone: () => void;
};

const overwrite = (bytes: unknown): void => {
  if (bytes instanceof Uint8Array) bytes.fill(0);
};

/** One derivation in a process of its own, which ends with it. */
function derive(request: unknown, answer: (result: Result<Uint8Array>) => void): void {
  const child = startChild(join(__dirname, 'kdf.js'), 'rihai-kdf');
  let isAnswered = false;
  const finish = (result: Result<Uint8Array>): void => {
    if (isAnswered) return;
    isAnswered = true;
    answer(result);
    child.kill();
  };
  child.onMessage((message) => {
    finish(message as Result<Uint8Array>);
  });
  child.onExit(() => {
    finish(failure('kdf/process'));
  });
  child.send(request);
}

/** Starts the vault process and carries messages to and from it; keeps nothing of what passes. */
export function startVaultProcess(events: Events): VaultProcess {
  const child: Child = startChild(join(__dirname, 'vault.js'), 'rihai-vault');
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let unlocked = false;
  let nextId = 1;
  const send = (message: ToVault): void => {
    child.send(message);
  };
  child.onMessage((raw) => {
    const message = raw as FromVault;
    if (message.type === 'answer') {
      waiting.get(message.id)?.(message.result);
      waiting.delete(message.id);
    } else if (message.type === 'state') {
      unlocked = message.isUnlocked;
      events.onState(unlocked);
    } else if (message.type === 'event') {
      events.onEvent(message.name, message.payload);
    } else if (message.type === 'derive') {
      derive(message.request, (answer) => {
        send({ type: 'derived', id: message.id, answer });
        if (answer.ok) overwrite(answer.value);
      });
    }
  });
  child.onExit(() => {
    unlocked = false;
    for (const answer of waiting.values()) answer(failure('internal'));
    waiting.clear();
    events.onGone();
  });
  return {
    isUnlocked: () => unlocked,
    call: (channel, input, files) =>
      new Promise((resolve) => {
        const id = nextId++;
        waiting.set(id, resolve);
        send({ type: 'call', id, channel, input, files });
      }),
    kill: () => {
      child.kill();
    },
  };
}
