import { readdirSync } from 'node:fs';
import { answerFolderDialog, call, expect, makeHome, startRihai, test } from './kit';
import { clean, create, main, office, side, type Office } from './offices';
import { desk } from './pages/desk';
import { picture } from './picture';

const PERSON = 'Sample Khayali';
const OTHER = 'Sample Farzi';

/** Writes in the copy, as somebody who opened it on the way does. */
async function onTheWay(dir: string, words: string, id: string): Promise<void> {
  const { remove, ...home } = makeHome();
  const { app, page } = await startRihai({ home });
  try {
    await answerFolderDialog(app, dir);
    const { token } = await call<{ token: string }>(page, 'files:chooseFolder', {
      purpose: 'openVault',
    });
    await call(page, 'vault:choose', { token });
    const passphrase = new TextEncoder().encode(words);
    await call(page, 'vault:unlock', { slot: 1, passphrase });
    const edits = [
      { path: 'occupation', value: 'weaver' },
      { path: 'notes', value: 'asks for a doctor' },
    ];
    await call(page, 'records:edit', { id, edits });
  } finally {
    await app.close();
    remove();
  }
}

/** From the list to a copy in a folder; answers the six words that open it. */
async function makeCopy(at: Office, dir: string): Promise<string> {
  const { page, session } = at;
  await desk(page).press('Make a travel copy');
  await expect(desk(page).title('Make a travel copy')).toBeVisible();
  await page.getByRole('combobox', { name: /a person or a case/u }).fill('Khayali');
  await page.getByRole('option', { name: PERSON }).first().click();
  await expect(side(at).getByText('records', { exact: true })).toBeVisible();
  await expect(main(at).getByText(OTHER)).toBeHidden();
  await picture(page, 'travel-what');
  await clean(at);
  await side(at).getByRole('button', { name: 'Make the copy' }).click();
  const panel = page.getByRole('dialog');
  await answerFolderDialog(session.app, dir);
  await panel.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(panel.getByText('visit', { exact: true })).toBeVisible();
  const list = panel.getByRole('list').filter({ has: page.locator('bdi') });
  await expect(list.getByRole('listitem')).toHaveCount(6);
  const words = (await list.getByRole('listitem').allTextContents()).join(' ');
  await panel.getByLabel('The new passphrase again').fill(words);
  await picture(page, 'travel-make');
  await clean(at);
  await panel.getByRole('button', { name: 'Make the copy' }).click();
  await expect(panel.getByText('Making the copy')).toBeVisible();
  await picture(page, 'travel-making');
  await expect(panel.getByText('The copy is made')).toBeVisible({ timeout: 120_000 });
  await picture(page, 'travel-made');
  await panel.getByRole('button', { name: 'Done' }).click();
  return words;
}

test('a travel copy: made of one person, written in on the way, taken back, and lost', async ({
  home,
  start,
}) => {
  test.setTimeout(600_000);
  const at = await office(await start(), home, 'Sample Vakil');
  const { page, session } = at;
  const person = await create(page, 'person', { 'names/new': { text: PERSON, kind: 'legal' } });
  await create(page, 'person', { 'names/new': { text: OTHER, kind: 'legal' } });
  await desk(page).go('Exchange');
  await desk(page).tab('Travel copies');
  await expect(main(at).getByText('No travel copy was made here')).toBeVisible();
  await picture(page, 'travel-empty');
  await clean(at);
  const dir = home.folder('visit');
  const words = await makeCopy(at, dir);
  expect(readdirSync(dir)).toContain('vault.rhv');
  await expect(main(at).getByText('out', { exact: true })).toBeVisible();
  await picture(page, 'travel-out');
  await clean(at);

  await onTheWay(dir, words, person);
  await call(page, 'records:edit', {
    id: person,
    edits: [{ path: 'occupation', value: 'tailor' }],
  });
  await desk(page).press('Take it back');
  const panel = page.getByRole('dialog');
  await answerFolderDialog(session.app, dir);
  await panel.getByRole('button', { name: 'Choose a folder' }).click();
  await panel.getByLabel('Passphrase of the copy').fill('not the words at all');
  await panel.getByRole('button', { name: 'Take it back' }).click();
  await expect(panel.getByText('vault/passphrase')).toBeVisible({ timeout: 120_000 });
  await picture(page, 'travel-wrong');
  await clean(at);
  await panel.getByLabel('Passphrase of the copy').fill(words);
  await panel.getByRole('button', { name: 'Take it back' }).click();
  await expect(panel.getByText(/^Taken back: /u)).toBeVisible({ timeout: 120_000 });
  await expect(panel.getByText('One conflict waits')).toBeVisible();
  await picture(page, 'travel-back');
  await clean(at);
  await panel.getByRole('button', { name: 'Done' }).click();
  expect(await call(page, 'records:get', { id: person })).toMatchObject({
    fields: { notes: 'asks for a doctor' },
  });
  await expect(main(at).getByText('taken back', { exact: true })).toBeVisible();

  await desk(page).press('What became of it');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText(/^Nobody knows where it is/u).click();
  await picture(page, 'travel-end');
  await clean(at);
  await dialog.getByRole('button', { name: 'Note it' }).click();
  await expect(main(at).getByRole('heading', { name: 'No longer taken back' })).toBeVisible();
  await picture(page, 'travel-lost');
  await clean(at);
  await desk(page).press('It was found');
  await expect(main(at).getByRole('heading', { name: 'Out and back' })).toBeVisible();
});
