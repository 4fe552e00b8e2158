import type { KdfInput } from '#core/app/index';
import { keyOf } from '#core/app/index';
import { systemClock } from '#core/kernel/ports';
import { EVENTS } from '#shared/ipc/contract';
import type { FromVault, KdfAnswer, ToVault } from '#shared/ipc/messages';
import { answer, type Answering } from './answer';
import { vaultDesk } from './desk';
import { vaultCalls } from './handlers/index';
import { parentPort } from './port';
import { readerProcesses } from './readers';

// The vault process: the only one that holds keys, database and attachments.

const port = parentPort();
const send = (message: FromVault): void => {
  port.send(message);
};

const deriving = new Map<number, (answer: KdfAnswer) => void>();
let nextDerivation = 1;

const readers = readerProcesses(send);

/** Main starts a process for each derivation and carries the key back. */
async function deriveKey(input: KdfInput): Promise<Uint8Array> {
  const id = nextDerivation++;
  const { passphrase, salt, mKib, t } = input;
  const answered = new Promise<KdfAnswer>((resolve) => {
    deriving.set(id, resolve);
  });
  send({ type: 'derive', id, request: { passphrase, salt, mKib, t } satisfies KdfInput });
  return keyOf(await answered, input);
}

function start({
  resourcesDir,
  anchorsDir,
  dir,
  isChecked,
}: Extract<ToVault, { type: 'start' }>): Answering {
  const desk = vaultDesk({
    resourcesDir,
    anchorsDir,
    clock: systemClock,
    deriveKey,
    readDocument: readers.readDocument,
    emit: (name, payload) => {
      if (isChecked) EVENTS[name].parse(payload);
      send({ type: 'event', name, payload });
    },
    onState: (state) => {
      send({ type: 'state', ...state });
    },
  });
  if (dir !== undefined) desk.name(dir);
  return { desk, handlers: vaultCalls(desk), isChecked };
}

let running: Answering | undefined;

function end(): void {
  try {
    running?.desk.close();
  } finally {
    process.exit(0);
  }
}

port.onMessage((raw) => {
  const message = raw as ToVault;
  if (message.type === 'start') running ??= start(message);
  else if (message.type === 'close') end();
  else if (message.type === 'derived') {
    deriving.get(message.id)?.(message.answer);
    deriving.delete(message.id);
  } else if (message.type === 'read' || message.type === 'readerGone') readers.hear(message);
  else if (running !== undefined) {
    const { id, channel, input, files } = message;
    void answer(running, channel, input, files).then((result) => {
      send({ type: 'answer', id, result });
    });
  }
});
port.onClosed(end);
