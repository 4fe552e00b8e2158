import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerFolderDialog, call, giveAway, type Home, type Session } from '../kit';
import { desk } from './desk';

/** A new vault that holds the files of a folder, each as a document, and its list of documents. */
export async function deskWith(
  { app, page }: Pick<Session, 'app' | 'page'>,
  home: Home,
  papers: string,
): Promise<void> {
  giveAway(papers);
  await answerFolderDialog(app, home.folder('vault'));
  const { token } = await call<{ token: string }>(page, 'files:chooseFolder', {
    purpose: 'newVault',
  });
  await call(page, 'vault:create', {
    token,
    name: 'Sample Vakil',
    passphrase: new TextEncoder().encode('walnut ferry lantern orbit quilt saddle'),
  });
  const files = readdirSync(papers).map((name) => join(papers, name));
  const chosen = await call<readonly { token: string }[]>(page, 'files:dropped', { paths: files });
  await call(page, 'documents:attach', {
    tokens: chosen.map((one) => one.token),
    job: crypto.randomUUID(),
    about: [],
  });
  await page.reload();
  await desk(page).isOpen();
  await desk(page).go('Documents');
}

/** Opens a document beside the list. */
export const open = (page: Page, title: string): Promise<void> =>
  page.getByRole('row', { name: title }).first().click();

/** Lets files fall on the window as the system does. */
export async function drop(page: Page, files: readonly string[]): Promise<void> {
  const area = page.getByText('Let files fall here');
  const box = await area.boundingBox();
  if (box === null) throw new Error('nowhere to drop');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data });
  await cdp.detach();
}
