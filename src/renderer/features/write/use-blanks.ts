import { useRef, type RefObject } from 'react';

type Blanks = {
  /** What holds the paper. */
  readonly desk: RefObject<HTMLDivElement | null>;
  /** Shows the blank after the one shown last; after the last, the first again. */
  readonly showNext: () => void;
};

/** Leads through the blanks of the paper one after the other. */
export function useBlanks(): Blanks {
  const desk = useRef<HTMLDivElement>(null);
  const at = useRef(-1);
  const showNext = (): void => {
    const blanks = desk.current?.querySelectorAll('mark');
    if (blanks === undefined || blanks.length === 0) return;
    at.current = (at.current + 1) % blanks.length;
    const blank = blanks[at.current];
    blank?.scrollIntoView({ block: 'center' });
    blank?.focus({ preventScroll: true });
  };
  return { desk, showNext };
}
