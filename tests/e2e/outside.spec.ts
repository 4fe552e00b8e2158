import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerSaveDialog, call, expect, test, type Home, type Session } from './kit';
import { makeVault } from './new-vault';
import { picture } from './picture';
import { desk } from './pages/desk';

/** Takes a file in as one that was dropped. */
async function attach(page: Page, file: string): Promise<string> {
  const chosen = await call<readonly { token: string }[]>(page, 'files:dropped', { paths: [file] });
  const { documents } = await call<{ documents: readonly { id: string }[] }>(
    page,
    'documents:attach',
    { tokens: chosen.map(({ token }) => token), job: crypto.randomUUID(), about: [] },
  );
  return documents[0]?.id ?? '';
}

async function exportLog({ app, page }: Session, file: string): Promise<void> {
  await answerSaveDialog(app, file);
  const { token } = await call<{ token: string }>(page, 'files:chooseSave', { name: 'log.csv' });
  await call(page, 'log:export', { token });
}

/**
 * What may lie below a home: the vault, our papers, settings, anchors, Chromium's folder of this run, the number
 * Crashpad gives itself (a report would lie in a folder beside it), and the system's caches of fonts and drivers.
 */
const KNOWN = [
  /^(?:vault|papers|settings\/(?:sessions|anchors))\//u,
  /^settings\/(?:settings\.json|Crashpad\/(?:client_id|settings\.dat))$/u,
  /^\.cache\/(?:dconf|fontconfig|mesa_shader_cache)\//u,
  /^(?:electron\.sh|display-key)$/u,
];

function strayFiles(home: Home): readonly string[] {
  return readdirSync(home.dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(home.dir.length + 1))
    .filter((name) => !KNOWN.some((known) => known.test(name)))
    .toSorted();
}

test('what lies outside is listed, looked for, deleted and closed', async ({ home, start }) => {
  const session = await start();
  const { page } = session;
  await makeVault(session, home);
  const papers = home.folder('papers');
  const [order, letter] = ['remand order.txt', 'letter.txt'].map((name) => join(papers, name)) as [
    string,
    string,
  ];
  for (const file of [order, letter]) {
    writeFileSync(file, `Sample ${file}\n`, { mode: 0o644 });
    await attach(page, file);
  }
  await exportLog(session, join(papers, 'activity.csv'));
  await page.reload();
  await desk(page).isOpen();
  await desk(page).go('Settings');
  await page
    .getByRole('navigation', { name: 'Parts of the settings' })
    .getByText('Outside')
    .click();
  await expect(page.getByText(order)).toBeVisible();
  await desk(page).press('Look for the files');
  await expect(page.getByText('3 files were looked for.')).toBeVisible();
  await expect(page.getByText('still there')).toHaveCount(3);
  await picture(page, 'outside');

  const file = (name: string) =>
    page
      .getByRole('main')
      .locator('div', { hasText: name })
      .filter({ has: page.getByRole('button') })
      .last();
  await file(order).getByRole('button', { name: 'Delete the file' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('the vault has the only copy');
  await picture(page, 'outside-delete');
  await question.getByRole('button', { name: 'Delete the file' }).click();
  await expect(page.getByText(order)).toHaveCount(0);
  expect(existsSync(order)).toBe(false);

  await file(letter).getByRole('button', { name: 'What became of it' }).click();
  await question.getByText('was given to somebody').click();
  await question.getByLabel('To whom').fill('The registrar');
  await picture(page, 'outside-close');
  await question.getByRole('button', { name: 'Close the entry' }).click();
  await expect(page.getByText(letter)).toHaveCount(0);
  await desk(page).press('Show');
  await expect(page.getByText(': The registrar')).toBeVisible();
  await picture(page, 'outside-closed');
  await desk(page).press('Open again');
  await expect(page.getByRole('heading', { name: 'Originals' })).toBeVisible();

  // No recent files, thumbnails, dictionaries or reports of crashes; Chromium's own folder ends with the run.
  expect(strayFiles(home)).toEqual([]);
});
