import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { AppError } from '#shared/errors/app-error';
import { newCanvas, pixels, scaleFor, taken } from './canvas';
import type { OnProgress, Shown } from './shown';

type Trusting = {
  readonly trustedTypes: {
    createPolicy(
      name: string,
      rules: { readonly createScriptURL: (url: string) => string },
    ): { createScriptURL(url: string): string };
  };
};

/** The one address a worker is made from; no other passes the policy. */
function startWorker(): PDFWorker {
  const { trustedTypes } = window as unknown as Trusting;
  const policy = trustedTypes.createPolicy('rihai', {
    createScriptURL: () => workerAddress,
  });
  const worker = new Worker(policy.createScriptURL(workerAddress), { type: 'module' });
  // The types say a port of theirs; a worker is what they are made for.
  return new PDFWorker({ port: worker as unknown as null });
}

/** Nobody sees the page, so the screen asks for no frames of it: pdf.js would wait for one for ever. */
function drawWithoutScreen(): void {
  window.requestAnimationFrame = (frame) =>
    window.setTimeout(() => {
      frame(performance.now());
    }, 0);
}

/** Scripts of the document, `eval`, WebAssembly and whatever would be fetched are off. */
async function opened(bytes: Uint8Array, onProgress: OnProgress): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: bytes,
    worker: startWorker(),
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    useSystemFonts: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    wasmUrl: `${window.location.origin}/pdf/`,
    verbosity: 0,
  });
  task.onProgress = onProgress;
  try {
    return await task.promise;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new AppError('read/encrypted', {}, cause);
    throw new AppError('read/damaged', {}, cause);
  }
}

/** A PDF, page by page. */
export async function showPdf(bytes: Uint8Array, onProgress: OnProgress): Promise<Shown> {
  drawWithoutScreen();
  const pdf = await opened(bytes, onProgress);
  return {
    view: { kind: 'pages', pages: pdf.numPages },
    draw: async (number, width) => {
      const page = await pdf.getPage(number);
      onProgress();
      const scale = scaleFor(page.getViewport({ scale: 1 }), width);
      const viewport = page.getViewport({ scale });
      const canvas = newCanvas(pixels(viewport));
      const task = page.render({ canvas, viewport });
      task.onContinue = (goOn: () => void) => {
        onProgress();
        goOn();
      };
      await task.promise;
      page.cleanup();
      return taken(canvas);
    },
  };
}
