import type { Page } from '@playwright/test';
import { call, expect, test } from '../kit';
import { desk } from '../pages/desk';
import { camera, type Camera } from './camera';
import { firstRow, go, lookAtTabs, openSample } from './walks';

const PLACES = ['detainees', 'cases', 'documents', 'people', 'write', 'settings'] as const;

/** A list, and the file of its first row. */
async function lookAtFile(at: Camera, page: Page, list: string, file: string): Promise<void> {
  await go(page, list);
  await firstRow(page);
  await lookAtTabs(at, page, file);
}

/** The papers that can be shown in the window: text of both scripts, a picture, and pages. */
async function lookAtPapers({ look }: Camera, page: Page): Promise<void> {
  await go(page, 'documents');
  for (const [name, title] of [
    ['text', /copy of FIR/u],
    ['image', /scan of/u],
    ['pages', /order 417\/2026/u],
  ] as const) {
    await page.getByRole('main').getByRole('row', { name: title }).first().click();
    const side = page.getByRole('complementary', { name: 'The document' });
    await side.waitFor();
    // Each opens in a process of its own.
    if (name === 'text') await side.getByText('INVENTED TEXT').waitFor();
    else await side.locator('canvas').waitFor();
    await look(`document-${name}`);
  }
}

async function lookAtTrash({ look }: Camera, page: Page): Promise<void> {
  await go(page, 'trash');
  await look('trash-empty');
  const { rows } = await call<{ rows: readonly { id: string }[] }>(page, 'people:list', {
    limit: 2,
    offset: 0,
  });
  for (const { id } of rows) await call(page, 'records:trash', { id });
  await page.getByRole('main').getByRole('button').nth(1).waitFor();
  await look('trash');
}

test('every place of the sample vault is readable, fits its window, and axe finds nothing wrong', async ({
  home,
  start,
}) => {
  test.setTimeout(300_000);
  const session = await start();
  const { page } = session;
  await openSample(session, home);
  const at = camera(session);
  await at.look('today');
  await desk(page).press('Enter outcomes');
  await at.look('outcome');
  for (const place of PLACES) {
    await go(page, place);
    await at.look(place);
  }
  await lookAtFile(at, page, 'detainees', 'detainee');
  await desk(page).press('Write');
  await page.getByRole('button', { name: /^Export/u }).waitFor();
  await at.look('write-brief');
  await lookAtFile(at, page, 'cases', 'case');
  await lookAtPapers(at, page);
  await go(page, 'people');
  await firstRow(page);
  await at.look('person');
  await lookAtTrash(at, page);
  expect(at.wrong).toEqual([]);
});
