import { expect, test } from '../kit';
import { desk } from '../pages/desk';
import { camera } from './camera';
import { firstRow, go, openSample } from './walks';

test('what floats over the window is readable and fits it: find, help, undo, an error', async ({
  home,
  start,
}) => {
  test.setTimeout(180_000);
  const session = await start();
  const { page } = session;
  await openSample(session, home);
  const at = camera(session);
  await page.keyboard.press('Control+k');
  await at.look('find');
  await page.getByRole('combobox', { name: 'A name, a case number' }).fill('bail');
  await page.getByRole('option').first().waitFor();
  await at.look('find-bail');
  await page.getByRole('combobox', { name: 'A name, a case number' }).fill('zzzz');
  await at.look('find-nothing');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('heading').first().waitFor();
  await at.look('help');
  await page.keyboard.press('Escape');
  await go(page, 'detainees');
  await firstRow(page);
  await desk(page).tab('Details');
  const occupation = page.getByRole('textbox', { name: 'Occupation' });
  await occupation.fill('teacher of mathematics');
  await occupation.press('Tab');
  await expect(desk(page).said(/Occupation/u)).toBeVisible();
  await at.look('undo');
  expect(at.wrong).toEqual([]);
});
