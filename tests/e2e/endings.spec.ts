import { join } from 'node:path';
import { call, expect, isAlive, test, type Session } from './kit';
import { makeVault, PASSPHRASE, passphraseBytes } from './new-vault';
import { lockScreen } from './pages/desk';

/** With a space and letters of Urdu. */
const FOLDER = 'My files خاندان';

/** Kills the page's process, as the system does when memory runs out. */
async function crashPage({ app }: Session): Promise<void> {
  const page = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  if (page === undefined) throw new Error('There is no window.');
  process.kill(page, 'SIGKILL');
}

test('a page that crashes over an open vault locks it', async ({ home, start }) => {
  const session = await start();
  const { dir } = await makeVault(session, home, FOLDER);
  const before = session.processes();
  await crashPage(session);
  expect(await session.ended()).toEqual([`--vault=${dir}`]);
  await expect.poll(() => before.filter(isAlive)).toEqual([]);
  const next = await start({ args: [`--vault=${dir}`] });
  await expect(next.page.locator('html')).toHaveAttribute('data-stage', 'locked');
  await call(next.page, 'vault:unlock', { slot: 1, passphrase: passphraseBytes() });
});

test('asked to end by the system, it closes the vault and starts nothing', async ({
  home,
  start,
}) => {
  const session = await start();
  const { dir } = await makeVault(session, home, FOLDER);
  const before = session.processes();
  session.app.process().kill('SIGTERM');
  expect(await session.ended()).toBeUndefined();
  await expect.poll(() => before.filter(isAlive)).toEqual([]);
  // Closed in order: nothing of it waits to be written.
  const next = await start({ args: ['--vault', dir] });
  await call(next.page, 'vault:unlock', { slot: 1, passphrase: passphraseBytes() });
});

test('a vault that is open in one window says so in another, and opens there once it is closed', async ({
  home,
  start,
}) => {
  const first = await start();
  const { dir } = await makeVault(first, home, FOLDER);
  const second = await start({
    args: [`--vault=${dir}`, `--user-data-dir=${join(home.dir, 'b')}`],
  });
  const opens = () => lockScreen(second.page).open(PASSPHRASE);
  await opens();
  const alert = second.page.getByText('Another program has this vault open.');
  await expect(alert).toBeVisible();
  await expect(second.page.getByText('Close the other window of Rihai')).toBeVisible();
  first.app.process().kill('SIGTERM');
  await first.ended();
  await opens();
  await expect(second.page.locator('html')).toHaveAttribute('data-stage', 'unlocked');
});
