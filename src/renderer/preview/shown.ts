import type { DrawnPage, PreviewView } from '#shared/preview/messages';

/** A document that was taken apart. */
export type Shown = {
  readonly view: PreviewView;
  /** Draws a page, from 1, as wide as asked where its pixels allow. */
  readonly draw: (page: number, width: number) => Promise<DrawnPage>;
};

/** Tells that work goes on. */
export type OnProgress = () => void;
