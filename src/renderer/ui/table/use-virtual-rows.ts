import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, type RefObject } from 'react';
import { useHeights } from './use-heights';

type Options = {
  readonly rowCount: number;
  readonly startAt?: number;
  readonly onRange?: (first: number, last: number) => void;
};

const OVERSCAN = 8;

/** The rows in view and a few around, below a sticky head; tells which they are. */
export function useVirtualRows(scroller: RefObject<HTMLElement | null>, options: Options) {
  const { rowCount, startAt = 0, onRange } = options;
  const { row, head } = useHeights(scroller);
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: OVERSCAN,
    scrollMargin: head,
    scrollPaddingStart: head,
    initialOffset: Math.max(startAt * row, 0),
  });
  useEffect(() => {
    virtual.measure();
  }, [virtual, row]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= first) onRange?.(first, last);
  }, [first, last, onRange]);
  return {
    virtual,
    items,
    headHeight: head,
    /** Rows seen at once, less two so that the eye keeps its place. */
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / row) - 2),
    isSeen: (index: number) => index >= first && index <= last,
  };
}
