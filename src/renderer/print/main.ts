import type { ToPrint } from '#shared/printing/messages';
import { lineElement } from './lines';
import { pictureElement } from './picture';

// The page that is printed: nobody sees it. What it is to hold comes through the one port there is.

/** Until its letters and pictures are there, sheets of it would have holes. */
async function stands(): Promise<void> {
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode()));
}

async function take(message: ToPrint): Promise<void> {
  if (message.type === 'whole') {
    await stands();
    return;
  }
  document.body.className = message.paper;
  if (message.type === 'lines') document.body.append(...message.lines.map(lineElement));
  else document.body.append(pictureElement(message.page));
}

function listen(port: MessagePort): void {
  port.onmessage = ({ data }: MessageEvent<ToPrint>) => {
    take(data).then(
      () => {
        port.postMessage({ type: data.type === 'whole' ? 'stands' : 'taken' });
      },
      () => {
        port.postMessage({ type: 'failed' });
      },
    );
  };
}

window.addEventListener('message', ({ data, ports, source }) => {
  const [port] = ports;
  if (source === window && data === 'port' && port !== undefined) listen(port);
});
