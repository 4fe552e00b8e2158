import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** Gives the page axe by the debugger, whom its policy does not concern: it stays as strict as delivered. */
export async function giveAxe(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Runtime.evaluate', { expression: `if (!globalThis.axe) {${AXE}}` });
  await debug.detach();
}

/** Ends what moves and fades on a page: half faded in, a text has half its contrast. */
export async function stand(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const moving of document.getAnimations()) {
      const isEndless = moving.effect?.getComputedTiming().endTime === Infinity;
      if (!isEndless) moving.finish();
    }
  });
}

/**
 * What axe finds on the page; what React Aria announced for a moment outlives what it named.
 * @param rules only these, by their names; else all.
 */
export async function violations(
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> {
  await stand(page);
  const found = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as {
      readonly axe: {
        run(
          context: object,
          options: object,
        ): Promise<{ readonly violations: readonly Violation[] }>;
      };
    };
    const options = { resultTypes: ['violations'], ...(only && { runOnly: only }) };
    return (await axe.run({ exclude: [['[data-live-announcer]']] }, options)).violations;
  }, rules);
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** Whether the page as a whole runs out of its window. */
export async function overflow(page: Page): Promise<readonly string[]> {
  const px = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  return px > 0 ? [`${String(px)} px too wide`] : [];
}

/** Texts of which a part is not seen, while pointing at them does not say the whole. */
export async function cutTexts(page: Page): Promise<readonly string[]> {
  const cut = await page.evaluate(() => {
    // The whole of a word that is only spoken is a pixel.
    const SPOKEN = 2;
    const isCut = (element: Element): boolean => {
      const style = getComputedStyle(element);
      const clips = (way: string): boolean => way === 'hidden' || way === 'clip';
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      if (clientWidth < SPOKEN || clientHeight < SPOKEN) return false;
      return (
        (clips(style.overflowX) && scrollWidth > clientWidth + 1) ||
        (style.webkitLineClamp !== 'none' && scrollHeight > clientHeight + 1)
      );
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.textContent.trim() !== '' && isCut(element))
      .filter((element) => {
        element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
        return element.closest('[title]:not([title=""])') === null;
      })
      .map(
        (element) => `${element.getAttribute('class') ?? ''}: ${element.textContent.slice(0, 60)}`,
      );
  });
  return cut.map((text) => `cut: ${text}`);
}

/** Controls that cannot be scrolled to, or that something else lies on. */
export async function unreached(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(() => {
    const SPOKEN = 2;
    const modal = document.querySelector('[role="dialog"][data-rac], [role="alertdialog"]');
    const within: ParentNode = modal ?? document;
    const controls = [
      ...within.querySelectorAll<HTMLElement>('a[href], button, input, textarea, [role="tab"]'),
    ].filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      // A box or a circle is drawn by the label around it, which is what one presses.
      const isDrawn = !one.matches('label :is([type="radio"], [type="checkbox"])');
      const isSeen = width >= SPOKEN && height >= SPOKEN && isDrawn && one.checkVisibility();
      return isSeen && one.closest('[aria-hidden="true"], [inert]') === null;
    });
    const troubles = controls.flatMap((one) => {
      one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      // A link that runs on in the next line has two boxes, and other words between them.
      const { left, top, width, height } = one.getClientRects()[0] ?? one.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (hit !== null && (one.contains(hit) || hit.closest('label')?.contains(one) === true))
        return [];
      const name = one.getAttribute('aria-label') ?? one.innerText;
      return [
        `${one.tagName} ${name.slice(0, 40)} is under ${hit?.getAttribute('class') ?? 'the edge'}`,
      ];
    });
    for (const one of document.querySelectorAll('*')) if (one.scrollTop > 0) one.scrollTop = 0;
    return troubles;
  });
  return found.map((text) => `not reached: ${text}`);
}
