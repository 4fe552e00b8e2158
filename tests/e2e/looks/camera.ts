import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Session } from '../kit';
import { cutTexts, giveAxe, overflow, stand, unreached, violations } from './audit';

const PICTURES = resolve(__dirname, '../../../out/pictures/screens');

type Check = (page: Page) => Promise<readonly string[]>;

/** One way to look at a screen, and what must hold when it is looked at so. */
export type Way = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly zoom: number;
  readonly checks: readonly Check[];
};

const LARGE = { width: 1280, height: 720, zoom: 1 } as const;
const SMALL = { width: 1024, height: 640, zoom: 1 } as const;

const fits = [overflow, cutTexts];
/** Of what axe looks at, only colours hang on the theme. */
const colours: Check = (page) => violations(page, ['color-contrast']);

/** Both sizes, both themes, and 200 % zoom: what the window must be good in. */
export const EVERY_WAY: readonly Way[] = [
  { name: '1280-light', ...LARGE, theme: 'light', checks: [...fits, (page) => violations(page)] },
  { name: '1024-dark', ...SMALL, theme: 'dark', checks: [...fits, colours] },
  { name: 'zoomed', ...LARGE, zoom: 2, theme: 'light', checks: [overflow, unreached] },
];

/** The tighter size, for texts that are longer or run the other way. */
export const TIGHT: readonly Way[] = [{ name: '1024', ...SMALL, theme: 'light', checks: fits }];

async function arrange({ app, page }: Session, way: Way): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { width, height, zoom }) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.isVisible());
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(zoom);
    },
    { width: way.width, height: way.height, zoom: way.zoom },
  );
  await page.waitForFunction((width) => innerWidth === width, way.width / way.zoom);
  await page.emulateMedia({ colorScheme: way.theme });
  await page.evaluate(() => document.fonts.ready);
  await stand(page);
}

/** Playwright cuts a zoomed page at the size it has without zoom: there the window itself is asked. */
async function photograph({ app, page }: Session, { zoom }: Way, path: string): Promise<void> {
  if (zoom === 1) {
    await page.screenshot({ path, animations: 'disabled' });
    return;
  }
  // The window gives the frame it painted last.
  await page.evaluate(
    () =>
      new Promise((painted) => {
        requestAnimationFrame(() => requestAnimationFrame(painted));
      }),
  );
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.webContents.capturePage();
    return picture?.toPNG().toString('base64') ?? '';
  });
  writeFileSync(path, png, 'base64');
}

/**
 * Looks at what the window shows, in each of the ways; keeps a picture of each.
 * `wrong` has all that was found in what was looked at so far.
 */
export function camera(session: Session, ways: readonly Way[] = EVERY_WAY) {
  const { page } = session;
  mkdirSync(PICTURES, { recursive: true });
  const wrong: string[] = [];
  const look = async (name: string): Promise<void> => {
    await giveAxe(page);
    await page.waitForLoadState();
    for (const way of ways) {
      await arrange(session, way);
      const label = `${name}-${way.name}`;
      await photograph(session, way, join(PICTURES, `${label}.png`));
      for (const check of way.checks)
        for (const one of await check(page)) wrong.push(`${label}: ${one}`);
    }
    const [first] = ways;
    if (first !== undefined) await arrange(session, first);
  };
  return { look, wrong: wrong as readonly string[] };
}

export type Camera = ReturnType<typeof camera>;
