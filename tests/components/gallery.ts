import { readFileSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { test as base, type Page } from '@playwright/test';

const HOME = resolve('out/gallery');
const ORIGIN = 'http://gallery.test';
const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

export type Look = {
  readonly part: string;
  readonly theme?: 'light' | 'dark';
  readonly locale?: 'en' | 'en-XA' | 'ar-XB';
  readonly density?: 'comfortable';
};

/** Serves the built gallery from disk; anything else the page asks for is refused. */
async function serve(page: Page): Promise<void> {
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const file = resolve(join(HOME, pathname));
    if (origin !== ORIGIN || !file.startsWith(HOME + sep)) return route.abort();
    try {
      return route.fulfill({ body: readFileSync(file), contentType: KINDS[extname(file)] ?? '' });
    } catch {
      return route.fulfill({ status: 404 });
    }
  });
}

/** Opens one part of the gallery and waits until its faces are there. */
export async function show(page: Page, { theme = 'light', ...look }: Look): Promise<void> {
  const query = new URLSearchParams(look);
  await page.emulateMedia({ colorScheme: theme });
  await page.goto(`${ORIGIN}/gallery.html?${query.toString()}`);
  await page.locator('#root > *').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** A page that fails its test on any error in the console: a refused style, a script, a warning of React. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await serve(page);
    await use(page);
    test.expect(errors).toEqual([]);
  },
});
