import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerSaveDialog, call, expect, giveAway, makeHome, startRihai, test } from './kit';
import { cardFile, clean, create, main, meet, office, side, type Office } from './offices';
import { desk } from './pages/desk';
import { picture } from './picture';

const LAWYER = 'Sample Vakil';
const COMMITTEE = 'Sample Wakeel';
const PERSON = 'Sample Khayali';

/** A matter with a court day. */
async function fill(page: Page): Promise<string> {
  const person = await create(page, 'person', { 'names/new': { text: PERSON, kind: 'legal' } });
  const matter = await create(page, 'case', { title: 'Sample matter', pack: 'pk' });
  await create(page, 'accused', { case: matter, person });
  const proceeding = await create(page, 'proceeding', { case: matter, type: 'trial' });
  const on = { edtf: '2026-06-10' };
  return create(page, 'hearing', { proceeding, on, purpose: 'evidence' });
}

const setDate = (page: Page, id: string, edtf: string) =>
  call(page, 'records:edit', { id, edits: [{ path: 'on', value: { edtf } }] });

async function bundles({ page }: Office): Promise<void> {
  await desk(page).go('Exchange');
  await desk(page).tab('Bundles');
}

async function writeBundle({ session, page, home }: Office, file: string): Promise<void> {
  await answerSaveDialog(session.app, file);
  await page.getByRole('complementary').getByRole('button', { name: 'Write the bundle' }).click();
  await expect(page.getByText(/Written as/u)).toBeVisible();
  giveAway(home.dir);
}

/** Opens whatever arrived, as somebody who picks it from a folder does. */
const open = ({ page }: Office, file: string) =>
  page.locator('input[type=file]').setInputFiles(file);

test('two desks pass a matter back and forth: bundle, receipt, conflict, settling, and taking out again', async ({
  home,
  start,
}) => {
  test.setTimeout(600_000);
  const { remove, ...other } = makeHome();
  const lawyer = await office(await start(), home, LAWYER);
  const second = await startRihai({ home: other });
  try {
    const committee = await office(second, other, COMMITTEE);
    const files = [home.folder('papers'), other.folder('papers')] as const;
    const [ours, theirs] = [join(files[0], 'lawyer.rhc'), join(files[1], 'committee.rhc')];
    const digits = [await cardFile(lawyer, ours), await cardFile(committee, theirs)] as const;
    // Both offices are the same unprivileged user here; the card alone passes between them.
    await meet(lawyer, theirs, digits[1]);
    await meet(committee, ours, digits[0]);
    const hearing = await fill(lawyer.page);

    await bundles(lawyer);
    await expect(lawyer.page.getByText('No bundle was made or taken in here yet')).toBeVisible();
    await picture(lawyer.page, 'bundles-empty');
    await clean(lawyer);
    await desk(lawyer.page).press('Make a bundle');
    await main(lawyer).getByText(COMMITTEE).click();
    await expect(main(lawyer).getByText('What stays, and why')).toBeVisible();
    await expect(main(lawyer).getByText(PERSON).first()).toBeVisible();
    await picture(lawyer.page, 'bundles-make');
    await clean(lawyer);
    await writeBundle(lawyer, join(files[0], 'first.bin'));
    await picture(lawyer.page, 'bundles-made');
    await desk(lawyer.page).press('Back to bundles');
    await expect(main(lawyer).getByText('no receipt yet')).toBeVisible();

    await bundles(committee);
    await open(committee, join(files[0], 'first.bin'));
    await expect(desk(committee.page).title('A bundle for you')).toBeVisible();
    await expect(main(committee).getByText('verified', { exact: true })).toBeVisible();
    await picture(committee.page, 'bundles-arrived');
    await clean(committee);
    await side(committee)
      .getByRole('button', { name: /^Take in \d+ records/u })
      .click();
    await expect(main(committee).getByText(/^Taken in:/u)).toBeVisible();
    await picture(committee.page, 'bundles-taken');
    await clean(committee);
    await answerSaveDialog(second.app, join(files[1], 'receipt.rhr'));
    await desk(committee.page).press('Save a receipt');
    await expect(main(committee).getByText(/^Receipt written as/u)).toBeVisible();

    await open(lawyer, join(files[1], 'receipt.rhr'));
    await expect(main(lawyer).getByText('The receipt is kept.')).toBeVisible();
    await expect(main(lawyer).getByText(`${COMMITTEE} took in all of it`)).toBeVisible();
    await picture(lawyer.page, 'bundles-list');
    await clean(lawyer);

    // Both desks wrote another date; each stays until somebody decides.
    await setDate(lawyer.page, hearing, '2026-06-17');
    await setDate(committee.page, hearing, '2026-06-24');
    await desk(lawyer.page).press('Make again, as things stand now');
    await expect(side(lawyer).getByText('strictest level')).toBeVisible();
    await writeBundle(lawyer, join(files[0], 'second.bin'));
    await bundles(committee);
    await open(committee, join(files[0], 'second.bin'));
    await expect(main(committee).getByText(/both stay until you choose/u)).toBeVisible();
    await picture(committee.page, 'bundles-conflict');
    await clean(committee);
    await side(committee).getByRole('button', { name: 'Take in one record' }).click();
    await desk(committee.page).press('Settle one conflict');
    await expect(desk(committee.page).title(/./u)).toBeVisible();
    const [{ record, path, heads }] = await call<
      [{ record: string; path: string; heads: { value: { edtf: string } }[] }]
    >(committee.page, 'conflicts:list');
    expect([record, path]).toEqual([hearing, 'on']);
    const later = heads.map(({ value }) => value).find(({ edtf }) => edtf === '2026-06-17');
    await call(committee.page, 'conflicts:settle', { record, path, value: later });
    expect(await call(committee.page, 'conflicts:list')).toEqual([]);

    // A third one is taken in, and all of it taken out again.
    await setDate(lawyer.page, hearing, '2026-07-01');
    await bundles(lawyer);
    await desk(lawyer.page).press('Make again, as things stand now');
    await expect(side(lawyer).getByText('strictest level')).toBeVisible();
    await writeBundle(lawyer, join(files[0], 'third.bin'));
    await bundles(committee);
    await open(committee, join(files[0], 'third.bin'));
    await side(committee).getByRole('button', { name: 'Take in one record' }).click();
    await desk(committee.page).press('Take it out again');
    const dialog = committee.page.getByRole('alertdialog');
    await picture(committee.page, 'bundles-undo');
    await dialog.getByRole('button', { name: 'Take it out' }).click();
    await expect(dialog.getByText(/^One change was taken out/u)).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const { fields } = await call<{ fields: { on: { edtf: string } } }>(
      committee.page,
      'records:get',
      { id: hearing },
    );
    expect(fields.on.edtf).toBe('2026-06-17');
    await expect(main(committee).getByText('nothing of it is here').first()).toBeVisible();
    await picture(committee.page, 'bundles-list-arrived');
    await clean(committee);
  } finally {
    await second.app.close().catch(() => undefined);
    remove();
  }
});
