import type { Page } from '@playwright/test';
import { answerFolderDialog, call, expect, test, type Home, type Session } from './kit';
import { openNewVault, PASSPHRASE } from './new-vault';
import { picture } from './picture';
import { desk, lockScreen } from './pages/desk';

async function openSettings(session: Session, home: Home): Promise<void> {
  await openNewVault(session, home);
  await desk(session.page).go('Settings');
}

const section = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Parts of the settings' }).getByText(name).click();

/** The words drawn, as one reads them from the form. */
async function wordsOf(page: Page): Promise<string> {
  const words = page.getByRole('list', { name: 'Six words of the new passphrase' });
  await words.getByRole('listitem').nth(5).waitFor();
  return (await words.locator('bdi').allTextContents()).join(' ');
}

test('a person is added, opens the vault, and leaves; what ends is told before it is done', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  const first = await start();
  const { page } = first;
  await openSettings(first, home);
  await section(page, 'Who can open');
  await expect(page.getByText('Opens with number 1')).toBeVisible();
  await desk(page).press('Add a person');
  const form = page.getByRole('dialog');
  const words = await wordsOf(page);
  await form.getByRole('button', { name: 'Add this person' }).click();
  await expect(form.getByText('Write a name')).toBeVisible();
  await form.getByLabel('Their name in this vault').fill('Sample Misali');
  await form.getByLabel('The new passphrase again').fill(words);
  await picture(page, 'keepers-add');
  await form.getByRole('button', { name: 'Add this person' }).click();
  await form.getByRole('button', { name: 'Done' }).click({ timeout: 60_000 });
  await expect(page.getByText('Opens with number 2')).toBeVisible();
  await picture(page, 'keepers');
  await desk(page).press('Remove Sample Misali');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Number 2 is taken away');
  await expect(question).toContainText('they took nothing out');
  await picture(page, 'keepers-leave');
  await question.getByRole('button', { name: 'Remove and lock' }).click();
  const next = await first.ended();
  const second = await start({ args: next ?? [] });
  await expect(second.page.locator('html')).toHaveAttribute('data-stage', 'locked');
  await lockScreen(second.page).open(PASSPHRASE);
  await desk(second.page).isOpen();
  const { members } = await call<{ members: readonly object[] }>(second.page, 'keepers:list');
  expect(members).toHaveLength(1);
});

test('recovery is split into three papers, typed back, tried, and two of them open the vault', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  const first = await start();
  const { page } = first;
  await openSettings(first, home);
  await section(page, 'Recovery papers');
  await expect(page.getByText('never tried yet')).toBeVisible();
  await desk(page).press('Make a second way');
  const question = page.getByRole('alertdialog');
  await question.getByText('Three papers, any two open it').click();
  await picture(page, 'recovery-new');
  await question.getByRole('button', { name: 'Make and show' }).click();
  await page.getByRole('button', { name: 'I have them on paper' }).waitFor();
  const printed = await page.locator('aside ol bdi').allTextContents();
  expect(printed).toHaveLength(3 * 12);
  const papers = [0, 1, 2].map((at) => printed.slice(at * 12, at * 12 + 12));
  const groupOf = (paper: number, number: number): string => papers[paper]?.[number - 1] ?? '';
  const text = (paper: number, between: string): string => papers[paper]?.join(between) ?? '';
  await picture(page, 'recovery-shares');
  await page.getByRole('button', { name: 'I have them on paper' }).click();
  const fields = page.getByLabel(/^Group \d+$/u);
  await expect(fields).toHaveCount(6);
  await page.getByRole('button', { name: 'It is on paper' }).click();
  await expect(page.getByText('Not what was shown').first()).toBeVisible();
  for (const [at, field] of (await fields.all()).entries()) {
    const label = await field.evaluate(
      (input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '',
    );
    const number = Number(label.replace(/\D/gu, ''));
    await field.fill(groupOf(Math.floor(at / 2), number));
  }
  await picture(page, 'recovery-back');
  await page.getByRole('button', { name: 'It is on paper' }).click();
  await expect(page.getByText('Any 2 of 3 papers')).toBeVisible();
  await picture(page, 'recovery');
  await page.getByRole('button', { name: 'Try it' }).nth(1).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Share 1').fill(text(2, ' '));
  await panel.getByLabel('Share 2').fill(text(0, '-').toLowerCase());
  await picture(page, 'recovery-try');
  await panel.getByRole('button', { name: 'Try it now' }).click();
  await panel.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('it opens this vault')).toBeVisible();
  await call(page, 'app:lock').catch(() => undefined);
  const second = await start({ args: (await first.ended()) ?? [] });
  await second.page.getByRole('button', { name: 'Use shares' }).click();
  await second.page.getByLabel('Share 1').fill(text(1, ''));
  await second.page.getByLabel('Share 2').fill(text(2, ''));
  await picture(second.page, 'lock-shares');
  await second.page.getByRole('button', { name: 'Open', exact: true }).click();
  await desk(second.page).isOpen();
});

test('a backup is made, checked and practised, and the panel says what is still due', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  const session = await start();
  const { app, page } = session;
  await openSettings(session, home);
  await call(page, 'records:create', {
    kind: 'person',
    edits: [{ path: 'names/new', value: { text: 'Sample Khayali', kind: 'legal' } }],
  });
  await expect(page.getByText('Lost with it: 1 entry about 1 record')).toBeVisible();
  await expect(page.getByText('Restoring a backup was never practised.')).toBeVisible();
  await picture(page, 'ready');
  await section(page, 'Backups');
  await answerFolderDialog(app, home.folder('stick'));
  await desk(page).press('Choose a folder');
  await expect(page.getByText('No finished backup in this folder')).toBeVisible();
  await desk(page).press('Make a backup');
  await expect(page.getByText('Made, opened and read whole again.')).toBeVisible();
  await expect(page.getByText('who takes one takes both')).toBeVisible();
  await expect(page.getByText('whole', { exact: true })).toBeVisible();
  await picture(page, 'backups');
  await desk(page).press('Practise restoring');
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Your passphrase of the day it was made').fill(PASSPHRASE);
  await panel.getByRole('button', { name: 'Restore and read it' }).click();
  await expect(panel.getByText('can be restored')).toBeVisible({ timeout: 60_000 });
  await panel.getByRole('button', { name: 'Done' }).click();
  await section(page, 'If this machine is lost');
  await expect(page.getByText('Restoring a backup was never practised.')).toBeHidden();
  await section(page, 'Activity');
  await expect(page.getByRole('gridcell', { name: 'made a backup' })).toBeVisible();
  await desk(page).press('Check that the log is whole');
  await expect(page.getByText('none changed or missing in between')).toBeVisible();
  await picture(page, 'activity');
});
