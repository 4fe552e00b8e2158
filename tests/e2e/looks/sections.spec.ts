import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../kit';
import { camera } from './camera';
import { go, lookAtPanel, lookAtTabs, openSample } from './walks';

test('every section of the settings, every tab of the exchange and what is asked before printing is readable, and axe finds nothing wrong', async ({
  home,
  start,
}) => {
  test.setTimeout(300_000);
  // Where the system has no printing, its library asks this machine by network: here, a socket of nobody's.
  const session = await start({ env: { CUPS_SERVER: join(home.dir, 'cups') } });
  const { page } = session;
  const main = page.getByRole('main');
  const print: Locator = main.getByRole('button', { name: 'Print' }).first();
  await openSample(session, home);
  const at = camera(session);
  await lookAtPanel(at, page, { name: 'print-today', button: print });

  await go(page, 'documents');
  await main
    .getByRole('row', { name: /copy of FIR/u })
    .first()
    .click();
  await page.getByRole('complementary').getByText('INVENTED TEXT').waitFor();
  const paper = page.getByRole('complementary').getByRole('button', { name: 'Print' });
  await lookAtPanel(at, page, { name: 'print-document', button: paper });

  await go(page, 'settings');
  const sections = main.getByRole('navigation').getByRole('link');
  await sections.first().waitFor();
  for (const section of await sections.all()) {
    const name = (await section.getAttribute('href')) ?? '';
    await section.click();
    await expect(section).toHaveAttribute('aria-current', 'page');
    await at.look(`settings-${name.replace(/^.*=/u, '')}`);
  }

  await go(page, 'exchange');
  await lookAtTabs(at, page, 'exchange');
  for (const [tab, made] of [
    ['bundles', 'make'],
    ['travel', 'carry'],
  ] as const) {
    await go(page, 'exchange');
    await main.locator(`[role="tab"][data-key="${tab}"]`).click();
    await main.getByRole('button', { name: /^Make a/u }).click();
    await main.getByRole('heading', { level: 1, name: /^Make a/u }).waitFor();
    await at.look(`exchange-${made}`);
  }
  expect(at.wrong).toEqual([]);
});
