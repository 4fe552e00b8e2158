import { AppError } from '#shared/errors/app-error';
import type { DrawnPage, PreviewView } from '#shared/preview/messages';
import { onePreview, type OnePreview, type PreviewParts } from './one-preview';

/** More than the window ever shows at a time; the oldest gives way. */
const MOST_OPEN = 4;

export type Previews = {
  readonly open: (preview: string, id: string) => Promise<PreviewView>;
  readonly page: (preview: string, page: number, width: number) => Promise<DrawnPage>;
  readonly close: (preview: string) => void;
  /** The session ends, or the page that looked at them is gone. */
  readonly endAll: () => void;
};

/** The documents that are looked at now, by what the window calls them. */
export function previews(parts: PreviewParts): Previews {
  const open = new Map<string, OnePreview>();
  const close = (preview: string): void => {
    open.get(preview)?.close();
    open.delete(preview);
  };
  return {
    open: async (preview, id) => {
      if (open.has(preview)) throw new AppError('usage', { reason: 'open already' });
      const [oldest] = open.keys();
      if (open.size >= MOST_OPEN && oldest !== undefined) close(oldest);
      const one = onePreview(parts);
      open.set(preview, one);
      try {
        return await one.open(id);
      } catch (error) {
        close(preview);
        throw error;
      }
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
