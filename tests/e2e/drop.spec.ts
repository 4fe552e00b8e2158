import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { call, expect, test, type Home, type Session } from './kit';
import { openNewVault } from './new-vault';
import { desk } from './pages/desk';
import { drop } from './pages/papers';

const SCAN = resolve(__dirname, '../../resources/samples/files/sample-scan-remand-order.png');
const LARGE = 512 * 1024 * 1024;

async function openDocuments(session: Session, home: Home): Promise<void> {
  await openNewVault(session, home);
  await desk(session.page).go('Documents');
}

const bytesIn = (home: Home, folder: string): readonly string[] =>
  readdirSync(join(home.folder('vault'), folder));

test('files that fall on the window are taken in and shown; a damaged or too large picture says so', async ({
  home,
  start,
}) => {
  const session = await start();
  const { page } = session;
  const papers = home.folder('papers');
  const [note, scan, damaged, huge] = ['note.txt', 'scan.png', 'damaged.png', 'huge.png'].map(
    (name) => join(papers, name),
  ) as [string, string, string, string];
  writeFileSync(note, 'Sample note: brought to court at noon.\n', { mode: 0o644 });
  copyFileSync(SCAN, scan);
  writeFileSync(damaged, readFileSync(SCAN).subarray(0, 400), { mode: 0o644 });
  // It says of itself that it is 65,536 pixels wide and as many high.
  const claims = readFileSync(SCAN);
  claims.writeUInt32BE(65_536, 16);
  claims.writeUInt32BE(65_536, 20);
  writeFileSync(huge, claims, { mode: 0o644 });
  await openDocuments(session, home);

  await drop(page, [note]);
  await expect(page.getByRole('region', { name: 'note' })).toContainText(
    'brought to court at noon',
  );
  await desk(page).go('Documents');
  await drop(page, [note]);
  await expect(page.getByText('note.txt is in the vault already')).toBeVisible();
  await desk(page).press('Keep it once more');
  await expect(page.getByText('note.txt is in the vault already')).toBeHidden();
  await expect(desk(page).said('note.txt: kept once more')).toBeVisible();
  await desk(page).go('Documents');
  await drop(page, [scan]);
  await expect(page.getByRole('img', { name: 'Picture of scan' })).toBeVisible();
  await desk(page).go('Documents');
  await drop(page, [damaged]);
  await expect(page.getByText('This file is damaged, or is not what it says it is')).toBeVisible();
  await desk(page).go('Documents');
  await drop(page, [huge]);
  await expect(
    page.getByText(
      'This file goes beyond what is safe to open here: a picture of 65536 × 65536 pixels.',
    ),
  ).toBeVisible();
});

test('taking in a large file can be stopped, and leaves nothing behind', async ({
  home,
  start,
}) => {
  const session = await start();
  const { page } = session;
  const large = join(home.folder('papers'), 'large.bin');
  writeFileSync(large, '', { mode: 0o644 });
  truncateSync(large, LARGE);
  await openDocuments(session, home);
  const before = bytesIn(home, 'blobs');
  await drop(page, [large]);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Stopped. Nothing was taken in.')).toBeVisible();
  expect(bytesIn(home, 'blobs')).toEqual(before);
  expect(bytesIn(home, 'staging')).toEqual([]);
  const list = await call<{ total: number }>(page, 'documents:list', { limit: 10, offset: 0 });
  expect(list.total).toBe(0);
});
