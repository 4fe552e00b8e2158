export type PictureSize = { readonly width: number; readonly height: number };

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const word = (view: DataView, at: number, bytes: string): boolean =>
  Array.from(bytes).every((letter, offset) => view.getUint8(at + offset) === letter.charCodeAt(0));

const png = (view: DataView): PictureSize | undefined =>
  word(view, 12, 'IHDR') ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined;

const gif = (view: DataView): PictureSize => ({
  width: view.getUint16(6, true),
  height: view.getUint16(8, true),
});

const LARGEST_14_BITS = 0x3fff;

function webp(view: DataView): PictureSize | undefined {
  if (word(view, 12, 'VP8X')) {
    const side = (at: number): number => 1 + (view.getUint32(at, true) & 0xff_ff_ff);
    return { width: side(24), height: 1 + (view.getUint32(26, true) >>> 8) };
  }
  if (word(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & LARGEST_14_BITS), height: 1 + ((bits >>> 14) & LARGEST_14_BITS) };
  }
  if (!word(view, 12, 'VP8 ')) return undefined;
  return {
    width: view.getUint16(26, true) & LARGEST_14_BITS,
    height: view.getUint16(28, true) & LARGEST_14_BITS,
  };
}

/** Frames begin with C0 to CF, but for three markers that mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The largest of all frames: a file may hold more than one, and readers differ in which they draw. */
function jpeg(view: DataView): PictureSize | undefined {
  let largest: PictureSize | undefined;
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    // Any number of FF may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (isFrame(marker)) {
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      if (largest === undefined || pixelsOf(size) > pixelsOf(largest)) largest = size;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return largest;
}

const READERS: Readonly<Record<string, (view: DataView) => PictureSize | undefined>> = {
  'image/png': png,
  'image/gif': gif,
  'image/webp': webp,
  'image/jpeg': jpeg,
};

export const pixelsOf = ({ width, height }: PictureSize): number => width * height;

/**
 * Width and height that a picture states of itself, in pixels, read without decoding it; undefined
 * where it states none, or is of no kind that is shown. For a limit before any decoder sees it.
 */
export function pictureSize(bytes: Uint8Array, mediaType: string): PictureSize | undefined {
  try {
    const size = READERS[mediaType]?.(viewOf(bytes));
    return size === undefined || pixelsOf(size) === 0 ? undefined : size;
  } catch {
    // It ends before its own header does.
    return undefined;
  }
}
