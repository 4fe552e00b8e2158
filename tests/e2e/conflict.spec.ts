import { expect, test } from './kit';
import { desk, lockScreen } from './pages/desk';
import { PASSPHRASE } from './new-vault';
import { differ, makeVaultOfOne, PERSON } from './two-desks';

test('two desks gave a field different values: both are shown with who and when, one is kept, the other stays in the history', async ({
  home,
  start,
}) => {
  const next = await makeVaultOfOne(await start(), home);
  expect(await differ(home)).toEqual(['occupation']);

  const { page } = await start({ args: next });
  const at = desk(page);
  await lockScreen(page).open(PASSPHRASE);
  await at.isOpen();
  await at.go('Conflicts');
  const choice = page.getByRole('radiogroup', { name: 'Which value of Occupation is right?' });
  const [ours, theirs] = [
    choice.getByRole('radio', { name: /clerk/u }),
    choice.getByRole('radio', { name: /printer/u }),
  ];
  await expect(choice.getByRole('radio')).toHaveCount(2);
  await expect(choice.getByText(/Sample Vakil/u).first()).toBeVisible();
  await expect(choice.getByText(/Sample Wakeel/u).first()).toBeVisible();
  await expect(ours).not.toBeChecked();
  await expect(theirs).not.toBeChecked();
  await page.keyboard.press('Tab');
  await theirs.focus();
  await page.keyboard.press('Space');
  await expect(theirs).toBeChecked();
  await page.getByRole('button', { name: 'Keep the one chosen' }).press('Enter');
  await expect(choice).toBeHidden();

  await at.find('Khayali', PERSON);
  await at.tab('Details');
  await expect(page.getByRole('textbox', { name: 'Occupation' })).toHaveValue('printer');
  await at.tab('History');
  const history = page.getByRole('main');
  await expect(history.getByText('clerk').first()).toBeVisible();
  await expect(history.getByText('printer').first()).toBeVisible();
});
