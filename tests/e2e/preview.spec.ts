import { copyFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { docxOf } from '../fixtures/office';
import { tinyPdf } from '../fixtures/pdf';
import { call, commandOf, expect, isAlive, pressKeys, statusOf, test, type Session } from './kit';
import { deskWith, open } from './pages/papers';

const SCAN = resolve(__dirname, '../../resources/samples/files/sample-scan-remand-order.png');

/** Processes that draw pages: the desk's own, and one for each document that is looked at. */
const renderers = ({ processes }: Session): readonly number[] =>
  processes().filter((pid) => commandOf(pid).includes('--type=renderer'));

/** Dark pixels of what is drawn now, and its size. */
const drawn = (page: Page) =>
  page.locator('canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const data = (canvas as HTMLCanvasElement)
      .getContext('2d')
      ?.getImageData(0, 0, width, height).data;
    let dark = 0;
    for (let at = 0; at < (data?.length ?? 0); at += 4) if ((data?.[at] ?? 255) < 100) dark += 1;
    return { width, height, dark };
  });

test('PDF, picture, text and Word are each shown by a process of their own, which ends with the looking', async ({
  home,
  start,
}) => {
  const session = await start();
  const { page } = session;
  const papers = home.folder('papers');
  const script =
    "globalThis.hasRun = true; app.alert('run'); this.print(); app.launchURL('https://rihai.example/')";
  const files = {
    order: ['order.pdf', tinyPdf(['Sample order', 'Second page'], { script })],
    note: ['note.txt', Buffer.from('Brought to court at noon.\u202e\n')],
    letter: ['letter.docx', docxOf(['Sample letter to the court.', 'محمد خیالی'])],
    page: ['page.html', Buffer.from('<script>document.title = "run"</script><p>Kept as text')],
    odd: ['odd.bin', Buffer.from([0, 1, 2, 3, 0, 0, 0, 9])],
  } as const;
  for (const [name, bytes] of Object.values(files)) writeFileSync(join(papers, name), bytes);
  copyFileSync(SCAN, join(papers, 'scan.png'));
  await deskWith(session, home, papers);
  // Their words are found: each was read in a process of its own when it was taken in.
  for (const [sought, label] of [
    ['letter court', 'letter'],
    ['second page', 'order'],
    ['خیالی', 'letter'],
  ] as const) {
    const { groups } = await call<{
      groups: readonly { hits: readonly { label: object }[] }[];
    }>(page, 'search:query', { text: sought });
    expect(JSON.stringify(groups)).toContain(label);
  }
  expect(session.processes().filter((pid) => commandOf(pid).includes('reader.js'))).toEqual([]);
  const before = renderers(session);
  expect(before).toHaveLength(1);

  await open(page, 'order');
  const order = page.getByRole('img', { name: 'Page 1 of 2 of order' });
  await expect(order).toBeVisible();
  const first = await drawn(page);
  expect(first.dark).toBeGreaterThan(100);
  expect(first.height / first.width).toBeCloseTo(842 / 595, 1);
  const [reader] = renderers(session).filter((pid) => !before.includes(pid));
  expect(renderers(session)).toHaveLength(2);
  expect(statusOf(reader ?? 0)).toMatch(/^Seccomp:\s+2$/mu);
  // It shows nothing, was asked to show nothing, and has no window but the desk's on screen.
  const windows = await session.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((one) => one.isVisible())
      .sort(),
  );
  expect(windows).toEqual([false, true]);
  // The script of the document was read and not run: nothing is set, nothing left the page.
  const readerPage: unknown = await session.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => !one.isVisible())
      ?.webContents.executeJavaScript('[location.href, typeof pdfjsLib, typeof hasRun]'),
  );
  expect(readerPage).toEqual(['app://rihai/preview.html', 'object', 'undefined']);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByRole('img', { name: 'Page 2 of 2 of order' })).toBeVisible();
  await page.getByRole('region', { name: 'order' }).focus();
  await page.keyboard.press('PageUp');
  await expect(order).toBeVisible();
  await page.keyboard.press('+');
  await expect.poll(async () => (await drawn(page)).width).toBeGreaterThan(first.width * 1.4);

  await open(page, 'note');
  await expect(page.getByRole('region', { name: 'note' })).toContainText(
    'Brought to court at noon.[U+202E]',
  );
  // The text has been told, and so nobody holds the file any more.
  await expect.poll(() => renderers(session)).toEqual(before);
  expect(isAlive(reader ?? 0)).toBe(false);

  await open(page, 'scan');
  await expect(page.getByRole('img', { name: 'Picture of scan' })).toBeVisible();
  expect((await drawn(page)).dark).toBeGreaterThan(100);
  await open(page, 'letter');
  await expect(page.getByRole('region', { name: 'letter' })).toContainText('محمد خیالی');
  await open(page, 'page');
  await expect(page.getByRole('region', { name: 'page' })).toContainText('<script>');
  await open(page, 'odd');
  await expect(page.getByText('Files of this kind are not shown here.')).toBeVisible();
  await expect(page).toHaveTitle('Rihai');

  await open(page, 'order');
  await expect(order).toBeVisible();
  const all = session.processes();
  await pressKeys(session.app, 'l', ['control']);
  await session.ended();
  await expect.poll(() => all.filter(isAlive)).toEqual([]);
});
