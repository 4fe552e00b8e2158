import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { answerFolderDialog, expect, test, type Session } from './kit';

const PICTURES = resolve(__dirname, '../../out/pictures/screens');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1024, height: 640 },
] as const;
const THEMES = ['light', 'dark'] as const;

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** What axe finds on the page; what React Aria announced for a moment outlives what it named. */
async function violations(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      readonly axe: {
        run(
          context: object,
          options: object,
        ): Promise<{ readonly violations: readonly Violation[] }>;
      };
    };
    return (
      await axe.run({ exclude: [['[data-live-announcer]']] }, { resultTypes: ['violations'] })
    ).violations;
  });
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** Gives the page axe by the debugger, whom its policy does not concern: it stays as strict as delivered. */
async function giveAxe({ page }: Session): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Runtime.evaluate', { expression: `${AXE};0` });
  await debug.detach();
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

async function resize({ app, page }: Session, size: (typeof SIZES)[number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.waitForFunction((width) => innerWidth === width, size.width);
}

/** Photographs a screen in each size and theme; answers what is wrong with it. */
async function look(session: Session, name: string): Promise<readonly string[]> {
  const { page } = session;
  const wrong: string[] = [];
  for (const size of SIZES) {
    await resize(session, size);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const label = `${name}-${String(size.width)}-${theme}`;
      await page.screenshot({ path: join(PICTURES, `${label}.png`), animations: 'disabled' });
      const wide = await overflow(page);
      if (wide > 0) wrong.push(`${label}: ${String(wide)} px too wide`);
      // What axe looks at hangs on the theme, not on the size.
      if (size === SIZES[0]) {
        for (const one of await violations(page)) wrong.push(`${label}: ${one}`);
      }
    }
  }
  return wrong;
}

type Screen = { readonly name: string; readonly open: (page: Page) => Promise<void> };

const place = (name: string): Screen => ({
  name: name.toLowerCase(),
  open: (page) => page.getByRole('navigation').getByRole('link', { name }).click(),
});

const tab = (name: string, words: string | RegExp): Screen => ({
  name,
  open: (page) => page.getByRole('tab', { name: words }).click(),
});

/** Opens the first row of the list that is shown. */
const firstRow = (name: string): Screen => ({
  name,
  open: async (page) => {
    await page.getByRole('main').getByRole('row').nth(1).click();
    await page.getByRole('tab').first().waitFor();
  },
});

const SCREENS: readonly Screen[] = [
  { name: 'today', open: () => Promise.resolve() },
  {
    name: 'outcome',
    open: (page) => page.getByRole('main').getByRole('button', { name: 'Enter outcomes' }).click(),
  },
  place('Detainees'),
  firstRow('detainee'),
  tab('detainee-cases', /^Cases/u),
  tab('detainee-clocks', /^Clocks/u),
  tab('detainee-details', 'Details'),
  tab('detainee-history', 'History'),
  {
    name: 'write',
    open: async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'Write' }).click();
      await page.getByRole('button', { name: /^Export/u }).waitFor();
    },
  },
  place('Cases'),
  firstRow('case'),
  tab('case-accused', /^Accused/u),
  tab('case-orders', /^Orders/u),
  place('Documents'),
  place('People'),
  place('Trash'),
  place('Settings'),
  {
    name: 'find',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'A name, a case number' }).fill('bail');
      await page.getByRole('option').first().waitFor();
    },
  },
];

test('every screen of the sample vault is readable, fits its window, and axe finds nothing wrong', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  mkdirSync(PICTURES, { recursive: true });
  const session = await start();
  const { app, page } = session;
  await giveAxe(session);
  const wrong: string[] = [];
  await expect(page.locator('html')).toHaveAttribute('data-stage', 'start');
  wrong.push(...(await look(session, 'start')));
  await answerFolderDialog(app, home.folder('sample'));
  await page.getByRole('button', { name: 'Try it with invented cases' }).click();
  await page.getByRole('button', { name: 'Make the sample vault' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click({ timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const { name, open } of SCREENS) {
    await open(page);
    await page.waitForLoadState();
    wrong.push(...(await look(session, name)));
  }
  expect(wrong).toEqual([]);
});
