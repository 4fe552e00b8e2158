import decodeQR from 'qr/decode.js';
import { AppError } from '#shared/errors/app-error';
import { MOST_CARD_TEXT } from '#shared/ipc/limits';
import { pictureSize } from '#reading/picture-size';
import { newCanvas } from './canvas';
import { bitmapOf, PICTURES } from './picture';
import type { OnProgress, Shown } from './shown';

/** How hard to look, and for how long: a photograph of a screen is seldom straight. */
const EFFORT = 8;
const LOOK_MS = 6_000;

const noPages = (): Promise<never> => Promise.reject(new AppError('read/kind'));
const asText = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function pixelsIn(bitmap: ImageBitmap): ImageData {
  const canvas = newCanvas(bitmap);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('nothing to draw on');
  // What is see-through is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

function read({ width, height, data }: ImageData): string {
  try {
    return decodeQR(
      { width, height, data },
      { effort: EFFORT, timeLimit: LOOK_MS, textDecoder: asText },
    );
  } catch (cause) {
    throw new AppError('read/kind', {}, cause);
  }
}

/** What the QR code in a picture says, as a text. Throws `read/kind` where there is none. */
export async function readQr(bytes: Uint8Array, onProgress: OnProgress): Promise<Shown> {
  const mediaType = PICTURES.find((type) => pictureSize(bytes, type) !== undefined);
  if (mediaType === undefined) throw new AppError('read/kind');
  const bitmap = await bitmapOf(bytes, mediaType, onProgress);
  const text = read(pixelsIn(bitmap));
  if (text.length > MOST_CARD_TEXT) throw new AppError('read/kind');
  return { view: { kind: 'text', text, isCut: false }, draw: noPages };
}
