import { isAppError } from '#shared/errors/app-error';
import type { FromReader, ToReader } from '#shared/reading/messages';
import { isOffice, officeText } from '#reading/office';
import { parentPort } from '#worker/port';

// The reader process: one document's bytes in, its words out, end. It holds no key and opens no file.

const PDF = 'application/pdf';

async function textOf(bytes: Uint8Array, mediaType: string, onPage: () => void): Promise<string> {
  if (isOffice(mediaType)) return officeText(bytes, mediaType);
  if (mediaType !== PDF) throw new TypeError('not asked for');
  const { pdfText } = await import('./reader/pdf-text');
  return pdfText(bytes, onPage);
}

/** A refusal of ours as it is; whatever else was thrown is the document's fault. */
function failed(error: unknown): FromReader {
  const { code, params } = isAppError(error) ? error : { code: 'read/damaged', params: {} };
  return { type: 'failed', code, params } as FromReader;
}

const port = parentPort();
const say = (message: FromReader, done?: () => void): void => {
  port.send(message, done);
};
/** A utility process is ended by main once it has the answer. */
const end = (): void => {
  if (process.connected) process.disconnect();
};

let mediaType = '';
let parts: Uint8Array[] = [];

port.onMessage((raw) => {
  const message = raw as ToReader;
  if (message.type === 'open') ({ mediaType } = message);
  else if (message.type === 'bytes') {
    parts.push(message.bytes);
    say({ type: 'progress' });
  } else {
    const bytes = new Uint8Array(Buffer.concat(parts));
    parts = [];
    textOf(bytes, mediaType, () => {
      say({ type: 'progress' });
    }).then(
      (text) => {
        say({ type: 'text', text }, end);
      },
      (error: unknown) => {
        say(failed(error), end);
      },
    );
  }
});
port.onClosed(() => process.exit(0));
