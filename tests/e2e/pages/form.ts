import type { Locator, Page } from '@playwright/test';

/** A form over the window: the panel that is open. */
export function openForm(page: Page) {
  const panel = page.getByRole('dialog');
  return {
    panel,
    field: (label: string): Locator => panel.getByRole('textbox', { name: label, exact: true }),
    /** A field of words, with suggestions or without. */
    line: (label: string): Locator => {
      const named = { name: label, exact: true };
      return panel.getByRole('textbox', named).or(panel.getByRole('combobox', named));
    },
    type: async (label: string, text: string): Promise<void> => {
      await panel.getByRole('textbox', { name: label, exact: true }).fill(text);
    },
    /** Types into a field with suggestions, and takes the one that fits. */
    take: async (label: string, typed: string, option: string | RegExp = typed): Promise<void> => {
      await panel.getByRole('combobox', { name: label, exact: true }).fill(typed);
      await page.getByRole('option', { name: option }).first().click();
    },
    /** Takes one of a few fixed answers. */
    choose: async (label: string, option: string): Promise<void> => {
      await panel.getByRole('button', { name: label }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    /** Presses Save where nothing is to be saved: the panel stays. */
    pressSave: (): Promise<void> =>
      panel.getByRole('button', { name: 'Save', exact: true }).click(),
    save: async (): Promise<void> => {
      await panel.getByRole('button', { name: 'Save', exact: true }).click();
      await panel.waitFor({ state: 'hidden' });
    },
  };
}
