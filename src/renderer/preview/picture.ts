import { AppError } from '#shared/errors/app-error';
import { pictureSize, pixelsOf } from '#reading/picture-size';
import { newCanvas, pixels, scaleFor, taken } from './canvas';
import type { OnProgress, Shown } from './shown';

/** Decoded, four bytes for each (security design, section 16). */
const MOST_PIXELS = 100_000_000;
/** Larger ones are kept smaller: no page is drawn with more. */
const KEPT_SIDE = 4_096;

/** Turned as the camera was held: that is how `createImageBitmap` reads it. */
async function decoded(bytes: Uint8Array, mediaType: string): Promise<ImageBitmap> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
  try {
    return await createImageBitmap(blob);
  } catch (cause) {
    throw new AppError('read/damaged', {}, cause);
  }
}

async function smaller(bitmap: ImageBitmap): Promise<ImageBitmap> {
  const scale = KEPT_SIDE / Math.max(bitmap.width, bitmap.height);
  if (scale >= 1) return bitmap;
  const { width, height } = pixels({ width: bitmap.width * scale, height: bitmap.height * scale });
  const kept = await createImageBitmap(bitmap, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
  bitmap.close();
  return kept;
}

export const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

/** The pixels of a picture. The size it states is looked at before any decoder sees it. */
export async function bitmapOf(
  bytes: Uint8Array,
  mediaType: string,
  onProgress: OnProgress,
): Promise<ImageBitmap> {
  const size = pictureSize(bytes, mediaType);
  if (size === undefined) throw new AppError('read/damaged');
  if (pixelsOf(size) > MOST_PIXELS)
    throw new AppError('read/limit', {
      reason: `a picture of ${String(size.width)} × ${String(size.height)} pixels`,
    });
  const whole = await decoded(bytes, mediaType);
  onProgress();
  return smaller(whole);
}

/** A picture as a document of one page. */
export async function showPicture(
  bytes: Uint8Array,
  mediaType: string,
  onProgress: OnProgress,
): Promise<Shown> {
  const bitmap = await bitmapOf(bytes, mediaType, onProgress);
  return {
    view: { kind: 'pages', pages: 1 },
    draw: (_page, width) => {
      const scale = Math.min(1, scaleFor(bitmap, width));
      const canvas = newCanvas(
        pixels({ width: bitmap.width * scale, height: bitmap.height * scale }),
      );
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      return Promise.resolve(taken(canvas));
    },
  };
}
