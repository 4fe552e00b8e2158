import './no-drawing';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { AppError } from '#shared/errors/app-error';
import { TextCollector } from '#reading/text-collector';

// pdf.js looks for its other half here before it would load a file: both run in this one process.
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = pdfWorker;

type Item = { readonly str?: string; readonly hasEOL?: boolean };

const textOf = (items: readonly Item[]): string =>
  items.map(({ str = '', hasEOL = false }) => (hasEOL ? `${str}\n` : str)).join('');

/** Nothing is drawn, run or fetched: words are taken from the pages, in their order. */
async function opened(bytes: Uint8Array) {
  try {
    return await getDocument({
      data: bytes,
      isEvalSupported: false,
      useWasm: false,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      stopAtErrors: false,
      verbosity: 0,
    }).promise;
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new AppError(isLocked ? 'read/encrypted' : 'read/damaged', {}, cause);
  }
}

/** The words of a PDF, pages parted by form feeds. Throws `read/encrypted`, `read/damaged`. */
export async function pdfText(bytes: Uint8Array, onPage: () => void): Promise<string> {
  const pdf = await opened(bytes);
  const out = new TextCollector();
  let isFull = false;
  for (let number = 1; number <= pdf.numPages && !isFull; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = textOf(items as readonly Item[]);
    isFull = true;
    out.fill(() => {
      out.add(number === 1 ? text : `\f${text}`);
      isFull = false;
    });
    page.cleanup();
    onPage();
  }
  return out.text();
}
