import type { Page } from '@playwright/test';
import { answerFolderDialog, expect, pressKeys, test, type Home, type Session } from './kit';
import { PASSPHRASE } from './new-vault';
import { openOutcomes } from './pages/day';
import { desk } from './pages/desk';
import { fillFile, isRefused, LONG, PERSON, TURNED } from './pages/odd';
import { startScreen } from './pages/start';

/** Signs that searches of other programs take for orders. */
const ORDERS = [
  `"Khayali`,
  `Khayali" OR *`,
  `NEAR("x" AND NOT ^y*) {a b}: -Khayali`,
  `' OR 1=1 --`,
];

/** First start, with a name and a passphrase that cannot be; answers when the vault is made. */
async function makeOddly({ app, page }: Session, home: Home): Promise<void> {
  const start = startScreen(page);
  await answerFolderDialog(app, home.folder('vault'));
  await start.makeVault();
  await start.chooseFolder();
  const name = page.getByLabel('Your name in this vault');
  for (const bad of [TURNED, 'Sample\u0007 Vakil', LONG, '  ']) {
    await name.fill(bad);
    await start.goOn();
    await isRefused(name, bad);
  }
  await name.fill('Sample Vakil');
  await start.goOn();
  await page.getByRole('button', { name: 'I will make my own' }).click();
  const own = page.getByLabel('Passphrase', { exact: true });
  for (const bad of [
    LONG,
    'ب'.repeat(40_000),
    `${PASSPHRASE}\u202e`,
    `walnut\u0007${PASSPHRASE}`,
    'short',
  ]) {
    await own.fill(bad);
    await start.goOn();
    await isRefused(own, bad);
  }
  await own.fill(PASSPHRASE);
  await expect(page.getByText('Strong enough')).toBeVisible();
  await start.goOn();
  const again = page.getByLabel('The passphrase again');
  for (const bad of [LONG, `${PASSPHRASE}\u202e`]) {
    await start.typeAgain(bad);
    await isRefused(again, bad);
  }
  await start.typeAgain(PASSPHRASE);
  await start.groups();
}

/** What is typed to find or to narrow: never refused for its signs, and said where it is too long. */
async function seekOddly(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'A name, a case number' });
  await box.fill(LONG);
  await isRefused(box, LONG);
  await expect(page.getByText('Nothing by that name')).toBeHidden();
  for (const odd of [...ORDERS, TURNED]) {
    await box.fill(odd);
    await expect(box).not.toHaveAttribute('aria-invalid', 'true');
    await expect(box).toHaveValue(odd);
  }
  await box.fill(`"${PERSON}`);
  await page.getByRole('option', { name: PERSON }).first().waitFor();
  await page.keyboard.press('Escape');

  await desk(page).go('Detainees');
  const words = page.getByRole('searchbox', { name: 'Narrow by words' });
  const found = page.getByRole('main').getByRole('row', { name: PERSON });
  await words.fill('Khayali');
  await expect(found).toBeVisible();
  await words.fill(LONG);
  await isRefused(words, LONG);
  // As it was narrowed before, and not to something that was cut.
  await expect(found).toBeVisible();
  for (const odd of [...ORDERS, 'Misali\u202e']) {
    await words.fill(odd);
    await expect(words).not.toHaveAttribute('aria-invalid', 'true');
    await expect(words).toHaveValue(odd);
  }
  await expect(found).toBeHidden();
}

test('first start, what is looked for, an outcome and the lock screen say what cannot be', async ({
  home,
  start,
}) => {
  const first = await start();
  const { app, page } = first;
  await makeOddly(first, home);
  await fillFile(page);
  await page.reload();
  await desk(page).isOpen();
  await seekOddly(page);

  await desk(page).go('Today');
  await openOutcomes(page, '28.4.2026', '28 April');
  await page.keyboard.type('adj');
  await page.keyboard.press('Tab');
  const next = page.getByRole('textbox', { name: 'next date' });
  for (const bad of ['31.2.2027', '27.4.2026', LONG, '14.5\u202e', '14\u0007.5']) {
    await next.fill(bad);
    await next.press('Enter');
    await isRefused(next, bad);
  }
  await next.fill('+2w');
  await next.press('Enter');
  await expect(page.getByText('1 of 1 entered')).toBeVisible();

  await pressKeys(app, 'l', ['control']);
  let locked = await start({ args: (await first.ended()) ?? [] });
  // What was tried and opens nothing is kept by nobody: the lock screen comes anew and says so.
  for (const bad of [LONG, `${PASSPHRASE}\u202e`, `${PASSPHRASE}\u0007`]) {
    await locked.page.getByLabel('Passphrase', { exact: true }).fill(bad);
    // The page may be gone before the key is up.
    await locked.page.keyboard.press('Enter').catch(() => undefined);
    locked = await start({ args: (await locked.ended()) ?? [] });
    await isRefused(locked.page.getByLabel('Passphrase', { exact: true }), '');
  }
  await locked.page.getByRole('button', { name: 'Use the recovery sheet' }).click();
  const key = locked.page.getByLabel('Recovery key', { exact: true });
  for (const bad of [LONG, TURNED]) {
    await key.fill(bad);
    await locked.page.getByRole('button', { name: 'Open', exact: true }).click();
    await isRefused(key, bad);
  }
});
