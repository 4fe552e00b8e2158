/** Whether a part of what stands in it is not seen, for want of room. */
function isCut(element: Element): boolean {
  const { overflowX, webkitLineClamp } = getComputedStyle(element);
  const isTooWide = element.scrollWidth > element.clientWidth && overflowX !== 'visible';
  const isTooHigh = element.scrollHeight > element.clientHeight && webkitLineClamp !== 'none';
  const isScrolled = overflowX === 'auto' || overflowX === 'scroll';
  return (isTooWide && !isScrolled) || isTooHigh;
}

/** Only the nearest few: what is cut is cut close to its words. */
const NEAR = 3;

/**
 * Lets every text that is cut for want of room say the whole of itself when it is pointed at;
 * screen readers have the whole anyway. Where a title is written already, that one stays.
 */
export function tellCutTexts(): void {
  let told: HTMLElement | undefined;
  const tell = ({ target }: Event): void => {
    // Rows and cells are used again for other records: a title must not outlive its text.
    told?.removeAttribute('title');
    told = cutAt(target);
    if (told !== undefined) told.title = told.textContent.trim();
  };
  document.addEventListener('pointerover', tell);
}

/** The nearest text that is cut, where nothing has a title of its own. */
function cutAt(target: EventTarget | null): HTMLElement | undefined {
  let at = target instanceof Element && target.closest('[title]') === null ? target : null;
  for (let step = 0; at !== null && step < NEAR; step += 1, at = at.parentElement)
    if (at instanceof HTMLElement && isCut(at)) return at;
  return undefined;
}
