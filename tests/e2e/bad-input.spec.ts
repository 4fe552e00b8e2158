import { answerFolderDialog, call, expect, test } from './kit';
import { desk } from './pages/desk';
import { openForm } from './pages/form';

const PERSON = 'Sample Khayali';

test('what cannot be kept is said at its field, stays as it was typed, and saves once it is mended', async ({
  home,
  start,
}) => {
  const { app, page } = await start();
  await answerFolderDialog(app, home.folder('vault'));
  const { token } = await call<{ token: string }>(page, 'files:chooseFolder', {
    purpose: 'newVault',
  });
  await call(page, 'vault:create', {
    token,
    name: 'Sample Vakil',
    passphrase: new TextEncoder().encode('walnut ferry lantern orbit quilt saddle'),
  });
  await page.reload();
  const form = openForm(page);
  await desk(page).go('Detainees');
  await desk(page).press('Detainee');
  const name = form.panel.getByRole('textbox').first();
  const save = form.panel.getByRole('button', { name: 'Save', exact: true });
  for (const bad of ['Sample\u202eilayahK', 'Sample\u2066 Khayali', 'x'.repeat(10_000)]) {
    await name.fill(bad);
    await save.click();
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(name).toHaveAccessibleDescription(/\S/u);
    await expect(name).toHaveValue(bad);
  }
  const list = await call<{ total: number }>(page, 'detainees:list', { limit: 5, offset: 0 });
  expect(list.total).toBe(0);
  await name.fill(PERSON);
  await form.save();
  await expect(desk(page).title(PERSON)).toBeVisible();

  await desk(page).pick('Add to custody', 'Hold');
  await form.choose('Basis', 'arrest');
  const from = form.field('From');
  for (const bad of ['31.2.2026', '29.2.2027', '99.99']) {
    await from.fill(bad);
    await save.click();
    await expect(from).toHaveAttribute('aria-invalid', 'true');
    await expect(from).toHaveAccessibleDescription(/\S/u);
    await expect(from).toHaveValue(bad);
  }
  await from.fill('14.5.2026');
  const until = form.field('Until');
  await until.fill('1.5.2026');
  await save.click();
  await expect(until).toHaveAttribute('aria-invalid', 'true');
  await expect(until).toHaveValue('1.5.2026');
  await until.fill('20.5.2026');
  await form.save();
});
