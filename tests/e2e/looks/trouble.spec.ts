import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { call, expect, giveAway, pressKeys, test } from '../kit';
import { PASSPHRASE } from '../new-vault';
import { desk, lockScreen } from '../pages/desk';
import { differ, makeVaultOfOne } from '../two-desks';
import { camera } from './camera';

test('two values of a field, and a vault older than the one last seen here, are readable and fit their window', async ({
  home,
  start,
}) => {
  test.setTimeout(300_000);
  const vault = home.folder('vault');
  const older = join(home.dir, 'older');
  const args = await makeVaultOfOne(await start(), home);
  cpSync(vault, older, { recursive: true });
  await differ(home);

  const session = await start({ args });
  const { page } = session;
  await lockScreen(page).open(PASSPHRASE);
  await desk(page).isOpen();
  await desk(page).go('Conflicts');
  const choice = page.getByRole('radiogroup');
  await expect(choice.getByRole('radio')).toHaveCount(2);
  const at = camera(session);
  await at.look('conflicts');
  await choice.getByRole('radio').first().press('Space');
  await page.getByRole('button', { name: 'Keep the one chosen' }).press('Enter');
  await expect(choice).toBeHidden();
  await at.look('conflicts-none');
  await call(page, 'records:create', {
    kind: 'person',
    edits: [{ path: 'names/new', value: { text: 'Sample Misali', kind: 'legal' } }],
  });
  await pressKeys(session.app, 'l', ['control']);
  const next = await session.ended();

  rmSync(vault, { recursive: true });
  cpSync(older, vault, { recursive: true });
  giveAway(home.dir);
  const locked = await start({ args: next ?? [] });
  const over = camera(locked);
  await lockScreen(locked.page).open(PASSPHRASE);
  await expect(locked.page.getByText('vault/rollback')).toBeVisible();
  await over.look('lock-rollback');
  expect([...at.wrong, ...over.wrong]).toEqual([]);
});
