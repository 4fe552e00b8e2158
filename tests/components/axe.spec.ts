import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { show, test } from './gallery';
import { PARTS } from './parts';

const axe = createRequire(__filename).resolve('axe-core/axe.min.js');

for (const part of PARTS)
  for (const theme of ['light', 'dark'] as const)
    test(`${part}, ${theme}, has nothing that axe objects to`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await show(page, { part, theme });
      // Playwright's addScriptTag would be refused by the page's own policy.
      await page.evaluate((await import('node:fs')).readFileSync(axe, 'utf8'));
      const found = await page.evaluate(async () => {
        const { axe: run } = globalThis as unknown as {
          axe: { run: (options: object) => Promise<AxeResults> };
        };
        const { violations } = await run.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        );
      });
      test.expect(found).toEqual([]);
    });
