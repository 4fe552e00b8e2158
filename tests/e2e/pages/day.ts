import { expect, type Page } from '@playwright/test';

/**
 * Opens the outcomes of a day, from wherever one is.
 * @param typed the day as one types it, `28.4.2026`.
 * @param shown how the heading then calls it, `28 April`.
 */
export async function openOutcomes(page: Page, typed: string, shown: string): Promise<void> {
  await page.getByRole('button', { name: 'Go to a day' }).press('Enter');
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(shown);
  await page.getByRole('button', { name: /Enter outcomes/ }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'what happened' })).toBeFocused();
}
