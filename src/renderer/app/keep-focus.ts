const STOPS =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]';

/** Others give focus back themselves, within two frames: dialogs, menus, fields that ask for it. */
const PATIENCE_MS = 60;
const REMEMBERED = 8;

type Held = {
  readonly element: HTMLElement;
  /** What it lay in, innermost first. */
  readonly around: readonly Element[];
  /** Every stop of the keys at that time, in the order of the page. */
  readonly stops: readonly HTMLElement[];
};

const isThere = (element: Element): boolean =>
  element.isConnected && element.getClientRects().length > 0;

/** Nothing on the page hears the keys. */
const isLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

const heldBy = (element: HTMLElement): Held => {
  const around: Element[] = [];
  for (let at = element.parentElement; at !== null; at = at.parentElement) around.push(at);
  return { element, around, stops: [...document.querySelectorAll<HTMLElement>(STOPS)] };
};

/** What stood beside it, in the smallest part of the sheet that is still there. */
function neighbour({ element, around, stops }: Held): HTMLElement | undefined {
  const part = around.find(isThere);
  if (part === undefined || part.matches('main') || part.querySelector('main') !== null)
    return undefined;
  const at = stops.indexOf(element);
  const isNear = (one: HTMLElement): boolean => part.contains(one) && isThere(one);
  return stops.slice(at + 1).find(isNear) ?? stops.slice(0, Math.max(at, 0)).findLast(isNear);
}

/**
 * Where the keys go on once what held focus has been taken from the page: beside it; from the
 * notices at the foot, back to where one was before; else the sheet. Without this a keyboard
 * begins anew at the top of the window, and a screen reader falls silent.
 */
export function keepFocus(): void {
  let held: Held[] = [];
  const mend = (): void => {
    const [last, ...before] = held;
    if (!isLost() || last === undefined || isThere(last.element)) return;
    const isOfSheet = last.around.some((one) => one.matches('main, [role="dialog"]'));
    const earlier = isOfSheet ? undefined : before.find(({ element }) => isThere(element));
    const sheet = document.querySelector<HTMLElement>('main');
    (neighbour(last) ?? earlier?.element ?? sheet)?.focus();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) held = [heldBy(target), ...held].slice(0, REMEMBERED);
  });
  new MutationObserver(() => {
    clearTimeout(timer);
    if (isLost()) timer = setTimeout(mend, PATIENCE_MS);
  }).observe(document.body, { childList: true, subtree: true });
}
