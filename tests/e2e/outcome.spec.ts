import type { Page } from '@playwright/test';
import { answerFolderDialog, call, expect, test, type Home, type Session } from './kit';
import { openOutcomes } from './pages/day';
import { desk } from './pages/desk';

type Day = {
  readonly hearings: { readonly first: readonly { readonly id: string; readonly on: string }[] };
};
type Hearing = {
  readonly fields: Readonly<Record<string, unknown>> & { readonly next?: string };
};

const DAY = '2026-04-28';

async function openSample({ app, page }: Pick<Session, 'app' | 'page'>, home: Home): Promise<void> {
  await answerFolderDialog(app, home.folder('sample'));
  const folder = await call<{ token: string }>(page, 'files:chooseFolder', { purpose: 'newVault' });
  await call(page, 'vault:makeSample', { token: folder.token, job: crypto.randomUUID() });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('enters the outcome of a hearing by keyboard alone: cause, next date, and one undo for all', async ({
  home,
  start,
}) => {
  const { app, page } = await start();
  await openSample({ app, page }, home);
  const day = await call<Day>(page, 'today:read', { on: DAY });
  const [first] = day.hearings.first.filter(({ on }) => on.startsWith(DAY));
  const read = () => call<Hearing>(page, 'records:get', { id: first?.id });

  await openOutcomes(page, '28.4.2026', '28 April');
  await expect(page.getByRole('combobox', { name: 'what happened' })).toBeFocused();
  await page.keyboard.type('adj');
  await expect(page.getByText('no next date after this')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('record');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('+2w');
  await expect(page.getByText('no next date after this')).toBeHidden();
  await page.keyboard.press('Enter');

  await expect(page.getByText('1 of 3 entered')).toBeVisible();
  const entered = await read();
  expect(entered.fields).toMatchObject({
    status: 'adjourned',
    adjournReason: 'recordNotReceived',
    adjournedBy: 'police',
  });
  const next = await call<Hearing>(page, 'records:get', { id: entered.fields.next });
  expect(next.fields).toMatchObject({ on: { edtf: '2026-05-12' }, status: 'fixed' });

  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByText('0 of 3 entered')).toBeVisible();
  expect((await read()).fields).toMatchObject({ status: 'fixed' });
  expect((await read()).fields.next).toBeUndefined();
});

const REMAND = /^Judicial remand of at most fifteen days/u;

/** How the window says the limits of remand of a person stand. */
async function remandClocks(page: Page, name: string) {
  await desk(page).find(name, name);
  await expect(desk(page).title(name)).toBeVisible();
  await desk(page).tab(/^Clocks/u);
  return page.getByRole('main').getByRole('button', { name: REMAND });
}

test('a remand extended for all but one moves their clocks and nobody else’s; undo moves them back', async ({
  home,
  start,
}) => {
  const { app, page } = await start();
  await openSample({ app, page }, home);
  const before = await remandClocks(page, 'Karim Khayali');
  await expect(before).toHaveCount(1);
  const stood = await before.first().textContent();
  const ofTheBoy = await (await remandClocks(page, 'Bilal Misali')).count();

  await desk(page).go('Today');
  await openOutcomes(page, '28.4.2026', '28 April');
  await page.keyboard.type('remand granted');
  await page.keyboard.press('Tab');
  await page.keyboard.type('+2w');
  // Saved before anyone said which remand: said at its field, and nothing is written.
  await page.keyboard.press('Enter');
  const kind = page.getByRole('combobox', { name: 'remand' }).first();
  await expect(kind).toHaveAccessibleDescription(/Say which remand/u);
  await kind.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('judicial remand');
  await page.keyboard.press('Tab');
  await expect(page.getByText('blank: until the next date, 14 days')).toBeVisible();
  await page.getByRole('button', { name: 'Exceptions' }).press('Enter');
  await page.getByRole('combobox', { name: 'remand' }).nth(4).press('End');
  await page.keyboard.type('no remand');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 3 entered')).toBeVisible();

  const after = await remandClocks(page, 'Karim Khayali');
  await expect(after).toHaveCount(2);
  await expect(after.filter({ hasText: 'met' })).toHaveCount(1);
  await expect(await remandClocks(page, 'Bilal Misali')).toHaveCount(ofTheBoy);
  await desk(page).undo();
  const again = await remandClocks(page, 'Karim Khayali');
  await expect(again).toHaveCount(1);
  await expect(again).toHaveText(stood ?? '');
});
