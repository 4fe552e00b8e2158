import { expect, test } from '../kit';
import { camera, TIGHT } from './camera';
import { firstRow, go, lookAtForms, lookAtTabs, openSample } from './walks';

const PLACES = ['detainees', 'cases', 'documents', 'people', 'write', 'trash', 'settings'] as const;

for (const [locale, direction] of [
  ['en-XA', 'ltr'],
  ['ar-XB', 'rtl'],
] as const)
  test(`in ${locale} nothing is cut and nothing runs out of the window`, async ({
    home,
    start,
  }) => {
    test.setTimeout(180_000);
    const session = await start();
    const { page } = session;
    await openSample(session, home, locale);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    const { look, ...rest } = camera(session, TIGHT);
    const at = { ...rest, look: (name: string) => look(`${locale}-${name}`) };
    await at.look('today');
    for (const place of PLACES) {
      await go(page, place);
      await at.look(place);
    }
    for (const [list, file] of [
      ['detainees', 'detainee'],
      ['cases', 'case'],
    ] as const) {
      await go(page, list);
      await firstRow(page);
      await lookAtTabs(at, page, file);
      await lookAtForms(at, page, page.locator('main [aria-haspopup]').first());
    }
    await page.keyboard.press('Control+k');
    await at.look('find');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await at.look('help');
    expect(at.wrong).toEqual([]);
  });
