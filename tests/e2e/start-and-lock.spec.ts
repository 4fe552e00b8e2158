import { readdirSync } from 'node:fs';
import { call, commandOf, expect, isAlive, pressKeys, statusOf, test } from './kit';
import { makeVault, passphraseBytes } from './new-vault';

test('starts at the first page, under its policy, with nothing of Node and no request to anywhere', async ({
  start,
}) => {
  const { page, processes } = await start();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
  const answered = page.waitForResponse('app://rihai/index.html');
  await page.reload();
  const headers = (await answered).headers();
  await expect(page.locator('html')).toHaveAttribute('data-stage', 'start');
  await expect(page.getByRole('main')).toBeVisible();
  expect(complaints).toEqual([]);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(asked.filter((url) => !url.startsWith('app://rihai/'))).toEqual([]);
  const seen = await page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    bridge: Object.keys((globalThis as unknown as { rihai: object }).rihai).sort(),
  }));
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    bridge: ['call', 'drop', 'on'],
  });
  // Chromium filters what a sandboxed process may ask of the system: mode 2 is such a filter.
  const renderers = processes().filter((pid) => commandOf(pid).includes('--type=renderer'));
  expect(renderers).toHaveLength(1);
  for (const pid of renderers) expect(statusOf(pid)).toMatch(/^Seccomp:\s+2$/mu);
  for (const pid of processes()) expect(commandOf(pid)).not.toContain('--no-sandbox');
});

test('locking ends every process of the session; the next one asks for the passphrase', async ({
  home,
  start,
}) => {
  const first = await start();
  const made = await makeVault(first, home);
  expect(made.slot).toBe(1);
  expect(made.recoveryKey).toMatch(/^(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}$/u);
  await call(first.page, 'records:create', {
    kind: 'person',
    edits: [{ path: 'names/new', value: { text: 'Sample Khayali', kind: 'legal' } }],
  });
  const before = first.processes();
  expect(before.length).toBeGreaterThan(3);
  // The keys are in the vault process; the one that derived them has ended by then.
  const [vaults, derivers] = ['vault.js', 'kdf.js'].map((name) =>
    before.filter((pid) => commandOf(pid).includes(name)),
  );
  expect(vaults).toHaveLength(1);
  expect(derivers).toEqual([]);
  await pressKeys(first.app, 'l', ['control']);
  const next = await first.ended();
  expect(next).toEqual([`--vault=${home.folder('vault')}`]);
  await expect.poll(() => before.filter(isAlive)).toEqual([]);

  const second = await start({ args: next ?? [] });
  await expect(second.page.locator('html')).toHaveAttribute('data-stage', 'locked');
  const state = await call<{ chosen: object }>(second.page, 'vault:state');
  expect(state.chosen).toEqual({ folder: 'vault', slots: [1], recoverySlots: 1 });
  await expect(call(second.page, 'today:read', {})).rejects.toThrow('vault/locked');
  const wrong = new TextEncoder().encode('walnut ferry lantern orbit quilt');
  void call(second.page, 'vault:unlock', { slot: 1, passphrase: wrong }).catch(() => undefined);
  const refused = await second.ended();
  expect(refused).toEqual([...(next ?? []), '--refused=1']);

  const third = await start({ args: refused ?? [] });
  await expect(third.page.getByText('The passphrase does not open this slot')).toBeVisible();
  await call(third.page, 'vault:unlock', { slot: 1, passphrase: passphraseBytes() });
  const list = await call<{ total: number; rows: readonly { label: string }[] }>(
    third.page,
    'detainees:list',
    { limit: 50, offset: 0 },
  );
  expect(list.rows.map(({ label }) => label)).toEqual(['Sample Khayali']);
});

test('an idle session locks itself', async ({ home, start }) => {
  const session = await start({ env: { RIHAI_IDLE_SECONDS: '1' } });
  await makeVault(session, home);
  expect(await session.ended()).toEqual([`--vault=${home.folder('vault')}`]);
});

test('what is copied lies on the clipboard by way of main; the panic key ends everything over any dialog, and loses nothing', async ({
  home,
  start,
}) => {
  const session = await start();
  const { app, page, processes, ended } = session;
  await makeVault(session, home);
  await call(page, 'records:create', {
    kind: 'person',
    edits: [{ path: 'names/new', value: { text: 'Sample Khayali', kind: 'legal' } }],
  });
  await page.reload();
  const title = page.getByRole('heading', { level: 1 });
  await title.evaluate((heading) => {
    document.getSelection()?.selectAllChildren(heading);
  });
  const text = await title.innerText();
  await page.keyboard.press('Control+c');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(text);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Ctrl Shift L')).toBeVisible();
  // A dialog of the system, which takes the keyboard from the window.
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => new Promise(() => undefined);
  });
  void call(page, 'files:chooseFiles').catch(() => undefined);
  await expect
    .poll(() =>
      app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Shift+L')),
    )
    .toBe(true);
  const before = processes();
  await pressKeys(app, 'l', ['control', 'shift']);
  expect(await ended()).toBeUndefined();
  await expect.poll(() => before.filter(isAlive)).toEqual([]);
  // Killed in the midst: the log of writes was left over, and holds all of it.
  const dir = home.folder('vault');
  expect(readdirSync(dir).some((name) => name.endsWith('-wal'))).toBe(true);
  const next = await start({ args: [`--vault=${dir}`] });
  await call(next.page, 'vault:unlock', { slot: 1, passphrase: passphraseBytes() });
  const list = await call<{ total: number }>(next.page, 'detainees:list', { limit: 5, offset: 0 });
  expect(list.total).toBe(1);
});

test('says so in the window where the process that opens vaults ends', async ({ start }) => {
  const { page, processes } = await start();
  await expect(page.locator('html')).toHaveAttribute('data-stage', 'start');
  const vault = processes().filter((pid) => commandOf(pid).includes('vault.js'));
  expect(vault).toHaveLength(1);
  for (const pid of vault) process.kill(pid, 'SIGKILL');
  await expect(page.getByText('ended by itself')).toBeVisible();
  await expect(call(page, 'vault:state')).rejects.toThrow('vault/process');
});
