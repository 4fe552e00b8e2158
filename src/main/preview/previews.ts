import { randomUUID } from 'node:crypto';
import { AppError, isAppError } from '#shared/errors/app-error';
import { QR_PICTURE, type DrawnPage, type PreviewView } from '#shared/preview/messages';
import { fileSource } from './file-source';
import { onePreview, type OnePreview, type PreviewParts } from './one-preview';

/** More than the window ever shows at a time; the oldest gives way. */
const MOST_OPEN = 4;

export type Previews = {
  readonly open: (preview: string, id: string) => Promise<PreviewView>;
  readonly page: (preview: string, page: number, width: number) => Promise<DrawnPage>;
  /** What the QR code in a picture says. Throws `card/picture`, `input/file`. */
  readonly qr: (path: string) => Promise<string>;
  readonly close: (preview: string) => void;
  /** The session ends, or the page that looked at them is gone. */
  readonly endAll: () => void;
};

/** Why a picture could not be read is all the same to whoever looks for a code in it. */
function noCode(error: unknown): never {
  const isOfPicture = isAppError(error) && error.code.startsWith('read/');
  throw isOfPicture ? new AppError('card/picture', {}, error) : error;
}

/** The documents that are looked at now, by what the window calls them. */
export function previews(parts: PreviewParts): Previews {
  const open = new Map<string, OnePreview>();
  const close = (preview: string): void => {
    open.get(preview)?.close();
    open.delete(preview);
  };
  const begin = async (name: string, one: OnePreview, id: string): Promise<PreviewView> => {
    const [oldest] = open.keys();
    if (open.size >= MOST_OPEN && oldest !== undefined) close(oldest);
    open.set(name, one);
    try {
      return await one.open(id);
    } catch (error) {
      close(name);
      throw error;
    }
  };
  return {
    open: async (preview, id) => {
      if (open.has(preview)) throw new AppError('usage', { reason: 'open already' });
      return begin(preview, onePreview(parts), id);
    },
    qr: async (path) => {
      const name = randomUUID();
      const source = fileSource(path, QR_PICTURE);
      const view = await begin(name, onePreview({ ...parts, source }), name).catch(noCode);
      close(name);
      if (view.kind !== 'text') throw new AppError('card/picture');
      return view.text;
    },
    page: async (preview, page, width) => {
      const one = open.get(preview);
      if (one === undefined) throw new AppError('read/closed');
      return one.page(page, width);
    },
    close,
    endAll: () => {
      for (const preview of [...open.keys()]) close(preview);
    },
  };
}
