import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const PICTURES = process.env['RIHAI_PICTURES'];

/** A picture in both sizes and looks, where they are asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  for (const [width, height] of [
    [1280, 720],
    [1024, 640],
  ] as const)
    for (const look of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: look });
      await page.screenshot({ path: join(PICTURES, `${name}-${String(width)}-${look}.png`) });
    }
}
