import type { DrawnPage } from '#shared/preview/messages';

/** Of the pictures that are laid on paper: small type stays sharp. */
const QUALITY = 0.92;

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('nothing to draw on');
  return { canvas, context };
}

/** A page in pixels as a picture on a sheet of its own: upright, on white. */
export function pictureElement({ width, height, bytes }: DrawnPage): HTMLElement {
  const drawn = canvasOf(width, height);
  drawn.context.putImageData(new ImageData(new Uint8ClampedArray(bytes), width, height), 0, 0);
  const isWide = width > height;
  const sheet = isWide ? canvasOf(height, width) : canvasOf(width, height);
  sheet.context.fillStyle = '#fff';
  sheet.context.fillRect(0, 0, sheet.canvas.width, sheet.canvas.height);
  if (isWide) {
    sheet.context.translate(0, width);
    sheet.context.rotate(-Math.PI / 2);
  }
  sheet.context.drawImage(drawn.canvas, 0, 0);
  const image = document.createElement('img');
  image.alt = '';
  image.src = sheet.canvas.toDataURL('image/jpeg', QUALITY);
  for (const { canvas } of [drawn, sheet]) canvas.width = 0;
  const figure = document.createElement('figure');
  figure.append(image);
  return figure;
}
