import { show, test } from './gallery';

const { expect, describe } = test;

describe('buttons', () => {
  test('one that is off can be reached and says why', async ({ page }) => {
    await show(page, { part: 'buttons' });
    const off = page.getByRole('button', { name: 'Set date' }).nth(1);
    await off.focus();
    await expect(page.getByRole('tooltip')).toHaveText('The hearing has no date yet');
    await expect(off).toHaveAttribute('aria-disabled', 'true');
    await expect(off).toHaveAccessibleDescription('The hearing has no date yet');
  });

  test('one at work keeps focus and says so', async ({ page }) => {
    await show(page, { part: 'buttons' });
    const pending = page.getByRole('button', { name: 'Export' });
    await pending.focus();
    await expect(pending).toBeFocused();
    await expect(pending).toContainText('in progress');
  });

  test('a sign alone shows its word on focus', async ({ page }) => {
    await show(page, { part: 'buttons' });
    await page.getByRole('button', { name: 'Write' }).focus();
    for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press('Tab');
    await expect(page.getByRole('tooltip')).toHaveText(/Print the day/u);
  });
});

describe('fields', () => {
  test('keep ten thousand characters and say how many fit', async ({ page }) => {
    await show(page, { part: 'fields' });
    const title = page.getByLabel('Title');
    await title.fill('ا'.repeat(10_000));
    await expect(title).toHaveValue('ا'.repeat(10_000));
    await expect(page.getByText('10,000 of 500 characters')).toBeVisible();
    await expect(title).toHaveAttribute('aria-invalid', 'true');
  });

  test('the error is read with the field, and goes when it is mended', async ({ page }) => {
    await show(page, { part: 'fields' });
    const number = page.getByLabel('FIR number');
    await expect(number).toHaveAccessibleDescription('2062 lies ahead. Meant 2026?');
    await number.fill('41/2026');
    await expect(number).not.toHaveAttribute('aria-invalid', 'true');
  });

  test('a passphrase is shown and hidden again from the keyboard', async ({ page }) => {
    await show(page, { part: 'fields' });
    const phrase = page.getByLabel('Passphrase', { exact: true });
    await phrase.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(phrase).toHaveAttribute('type', 'text');
    await page.keyboard.press('Enter');
    await expect(phrase).toHaveAttribute('type', 'password');
  });
});

describe('choices', () => {
  test('a select opens, moves and chooses', async ({ page }) => {
    await show(page, { part: 'choices' });
    await page.getByRole('button', { name: /Held under/u }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Held under/u })).toContainText(
      'Judicial remand',
    );
  });

  test('a combo box suggests, takes one, and keeps what is on no list', async ({ page }) => {
    await show(page, { part: 'choices' });
    const court = page.getByRole('combobox', { name: 'Court' });
    await court.pressSequentially('mag');
    await expect(page.getByRole('option')).toHaveText(['Magistrate I, Naubahar']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(court).toHaveValue('Magistrate I, Naubahar');
    await court.fill('Duty Magistrate');
    await page.keyboard.press('Tab');
    await expect(court).toHaveValue('Duty Magistrate');
  });

  test('boxes, radios and segments answer to Space and arrows', async ({ page }) => {
    await show(page, { part: 'choices' });
    const press = page.getByRole('checkbox', { name: 'Press' });
    await press.focus();
    await page.keyboard.press('Space');
    await expect(press).toBeChecked();
    const radios = page.getByRole('radiogroup', { name: 'Who asked for time?' });
    await radios.getByRole('radio', { name: 'Police remand' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(radios.getByRole('radio', { name: 'Judicial remand' })).toBeChecked();
    const one = page.getByRole('radio', { name: 'One sheet' });
    await one.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await expect(page.getByRole('radio', { name: 'Three shares' })).toBeChecked();
  });
});

describe('a typed date', () => {
  test('shows what it means as it is typed', async ({ page }) => {
    await show(page, { part: 'dates' });
    const next = page.getByLabel('Next date').first();
    for (const [typed, means] of [
      ['+2w', 'Tue 12 May'],
      ['next mon', 'Mon 4 May'],
      ['2025-05', 'May 2025'],
      ['~2025', 'about 2025'],
      ['14.5.2026 9:30', 'Thu 14 May 09:30'],
    ] as const) {
      await next.fill(typed);
      await expect(page.getByText(means, { exact: true })).toBeVisible();
      await expect(next).toHaveValue(typed);
    }
  });

  test('says what is wrong and keeps what was typed', async ({ page }) => {
    await show(page, { part: 'dates' });
    const next = page.getByLabel('Next date').first();
    await next.fill('31.4');
    await expect(next).toHaveAccessibleDescription('April has 30 days');
    await next.fill('\u202e41.5');
    await expect(
      page
        .getByText('There are 12 months')
        .or(page.getByText(/Not read as a date/u))
        .or(page.getByText(/has \d+ days/u))
        .first(),
    ).toBeVisible();
    await next.fill('9'.repeat(10_000));
    await expect(next).toHaveAccessibleDescription(/Too long/u);
    await expect(next).toHaveValue('9'.repeat(10_000));
  });
});

describe('a clock', () => {
  test('opens its reasoning and gives focus back', async ({ page }) => {
    await show(page, { part: 'signs' });
    const clock = page.getByRole('button', { name: '16 h 30 m over' });
    await clock.focus();
    await page.keyboard.press('Enter');
    const reasoning = page.getByRole('dialog', { name: 'Before a magistrate within 24 hours' });
    await expect(reasoning.getByRole('listitem')).toHaveCount(4);
    await page.keyboard.press('Escape');
    await expect(reasoning).toBeHidden();
    await expect(clock).toBeFocused();
  });
});

describe('a long list', () => {
  test('walks by keys, passes over headings, chooses and opens', async ({ page }) => {
    await show(page, { part: 'list' });
    const grid = page.getByRole('grid', { name: 'People held' });
    await expect(grid).toHaveAttribute('aria-rowcount', '10001');
    await grid.focus();
    const active = async () => {
      const id = await grid.getAttribute('aria-activedescendant');
      return id === null ? null : page.locator(`[id="${id}"]`).getAttribute('aria-rowindex');
    };
    expect(await active()).toBe('3');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBe('4');
    await page.keyboard.press('Space');
    const row = grid.locator('[aria-rowindex="4"]');
    await expect(row).toHaveAttribute('aria-selected', 'false');
    await page.keyboard.press('End');
    await expect.poll(active).toBe('10001');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Home');
    await expect.poll(active).toBe('3');
    await page.keyboard.press('Enter');
    await expect(page.locator('output')).toHaveText('Dilawar Namuna');
  });

  test('holds only the rows that are seen, and paints those not yet there', async ({ page }) => {
    await show(page, { part: 'list' });
    expect(await page.getByRole('row').count()).toBeLessThan(60);
    await page.getByRole('grid').focus();
    for (let page_ = 0; page_ < 2; page_ += 1) await page.keyboard.press('PageDown');
    await expect(page.locator('[aria-busy="true"]').first()).toBeVisible();
  });

  test('sorts by its heads and narrows by its facets', async ({ page }) => {
    await show(page, { part: 'list' });
    const head = page.getByRole('columnheader', { name: 'days' });
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    const facet = page.getByRole('button', { name: /Breached/u });
    await facet.focus();
    await page.keyboard.press('Space');
    await expect(facet).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('tabs', () => {
  for (const [locale, key] of [
    ['en', 'ArrowRight'],
    ['ar-XB', 'ArrowLeft'],
  ] as const)
    test(`go along the line of reading in ${locale}`, async ({ page }) => {
      await show(page, { part: 'person', locale });
      await page.getByRole('tab').first().focus();
      await page.keyboard.press(key);
      await expect(page.getByRole('tab').nth(1)).toHaveAttribute('aria-selected', 'true');
    });
});

describe('what floats', () => {
  test('a menu opens, moves and acts', async ({ page }) => {
    await show(page, { part: 'floating' });
    await page.getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Tag' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.locator('output')).toHaveText('write');
  });

  test('a dialog holds focus, and Escape leaves without doing it', async ({ page }) => {
    await show(page, { part: 'floating' });
    const opener = page.getByRole('button', { name: 'Save this list' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog', { name: 'Save this list unsealed?' });
    await expect(dialog).toBeVisible();
    for (let stop = 0; stop < 5; stop += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate((node) => node.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await expect(page.locator('output')).toBeEmpty();
  });

  test('a panel is read by its title, closes by Escape and by its button', async ({ page }) => {
    await show(page, { part: 'floating' });
    const opener = page.getByRole('button', { name: 'Keys' });
    const panel = page.getByRole('dialog', { name: 'Keys' });
    await opener.press('Enter');
    await expect(panel.getByText('Find or do')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
    await opener.press('Enter');
    await panel.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(panel).toBeHidden();
  });

  test('files are picked by the button as well as dropped', async ({ page }) => {
    await show(page, { part: 'floating' });
    const picking = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).press('Enter');
    const chooser = await picking;
    await chooser.setFiles([
      { name: 'order.txt', mimeType: 'text/plain', buffer: Buffer.from('sample') },
      { name: 'memo.txt', mimeType: 'text/plain', buffer: Buffer.from('sample') },
    ]);
    await expect(page.locator('output')).toHaveText('order.txt, memo.txt');
  });

  test('the command box finds, opens by Enter and acts by Tab', async ({ page }) => {
    await show(page, { part: 'command' });
    const box = page.getByRole('combobox');
    await expect(box).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toContainText('State v. Khayali');
    await page.keyboard.press('Enter');
    await expect(page.locator('output')).toHaveText('open state');
    await page.getByRole('button', { name: 'Find or do' }).press('Enter');
    await page.getByRole('combobox').fill('zafar');
    await page.keyboard.press('Tab');
    await expect(page.locator('output')).toHaveText('act zafar');
  });
});

describe('states', () => {
  test('a conflict is settled only after one value is chosen', async ({ page }) => {
    await show(page, { part: 'states' });
    const keep = page.getByRole('button', { name: 'Keep the one chosen' });
    await expect(keep).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await keep.press('Enter');
    await expect(page.locator('output').first()).toHaveText('b');
  });

  test('a notice is dismissed', async ({ page }) => {
    await show(page, { part: 'states' });
    await page.getByRole('button', { name: 'Close' }).last().press('Enter');
    await expect(page.getByText('The bundle from Sangam desk was read.')).toBeHidden();
  });

  test('undo takes it back', async ({ page }) => {
    await show(page, { part: 'person' });
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(page.getByText('Next date set: Tue 12 May')).toBeHidden();
  });
});

test('in a narrow window the sidebar is a menu', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await show(page, { part: 'day' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await page.getByRole('button', { name: 'Open the menu' }).press('Enter');
  await expect(page.getByRole('link', { name: 'Detainees' })).toBeVisible();
});
