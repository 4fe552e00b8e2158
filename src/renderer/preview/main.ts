import { AppError, isAppError } from '#shared/errors/app-error';
import { QR_PICTURE, type FromPreview, type ToPreview } from '#shared/preview/messages';
import { isOffice } from '#reading/office';
import { PICTURES, showPicture } from './picture';
import type { OnProgress, Shown } from './shown';
import { showOffice, showText } from './text';

// The page that shows one document: its bytes come through the one port there is, and what they
// turn out to be goes back. It can reach nothing else.

async function show(bytes: Uint8Array, mediaType: string, onProgress: OnProgress): Promise<Shown> {
  if (mediaType === 'application/pdf') {
    const { showPdf } = await import('./pdf');
    return showPdf(bytes, onProgress);
  }
  if (mediaType === QR_PICTURE) {
    const { readQr } = await import('./qr');
    return readQr(bytes, onProgress);
  }
  if (PICTURES.some((type) => type === mediaType)) return showPicture(bytes, mediaType, onProgress);
  if (isOffice(mediaType)) return showOffice(bytes, mediaType);
  if (mediaType.startsWith('text/') || mediaType === 'application/octet-stream')
    return showText(bytes);
  throw new AppError('read/kind');
}

/** A refusal of ours as it is; whatever else was thrown is the document's fault. */
function failed(error: unknown, ask?: number): FromPreview {
  const { code, params } = isAppError(error) ? error : new AppError('read/damaged');
  const message = { type: 'failed', code, params, ...(ask === undefined ? {} : { ask }) };
  return message as FromPreview;
}

/** Takes in the parts of one document. */
function collector(sizeBytes: number) {
  const whole = new Uint8Array(sizeBytes);
  let at = 0;
  return {
    take: (part: Uint8Array): void => {
      whole.set(part, at);
      at += part.length;
    },
    whole: (): Uint8Array => whole.subarray(0, at),
  };
}

function listen(port: MessagePort): void {
  const say = (message: FromPreview): void => {
    port.postMessage(message);
  };
  const onProgress = (): void => {
    say({ type: 'progress' });
  };
  let mediaType = '';
  let parts = collector(0);
  let shown: Shown | undefined;
  const open = async (): Promise<void> => {
    shown = await show(parts.whole(), mediaType, onProgress);
    parts = collector(0);
    say({ type: 'opened', view: shown.view });
  };
  const draw = async (ask: number, page: number, width: number): Promise<void> => {
    if (shown === undefined) throw new AppError('read/kind');
    say({ type: 'drawn', ask, page: await shown.draw(page, width) });
  };
  port.onmessage = ({ data }: MessageEvent<ToPreview>) => {
    if (data.type === 'open') {
      mediaType = data.mediaType;
      parts = collector(data.sizeBytes);
    } else if (data.type === 'bytes') parts.take(data.bytes);
    else if (data.type === 'whole')
      open().catch((error: unknown) => {
        say(failed(error));
      });
    else
      draw(data.ask, data.page, data.width).catch((error: unknown) => {
        say(failed(error, data.ask));
      });
  };
}

window.addEventListener('message', ({ data, ports, source }) => {
  const [port] = ports;
  if (source === window && data === 'port' && port !== undefined) listen(port);
});
