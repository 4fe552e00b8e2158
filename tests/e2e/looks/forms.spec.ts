import { expect, test } from '../kit';
import { desk } from '../pages/desk';
import { openForm } from '../pages/form';
import { camera } from './camera';
import { firstRow, go, lookAtForms, lookAtPanel, openSample } from './walks';

test('every form, with and without a fault, is readable and fits its window', async ({
  home,
  start,
}) => {
  test.setTimeout(300_000);
  const session = await start();
  const { page } = session;
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name, exact: true }).first();
  await openSample(session, home);
  const at = camera(session);

  await go(page, 'people');
  await lookAtPanel(at, page, { name: 'form-contact', button: button('Person') });
  await go(page, 'cases');
  await lookAtPanel(at, page, { name: 'form-case', button: button('Case') });
  await firstRow(page);
  await lookAtForms(at, page, button('Add'));
  await lookAtPanel(at, page, { name: 'form-hearing', button: button(/^Hearing/u) });
  await go(page, 'detainees');
  await lookAtPanel(at, page, { name: 'form-person', button: button('Detainee') });
  await firstRow(page);
  await lookAtForms(at, page, button('Add to custody'));
  await desk(page).tab(/^Claims/u);
  await lookAtPanel(at, page, { name: 'form-claim', button: button('What a source says') });
  await go(page, 'documents');
  await main.getByRole('row').nth(1).click();
  await lookAtPanel(at, page, { name: 'form-document', button: button('Edit') });

  await go(page, 'detainees');
  await firstRow(page);
  await desk(page).pick('Add to custody', 'Hold');
  const form = openForm(page);
  await form.type('From', '31.4');
  await page.keyboard.press('Tab');
  await form.panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.field('From')).toHaveAttribute('aria-invalid', 'true');
  await at.look('form-fault');
  expect(at.wrong).toEqual([]);
});
