import { expect, test } from './kit';
import { desk, lockScreen } from './pages/desk';
import { PASSPHRASE } from './new-vault';
import { picture } from './picture';
import { giveAxe, violations } from './looks/audit';
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

test('many conflicts are settled at once and taken back at once; texts are made one, and work goes on meanwhile', async ({
  home,
  start,
}) => {
  const next = await makeVaultOfOne(await start(), home, 'kind');
  expect((await differ(home)).toSorted()).toEqual(['notes', 'occupation']);
  const { page } = await start({ args: next });
  const at = desk(page);
  await lockScreen(page).open(PASSPHRASE);
  await at.isOpen();
  const count = page.getByRole('navigation').getByRole('link', { name: 'Conflicts' });
  await expect(count).toContainText('2');
  await at.go('Conflicts');
  await expect(page.getByText('in a bundle from Sample Wakeel')).toHaveCount(2);
  await picture(page, 'conflicts');
  await giveAxe(page);
  expect(await violations(page)).toEqual([]);

  await at.press('Take all 2 from Sample Wakeel');
  await expect(page.getByText('No two desks disagree.')).toBeVisible();
  await expect(at.said('2 conflicts settled')).toBeVisible();
  await at.undo();
  await expect(page.getByRole('radiogroup')).toHaveCount(2);

  // A conflict blocks nothing: another field of the same person is written meanwhile.
  await at.find('Khayali', PERSON);
  await at.tab('Details');
  const place = page.getByRole('textbox', { name: 'Occupation' });
  await expect(place).toBeVisible();
  await at.go('Conflicts');

  await at.press('Combine the texts');
  const both = page.getByRole('textbox');
  await expect(both).toHaveValue(/clerk.*printer|printer.*clerk/su);
  await picture(page, 'conflicts-combine');
  await both.fill('clerk, before that printer');
  await at.press('Keep what I wrote');
  await expect(page.getByRole('radiogroup')).toHaveCount(1);
  await expect(count).toContainText('1');
});
