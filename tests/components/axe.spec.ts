import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { show, test } from './gallery';
import { PARTS } from './parts';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const THEMES = ['light', 'dark'] as const;

/** What axe objects to on the page as it stands: rule, and the parts it is about. */
async function objections(page: Page, ...without: readonly string[]): Promise<string[]> {
  // A script tag would be refused by the page's own policy; the debugger's door is not.
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<AxeResults> };
    };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
  return found.filter((text) => !without.some((rule) => text.startsWith(`${rule}:`)));
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

for (const part of PARTS)
  for (const theme of THEMES)
    test(`${part}, ${theme}, has nothing that axe objects to`, async ({ page }) => {
      await show(page, { part, theme });
      test.expect(await objections(page)).toEqual([]);
    });

/** What floats once a button is pressed. */
const OPENED = [
  { part: 'floating', button: 'More', role: 'menu' },
  { part: 'floating', button: 'Save this list', role: 'alertdialog' },
  { part: 'floating', button: 'Keys', role: 'dialog' },
  { part: 'signs', button: '16 h 30 m over', role: 'dialog' },
  { part: 'choices', button: /Held under/u, role: 'listbox' },
  { part: 'buttons', button: 'Print the day', role: 'tooltip' },
] as const;

for (const { part, button, role } of OPENED)
  for (const theme of THEMES)
    test(`what ${String(button)} opens, ${theme}, has nothing that axe objects to`, async ({
      page,
    }) => {
      await show(page, { part, theme });
      const opener = page.getByRole('button', { name: button });
      // A pointer that has never moved is not taken for one that hovers.
      await page.mouse.move(5, 5);
      await (role === 'tooltip' ? opener.hover() : opener.press('Enter'));
      const opened = page.getByRole(role);
      await opened.waitFor();
      const name = `open-${part}-${role}-${theme}`;
      await page.screenshot({ path: `out/pictures/parts/${name}.png` });
      // What floats stands outside the regions of the page beneath it.
      test.expect(await objections(page, 'region')).toEqual([]);
    });
