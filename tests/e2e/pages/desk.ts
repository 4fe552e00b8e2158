import { expect, type Locator, type Page } from '@playwright/test';

/** The window of an open vault. */
export function desk(page: Page) {
  return {
    /** The vault is open, and its desk stands. */
    isOpen: async (): Promise<void> => {
      await expect(page.locator('html')).toHaveAttribute('data-stage', 'unlocked');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
    go: (place: string): Promise<void> =>
      page.getByRole('navigation').getByRole('link', { name: place }).click(),
    tab: (name: string | RegExp): Promise<void> => page.getByRole('tab', { name }).click(),
    title: (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name }),
    press: (name: string | RegExp): Promise<void> =>
      page.getByRole('main').getByRole('button', { name }).first().click(),
    /** A button that opens a menu, and one of its entries. */
    pick: async (menu: string, entry: string): Promise<void> => {
      await page.getByRole('main').getByRole('button', { name: menu, exact: true }).first().click();
      await page.getByRole('menuitem', { name: entry, exact: true }).click();
    },
    /** Finds by Ctrl K, and opens the first record found. */
    find: async (words: string, label: string | RegExp): Promise<void> => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'A name, a case number' }).fill(words);
      await page.getByRole('option', { name: label }).first().waitFor();
      await page.keyboard.press('Enter');
    },
    /** Takes back what the bar at the foot tells of. */
    undo: async (): Promise<void> => {
      await page
        .getByRole('group', { name: 'Saved' })
        .getByRole('button', { name: 'Undo' })
        .click();
    },
    said: (text: string | RegExp): Locator =>
      page.getByRole('group', { name: 'Saved' }).getByText(text),
  };
}

/** The lock screen. */
export function lockScreen(page: Page) {
  return {
    open: async (passphrase: string): Promise<void> => {
      await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
      await page.getByRole('button', { name: 'Open' }).click();
    },
  };
}
