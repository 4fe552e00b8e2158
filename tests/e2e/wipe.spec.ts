import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { call, expect, isAlive, pressKeys, test } from './kit';
import { makeVault, openNewVault } from './new-vault';
import { desk, lockScreen } from './pages/desk';
import { picture } from './picture';

const HOLD_MS = 5_000;
const TOO_SHORT_MS = 2_000;

const button = (page: Page) => page.getByRole('button', { name: 'Wipe the vault' });

test('an open vault is wiped by a button held for five seconds, and not by one let go before', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  const session = await start();
  const { page } = session;
  await openNewVault(session, home);
  const header = join(home.dir, 'vault', 'vault.rhv');
  const anchors = join(home.dir, 'settings', 'anchors');
  expect(existsSync(header)).toBe(true);
  expect(readdirSync(anchors)).toHaveLength(1);
  await desk(page).go('Settings');
  await page.getByRole('navigation', { name: 'Parts of the settings' }).getByText('Wipe').click();
  await expect(page.getByText('Ask counsel · Pakistan')).toBeVisible();
  await expect(page.getByText(/^.*Not verified; as of/u)).toBeVisible();
  await picture(page, 'wipe');

  const box = await button(page).boundingBox();
  if (box === null) throw new Error('no button');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await expect(page.getByText(/^\d seconds? more$/u)).toBeVisible();
  await page.waitForTimeout(TOO_SHORT_MS);
  await page.mouse.up();
  await expect(page.getByText('hold for 5 seconds')).toBeVisible();
  // Leaving the button lets it go too.
  await page.mouse.down();
  await page.waitForTimeout(TOO_SHORT_MS);
  await page.mouse.move(box.x + box.width / 2, box.y - 200);
  await expect(page.getByText('hold for 5 seconds')).toBeVisible();
  await page.waitForTimeout(HOLD_MS - TOO_SHORT_MS);
  await page.mouse.up();
  await expect(call(page, 'wipe:run')).rejects.toThrow('wipe/not-held');
  expect(existsSync(header)).toBe(true);
  await call(page, 'vault:info');

  const before = session.processes();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  const next = await session.ended();
  expect(next).toEqual(['--wiped=whole']);
  await expect.poll(() => before.filter(isAlive)).toEqual([]);
  expect(existsSync(join(home.dir, 'vault'))).toBe(false);
  expect(readdirSync(anchors)).toEqual([]);

  const second = await start({ args: next ?? [] });
  await expect(second.page.locator('html')).toHaveAttribute('data-stage', 'start');
  await expect(second.page.getByText('The vault was wiped')).toBeVisible();
  await picture(second.page, 'wiped');
});

test('the lock screen wipes only where the settings allow it, by a key that is held', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  const first = await start();
  await makeVault(first, home);
  const header = join(home.dir, 'vault', 'vault.rhv');
  await pressKeys(first.app, 'l', ['control']);
  const again = await first.ended();

  const locked = await start({ args: again ?? [] });
  await expect(locked.page.getByLabel('Passphrase', { exact: true })).toBeVisible();
  await expect(locked.page.getByRole('button', { name: 'Wipe this vault' })).toHaveCount(0);
  await call(locked.page, 'wipe:begin');
  await locked.page.waitForTimeout(HOLD_MS);
  await expect(call(locked.page, 'wipe:run')).rejects.toThrow('wipe/not-allowed');
  expect(existsSync(header)).toBe(true);

  // The settings are the window's own: changed on the page where they stand.
  await lockScreen(locked.page).open('walnut ferry lantern orbit quilt saddle');
  await desk(locked.page).isOpen();
  await desk(locked.page).go('Settings');
  await locked.page
    .getByRole('navigation', { name: 'Parts of the settings' })
    .getByText('Wipe')
    .click();
  await locked.page.getByText('Offer it on the lock screen too').click();
  await expect(locked.page.getByRole('checkbox')).toBeChecked();
  await pressKeys(locked.app, 'l', ['control']);

  const allowed = await start({ args: (await locked.ended()) ?? [] });
  const { page } = allowed;
  await page.getByRole('button', { name: 'Wipe this vault' }).click();
  await expect(page.getByText('Ask counsel · Pakistan')).toBeVisible();
  await picture(page, 'wipe-locked');
  await button(page).focus();
  await page.keyboard.down('Space');
  await expect(page.getByText(/^\d seconds? more$/u)).toBeVisible();
  await page.waitForTimeout(TOO_SHORT_MS);
  await page.keyboard.up('Space');
  await expect(page.getByText('hold for 5 seconds')).toBeVisible();
  expect(existsSync(header)).toBe(true);
  await page.keyboard.down('Space');
  expect(await allowed.ended()).toEqual(['--wiped=whole']);
  expect(existsSync(join(home.dir, 'vault'))).toBe(false);
});

test('a vault whose header is damaged can be wiped too, where the settings allow it without opening', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  const first = await start();
  await makeVault(first, home);
  await call(first.page, 'app:setSettings', { wipesLocked: true });
  await pressKeys(first.app, 'l', ['control']);
  const again = (await first.ended()) ?? [];
  for (const name of ['vault.rhv', 'vault.rhv.bak'])
    writeFileSync(join(home.dir, 'vault', name), 'RIHAI-VAULT 1\nnot what it was\n');

  const damaged = await start({ args: again });
  const { page } = damaged;
  await expect(page.locator('html')).toHaveAttribute('data-stage', 'start');
  await expect(page.getByText('vault/header-damaged')).toBeVisible();
  await picture(page, 'wipe-header-damaged');
  await page.getByRole('button', { name: 'Wipe this vault' }).click();
  await button(page).focus();
  await page.keyboard.down('Space');
  expect(await damaged.ended()).toEqual(['--wiped=whole']);
  expect(existsSync(join(home.dir, 'vault'))).toBe(false);
});
