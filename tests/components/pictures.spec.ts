import { resolve } from 'node:path';
import { show, test, type Look } from './gallery';
import { PARTS } from './parts';

const ALBUM = resolve('out/pictures/parts');
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1024, height: 640 },
];
/** 200 % zoom of the reference window is the same page in half the pixels. */
const ZOOMED = { width: 640, height: 360 };

const LOOKS: readonly Omit<Look, 'part'>[] = [
  { theme: 'light' },
  { theme: 'dark' },
  { theme: 'light', locale: 'en-XA' },
  { theme: 'light', locale: 'ar-XB' },
];

for (const part of PARTS)
  test(`${part} is photographed, and nothing runs out of the window`, async ({ page }) => {
    for (const look of LOOKS)
      for (const size of [...SIZES, ZOOMED]) {
        await page.setViewportSize(size);
        await show(page, { part, ...look });
        const name = [part, look.theme, look.locale ?? 'en', String(size.width)].join('-');
        await page.screenshot({ path: `${ALBUM}/${name}.png`, animations: 'disabled' });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        test.expect(over, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      }
  });
