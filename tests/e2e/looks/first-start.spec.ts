import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerFolderDialog, expect, pressKeys, test } from '../kit';
import { desk, lockScreen } from '../pages/desk';
import { startScreen } from '../pages/start';
import { camera } from './camera';

const EMPTY = [
  'today',
  'detainees',
  'cases',
  'documents',
  'people',
  'write',
  'trash',
  'settings',
] as const;

test('first start, an empty vault and its lock screen are readable and fit their window', async ({
  home,
  start,
}) => {
  test.setTimeout(300_000);
  const session = await start();
  const { app, page } = session;
  const begin = startScreen(page);
  const at = camera(session);
  await expect(page.locator('html')).toHaveAttribute('data-stage', 'start');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await at.look('start-welcome');

  await test.step('a folder that is no vault', async () => {
    const other = home.folder('other');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'letter.txt'), 'Sample letter.\n');
    await answerFolderDialog(app, other);
    await page.getByRole('button', { name: 'Open a vault' }).click();
    await page.getByRole('alert').waitFor();
    await at.look('start-error');
  });

  await begin.makeVault();
  await at.look('start-place');
  await begin.goOn();
  await at.look('start-place-blank');
  await test.step('a folder that a program copies away', async () => {
    const synced = home.folder('Nextcloud');
    mkdirSync(synced, { recursive: true });
    await answerFolderDialog(app, join(synced, 'office'));
    await begin.chooseFolder();
    await expect(page.getByText('A program copies this folder to other computers')).toBeVisible();
    await expect(page.getByText(/Disk of the vault:/u)).toBeVisible();
    await at.look('start-place-synced');
  });
  await answerFolderDialog(app, home.folder('vault'));
  await begin.chooseFolder();
  await expect(page.getByText('A program copies this folder')).toBeHidden();
  await expect(page.getByText(/Disk of the vault:/u)).toBeVisible();
  await at.look('start-place-chosen');
  await begin.name('Sample Vakil');
  await begin.goOn();
  const words = await begin.words();
  await at.look('start-words');
  await test.step('a passphrase of one’s own', async () => {
    await page.getByRole('button', { name: 'I will make my own' }).click();
    const own = page.getByLabel('Passphrase', { exact: true });
    await own.fill('quetta12');
    await expect(page.getByRole('meter')).toContainText(/\w/u);
    await expect(page.getByRole('meter')).not.toContainText(/strong/iu);
    await begin.goOn();
    await at.look('start-own-weak');
    await own.fill('seven grey herons over a wet field');
    await expect(page.getByRole('meter')).toContainText(/strong/iu);
    await at.look('start-own');
    await page.getByRole('button', { name: 'Draw six words instead' }).click();
  });
  await begin.haveWritten();
  await begin.typeAgain('something else');
  await at.look('start-again-wrong');
  await begin.typeAgain(words.join(' '));
  const groups = await begin.groups();
  await at.look('start-sheet');
  await begin.haveOnPaper();
  await begin.typeGroups([]);
  await at.look('start-groups-wrong');
  await begin.typeGroups(groups);
  await desk(page).isOpen();
  await page.getByRole('navigation').waitFor();
  for (const place of EMPTY) {
    await page.locator(`nav a[href="#/${place}"]`).click();
    await at.look(`empty-${place}`);
  }
  await pressKeys(app, 'l', ['control']);
  const next = await session.ended();

  const locked = await start({ args: next ?? [] });
  const over = camera(locked);
  await expect(locked.page.locator('html')).toHaveAttribute('data-stage', 'locked');
  await over.look('lock');
  await lockScreen(locked.page).open('walnut ferry lantern');
  const refused = await start({ args: (await locked.ended()) ?? [] });
  const again = camera(refused);
  const field = refused.page.getByLabel('Passphrase', { exact: true });
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await again.look('lock-wrong');
  await refused.page.getByRole('button', { name: 'Use the recovery sheet' }).click();
  await again.look('lock-recovery');
  expect([...at.wrong, ...over.wrong, ...again.wrong]).toEqual([]);
});
