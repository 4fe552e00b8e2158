import type { Page } from '@playwright/test';

/** First start: from the welcome to an open vault. */
export function startScreen(page: Page) {
  const press = (name: string): Promise<void> => page.getByRole('button', { name }).click();
  return {
    makeVault: (): Promise<void> => press('Make a vault'),
    chooseFolder: (): Promise<void> => press('Choose a folder'),
    name: (name: string): Promise<void> => page.getByLabel('Your name in this vault').fill(name),
    goOn: (): Promise<void> => press('Go on'),
    /** The words drawn, as one reads them from the page. */
    words: async (): Promise<readonly string[]> => {
      const words = page.locator('form bdi').filter({ hasText: /^[a-z-]{2,}$/u });
      await words.nth(5).waitFor();
      return words.allTextContents();
    },
    haveWritten: (): Promise<void> => press('I have written them down'),
    typeAgain: async (passphrase: string): Promise<void> => {
      await page.getByLabel('The passphrase again').fill(passphrase);
      await press('Make the vault');
    },
    /** The groups of the recovery sheet, as they stand on it. */
    groups: async (): Promise<readonly string[]> => {
      // Behind a derivation that takes long on a busy machine.
      await page.getByRole('button', { name: 'I have it on paper' }).waitFor({ timeout: 60_000 });
      return page.locator('ol bdi').allTextContents();
    },
    haveOnPaper: (): Promise<void> => press('I have it on paper'),
    /** Types back every group that is asked for. */
    typeGroups: async (groups: readonly string[]): Promise<void> => {
      const asked = page.getByLabel(/^Group \d$/u);
      await asked.first().waitFor();
      for (const field of await asked.all()) {
        const label = await field.evaluate(
          (input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '',
        );
        await field.fill(groups[Number(label.replace(/\D/gu, '')) - 1] ?? '');
      }
      await press('Open the vault');
    },
  };
}
