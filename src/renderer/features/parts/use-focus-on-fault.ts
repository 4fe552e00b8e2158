import { useEffect, useRef, type RefObject } from 'react';

/**
 * Leads to the first field of a form that is marked as wrong, once saving was refused for it:
 * in a long form the mark may be out of sight.
 * @param faults how many fields are marked.
 */
export function useFocusOnFault(faults: number): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const before = useRef(0);
  useEffect(() => {
    if (before.current === 0 && faults > 0)
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')
        ?.focus();
    before.current = faults;
  }, [faults]);
  return form;
}
