import { useLayoutEffect, useState, type RefObject } from 'react';

type Heights = { readonly row: number; readonly head: number };

const AT_FIRST: Heights = { row: 29, head: 29 };

/** Pixels of a row and of the head, which follow density and zoom: read off the sticky head. */
export function useHeights(table: RefObject<HTMLElement | null>): Heights {
  const [heights, setHeights] = useState(AT_FIRST);
  useLayoutEffect(() => {
    const head = table.current?.firstElementChild;
    if (!(head instanceof HTMLElement)) return undefined;
    const read = (): void => {
      const found = { row: head.offsetHeight, head: head.offsetHeight };
      if (found.row > 0) setHeights((old) => (old.row === found.row ? old : found));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(head);
    return () => {
      observer.disconnect();
    };
  }, [table]);
  return heights;
}
