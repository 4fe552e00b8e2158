import { MOST_PAGE_PIXELS, MOST_PAGE_WIDTH } from '#shared/preview/limits';
import type { DrawnPage } from '#shared/preview/messages';

type Size = { readonly width: number; readonly height: number };

/** By how much to draw something larger or smaller, so that it is as wide as asked and has no more pixels than a page may have. */
export function scaleFor({ width, height }: Size, asked: number): number {
  const wide = Math.min(asked, MOST_PAGE_WIDTH) / width;
  return Math.min(wide, Math.sqrt(MOST_PAGE_PIXELS / (width * height)));
}

/** Pixels of a size, at least one each way. */
export const pixels = ({ width, height }: Size): Size => ({
  width: Math.max(1, Math.floor(width)),
  height: Math.max(1, Math.floor(height)),
});

export function newCanvas({ width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** What was drawn, as bytes; the canvas is given back. */
export function taken(canvas: HTMLCanvasElement): DrawnPage {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('nothing to draw on');
  const { data } = context.getImageData(0, 0, width, height);
  canvas.width = 0;
  canvas.height = 0;
  return { width, height, bytes: new Uint8Array(data.buffer) };
}
