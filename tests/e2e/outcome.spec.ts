import { answerFolderDialog, call, expect, test } from './kit';

type Day = {
  readonly hearings: { readonly first: readonly { readonly id: string; readonly on: string }[] };
};
type Hearing = {
  readonly fields: Readonly<Record<string, unknown>> & { readonly next?: string };
};

const DAY = '2026-04-28';

test('enters the outcome of a hearing by keyboard alone: cause, next date, and one undo for all', async ({
  home,
  start,
}) => {
  const { app, page } = await start();
  await answerFolderDialog(app, home.folder('sample'));
  const folder = await call<{ token: string }>(page, 'files:chooseFolder', { purpose: 'newVault' });
  await call(page, 'vault:makeSample', { token: folder.token, job: crypto.randomUUID() });
  await page.reload();
  const day = await call<Day>(page, 'today:read', { on: DAY });
  const [first] = day.hearings.first.filter(({ on }) => on.startsWith(DAY));
  const read = () => call<Hearing>(page, 'records:get', { id: first?.id });

  await page.getByRole('button', { name: 'Go to a day' }).press('Enter');
  await page.keyboard.type('28.4.2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('28 April');
  await page.getByRole('button', { name: /Enter outcomes/ }).press('Enter');

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
