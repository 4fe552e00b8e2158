import type { Locator, Page } from '@playwright/test';
import { answerFolderDialog, call, expect, type Home, type Session } from '../kit';
import type { Camera } from './camera';

type Locale = 'en' | 'en-XA' | 'ar-XB';

/**
 * Makes the sample vault and opens its window at the day its cases are written as of.
 * @param locale as the settings set it; besides English, texts a third longer or from right to left.
 */
export async function openSample(
  { app, page }: Session,
  home: Home,
  locale: Locale = 'en',
): Promise<void> {
  await answerFolderDialog(app, home.folder('sample'));
  const folder = await call<{ token: string }>(page, 'files:chooseFolder', { purpose: 'newVault' });
  const { referenceDay } = await call<{ referenceDay: string }>(page, 'vault:makeSample', {
    token: folder.token,
    job: crypto.randomUUID(),
  });
  await call(page, 'app:setSettings', { locale });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-stage', 'unlocked');
  await page.getByRole('main').locator('[aria-expanded]').first().click();
  await page.getByRole('textbox').fill(referenceDay);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox').waitFor({ state: 'hidden' });
}

// By address and not by words: it is the same in every language.
export const go = (page: Page, place: string): Promise<void> =>
  page.locator(`nav a[href="#/${place}"]`).click();

/** Opens the first row of the list that is shown. */
export async function firstRow(page: Page): Promise<void> {
  const row = page.getByRole('main').getByRole('row').nth(1);
  await row.waitFor();
  // Rows are painted before they are read.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await row.click();
}

/** Opens a file from its list, and looks at every tab of it. */
export async function lookAtTabs({ look }: Camera, page: Page, name: string): Promise<void> {
  const tabs = page.getByRole('main').getByRole('tab');
  await tabs.first().waitFor();
  for (const tab of await tabs.all()) {
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await look(`${name}-${(await tab.getAttribute('data-key')) ?? ''}`);
  }
  await tabs.first().click();
}

const leave = async (page: Page, dialog: Locator): Promise<void> => {
  // The first Escape may only close what a field suggests.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden({ timeout: 1_000 });
  }).toPass();
};

/** Looks at what a button opens over the window, and leaves it. */
export async function lookAtPanel(
  { look }: Camera,
  page: Page,
  { name, button }: { readonly name: string; readonly button: Locator },
): Promise<void> {
  await button.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button').first().waitFor();
  await look(name);
  await leave(page, dialog);
}

/** Looks at the form behind every entry of a menu. */
export async function lookAtForms({ look }: Camera, page: Page, menu: Locator): Promise<void> {
  await menu.click();
  const entries = page.getByRole('menuitem');
  await entries.first().waitFor();
  const count = await entries.count();
  for (let at = 0; at < count; at += 1) {
    if (at > 0) await menu.click();
    const kind = (await entries.nth(at).getAttribute('data-key')) ?? '';
    await entries.nth(at).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('button').nth(1).waitFor();
    await look(`form-${kind}`);
    await leave(page, panel);
  }
}
