import { useEffect, useRef, useState, type RefObject } from 'react';
import type { RecordId } from '#shared/domain/ids';
import type { DrawnPage, PreviewView } from '#shared/preview/messages';
import { CallError, newJob, rihai } from '#renderer/app/bridge';

export type PreviewState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: CallError }
  | { readonly kind: 'open'; readonly preview: string; readonly view: PreviewView };

/** A document taken apart in a process of its own, which ends when nobody looks at it any more. */
export function usePreview(id: RecordId): PreviewState {
  const [state, setState] = useState<PreviewState>({ kind: 'opening' });
  useEffect(() => {
    const preview = newJob();
    let isGone = false;
    void rihai.preview.open({ preview, id }).then((opened) => {
      if (isGone) return;
      setState(
        opened.ok
          ? { kind: 'open', preview, view: opened.value }
          : { kind: 'failed', error: new CallError(opened.error) },
      );
    });
    return () => {
      isGone = true;
      void rihai.preview.close({ preview });
    };
  }, [id]);
  return state;
}

export type PageState = {
  readonly drawn?: DrawnPage;
  readonly error?: CallError;
};

/** One page in pixels, as wide as asked. The one before is shown until it is there. */
export function usePage(preview: string, page: number, width: number): PageState {
  const [state, setState] = useState<PageState>({});
  useEffect(() => {
    if (width === 0) return undefined;
    let isGone = false;
    void rihai.preview.page({ preview, page, width }).then((answered) => {
      if (isGone) return;
      setState(answered.ok ? { drawn: answered.value } : { error: new CallError(answered.error) });
    });
    return () => {
      isGone = true;
    };
  }, [preview, page, width]);
  return state;
}

/** Widths are asked for in steps, so that dragging an edge does not draw each of them. */
const STEP = 64;

/** How wide an element is inside, in steps of CSS pixels; 0 before it is laid out. */
export function useInnerWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const read = (): void => {
      setWidth(Math.ceil(current.clientWidth / STEP) * STEP);
    };
    const observer = new ResizeObserver(read);
    observer.observe(current);
    read();
    return () => {
      observer.disconnect();
    };
  }, []);
  return [element, width];
}

/** True once something has taken long enough to be told of. */
export function useIsLate(): boolean {
  const LATE_MS = 400;
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, LATE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return isLate;
}
