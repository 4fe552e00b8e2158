import { join } from 'node:path';
import { answerFolderDialog, call, expect, isAlive, test, type Home, type Session } from './kit';

const PASSPHRASE = new TextEncoder().encode('walnut ferry lantern orbit quilt saddle');
/** With a space and letters of Urdu. */
const FOLDER = 'My files خاندان';

async function makeVault({ app, page }: Session, home: Home): Promise<string> {
  const dir = home.folder(FOLDER);
  await answerFolderDialog(app, dir);
  const { token } = await call<{ token: string }>(page, 'files:chooseFolder', {
    purpose: 'newVault',
  });
  await call(page, 'vault:create', { token, name: 'Sample Vakil', passphrase: PASSPHRASE });
  return dir;
}

test('a page that crashes over an open vault locks it', async ({ home, start }) => {
  const session = await start();
  const dir = await makeVault(session, home);
  const before = session.processes();
  await session.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Later: the answer to this call must be out before the program ends.
    setTimeout(() => window?.webContents.forcefullyCrashRenderer(), 50);
  });
  expect(await session.ended()).toEqual([`--vault=${dir}`]);
  await expect.poll(() => before.filter(isAlive)).toEqual([]);
  const next = await start({ args: [`--vault=${dir}`] });
  await expect(next.page.locator('html')).toHaveAttribute('data-stage', 'locked');
  await call(next.page, 'vault:unlock', { slot: 1, passphrase: PASSPHRASE });
});

test('asked to end by the system, it closes the vault and starts nothing', async ({
  home,
  start,
}) => {
  const session = await start();
  const dir = await makeVault(session, home);
  const before = session.processes();
  session.app.process().kill('SIGTERM');
  expect(await session.ended()).toBeUndefined();
  await expect.poll(() => before.filter(isAlive)).toEqual([]);
  // Closed in order: nothing of it waits to be written.
  const next = await start({ args: ['--vault', dir] });
  await call(next.page, 'vault:unlock', { slot: 1, passphrase: PASSPHRASE });
});

test('a vault that is open in one window says so in another, and opens there once it is closed', async ({
  home,
  start,
}) => {
  const first = await start();
  const dir = await makeVault(first, home);
  const second = await start({
    args: [`--vault=${dir}`, `--user-data-dir=${join(home.dir, 'b')}`],
  });
  const opens = async () => {
    await second.page
      .getByLabel('Passphrase', { exact: true })
      .fill(new TextDecoder().decode(PASSPHRASE));
    await second.page.getByRole('button', { name: 'Open', exact: true }).click();
  };
  await opens();
  const alert = second.page.getByText('Another program has this vault open.');
  await expect(alert).toBeVisible();
  await expect(second.page.getByText('Close the other window of Rihai')).toBeVisible();
  first.app.process().kill('SIGTERM');
  await first.ended();
  await opens();
  await expect(second.page.locator('html')).toHaveAttribute('data-stage', 'unlocked');
});
