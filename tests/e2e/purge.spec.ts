import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, expect, test } from './kit';
import { giveAxe, violations } from './looks/audit';
import { makeVault } from './new-vault';
import { desk } from './pages/desk';
import { picture } from './picture';

const HOLD_MS = 3_000;
const TOO_SHORT_MS = 1_000;

test('what lies in the trash is erased for good by a button that is held, and not by one let go', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  const session = await start();
  const { page } = session;
  await makeVault(session, home);
  const make = async (name: string): Promise<string> =>
    (
      await call<{ record: string }>(page, 'records:create', {
        kind: 'person',
        edits: [{ path: 'names/new', value: { text: name, kind: 'legal' } }],
      })
    ).record;
  const ids = [
    await make('Sample Khayali'),
    await make('Sample Misali'),
    await make('Sample Farzi'),
  ];
  const [gone = '', kept = '', last = ''] = ids;
  await call(page, 'records:create', { kind: 'hold', edits: [{ path: 'person', value: gone }] });
  for (const id of ids) await call(page, 'records:trash', { id });
  await expect(
    call(page, 'trash:erase', { ids: [gone, kept, gone.replace(/^./u, 'f')] }),
  ).rejects.toThrow('input/not-found');
  // What a take-in kept beside the database must not outlive what is erased.
  const before = join(home.dir, 'vault', 'before');
  mkdirSync(before);
  // The program runs as another user than the test.
  chmodSync(before, 0o777);
  writeFileSync(join(before, 'before-take-in.db'), 'Sample');

  await page.reload();
  await desk(page).isOpen();
  await desk(page).go('Trash');
  const box = (name: string) => page.getByRole('checkbox', { name: `Choose ${name}` });
  for (const name of ['Sample Khayali', 'Sample Farzi']) {
    await box(name).focus();
    await page.keyboard.press('Space');
  }
  await expect(page.getByRole('toolbar')).toContainText('2');
  await picture(page, 'trash-chosen');
  await page.getByRole('button', { name: 'Erase for good…' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('This cannot be undone');
  await expect(panel).toContainText('Sample Khayali');
  await expect(panel).toContainText('One other record names');
  await giveAxe(page);
  expect(await violations(page)).toEqual([]);
  await picture(page, 'trash-erase');

  const held = panel.getByRole('button', { name: 'Erase all 2 for good' });
  await held.focus();
  await page.keyboard.down('Space');
  await expect(panel.getByText(/^\d seconds? more$/u)).toBeVisible();
  await page.waitForTimeout(TOO_SHORT_MS);
  await page.keyboard.up('Space');
  await expect(panel.getByText('hold for 3 seconds')).toBeVisible();
  await page.waitForTimeout(HOLD_MS);
  expect(await call<readonly unknown[]>(page, 'trash:list')).toHaveLength(3);

  await page.keyboard.down('Space');
  await expect(panel).toContainText('2 records are erased');
  await page.keyboard.up('Space');
  await expect(panel).toContainText("Nothing of that is left in the vault's folder");
  await picture(page, 'trash-erased');
  await panel.getByRole('button', { name: 'Done' }).click();
  await expect(box('Sample Misali')).toBeVisible();
  await expect(box('Sample Khayali')).toHaveCount(0);
  expect(existsSync(before)).toBe(false);
  for (const id of [gone, last])
    await expect(call(page, 'records:get', { id })).rejects.toThrow('input/not-found');
  expect((await call<{ id: string }>(page, 'records:get', { id: kept })).id).toBe(kept);
  await expect(call(page, 'trash:erase', { ids: [gone] })).rejects.toThrow('input/not-found');
});
