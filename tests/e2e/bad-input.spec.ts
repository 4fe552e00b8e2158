import type { Page } from '@playwright/test';
import { call, expect, test } from './kit';
import { openNewVault } from './new-vault';
import { desk } from './pages/desk';
import { openForm } from './pages/form';
import { CASE, fillFile, isRefused, LONG, PERSON, TURNED } from './pages/odd';

type Span = readonly [from: string, until: string];

/** A form of the window: how it is opened, and labels of fields of it. */
type FormCase = {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  readonly lines: readonly string[];
  readonly date?: string;
  readonly span?: Span;
};

const ofPerson = (name: string) => (page: Page) => desk(page).pick('Add to custody', name);
const ofCase = (name: string) => (page: Page) => desk(page).pick('Add', name);

const PERSON_FORMS: readonly FormCase[] = [
  {
    name: 'placement',
    open: ofPerson('Place of custody'),
    lines: ['Name of the place'],
    span: ['From', 'Until'],
  },
  { name: 'custody event', open: ofPerson('Custody event'), lines: ['Where'], date: 'When' },
  {
    name: 'claim',
    open: async (page) => {
      await desk(page).tab(/^Claims/u);
      await desk(page).press('What a source says');
    },
    // Without a source nothing of it is sent; its date is judged all the same.
    lines: [],
    date: 'As of',
  },
  {
    name: 'claimed date',
    open: async (page) => {
      await desk(page).press('What a source says');
      await openForm(page).choose('Which entry', 'Born');
      await openForm(page).line('Source').fill('Sample letter');
    },
    lines: [],
    date: 'What is said',
  },
];

const CASE_FORMS: readonly FormCase[] = [
  { name: 'accused', open: ofCase('Accused'), lines: ['Name in the papers'] },
  {
    name: 'charge',
    open: ofCase('Charge'),
    lines: ['Section', 'Section as written'],
    date: 'Added',
  },
  { name: 'proceeding', open: ofCase('Proceeding'), lines: ['Number', 'Judge'] },
  {
    name: 'hearing',
    open: (page) => desk(page).press(/^Hearing/u),
    lines: ['Purpose', 'Court room'],
    date: 'Date and hour',
  },
  {
    name: 'order',
    open: ofCase('Order'),
    lines: ['Authority'],
    date: 'Date of the order',
    span: ['Runs from', 'Runs until'],
  },
  { name: 'task', open: ofCase('Task'), lines: ['What is to be done'], date: 'Due' },
];

const LIST_FORMS: readonly FormCase[] = [
  {
    name: 'case',
    open: async (page) => {
      await desk(page).go('Cases');
      await desk(page).press('Case');
    },
    lines: ['Title', 'Police station'],
  },
  {
    name: 'contact',
    open: async (page) => {
      await desk(page).go('People');
      await desk(page).press('Person');
    },
    lines: ['Organisation', 'Safe way to reach'],
  },
];

/** Tries what cannot be kept in each field named, saves, and goes away without it. */
async function tryForm(page: Page, { open, lines, date, span }: FormCase): Promise<void> {
  await open(page);
  const { panel, line: field, pressSave: save } = openForm(page);
  for (const label of lines)
    for (const bad of [TURNED, `${LONG}${LONG}x`]) {
      await field(label).fill(bad);
      await save();
      await isRefused(field(label), bad);
    }
  for (const label of [...(date === undefined ? [] : [date]), ...(span ?? [])]) {
    await field(label).fill('31.2.2026');
    await save();
    await isRefused(field(label), '31.2.2026');
  }
  if (span !== undefined) {
    await field(span[0]).fill('14.5.2026');
    await field(span[1]).fill('1.5.2026');
    await save();
    await isRefused(field(span[1]), '1.5.2026');
  }
  await expect(panel).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel', exact: true }).click();
  await panel.waitFor({ state: 'hidden' });
}

test('what cannot be kept is said at its field, stays as it was typed, and saves once it is mended', async ({
  home,
  start,
}) => {
  const session = await start();
  const { page } = session;
  await openNewVault(session, home);
  const form = openForm(page);
  await desk(page).go('Detainees');
  await desk(page).press('Detainee');
  const name = form.panel.getByRole('textbox').first();
  const save = form.panel.getByRole('button', { name: 'Save', exact: true });
  for (const bad of [TURNED, 'Sample\u2066 Khayali', LONG]) {
    await name.fill(bad);
    await save.click();
    await isRefused(name, bad);
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
    await isRefused(from, bad);
  }
  await from.fill('14.5.2026');
  const until = form.field('Until');
  await until.fill('1.5.2026');
  await save.click();
  await isRefused(until, '1.5.2026');
  await until.fill('20.5.2026');
  await form.save();
});

test('every other form of the window refuses it the same way, and Cancel leaves nothing behind', async ({
  home,
  start,
}) => {
  const session = await start();
  const { page } = session;
  await openNewVault(session, home, fillFile);
  const tryAll = async (forms: readonly FormCase[]): Promise<void> => {
    for (const form of forms) await test.step(form.name, () => tryForm(page, form));
  };
  await tryAll(LIST_FORMS);
  await desk(page).find('Khayali', PERSON);
  await expect(desk(page).title(PERSON)).toBeVisible();
  await tryAll(PERSON_FORMS);
  await desk(page).go('Cases');
  await page.getByRole('row', { name: CASE }).click();
  await expect(desk(page).title(CASE)).toBeVisible();
  await tryAll(CASE_FORMS);
  const cases = await call<{ total: number }>(page, 'cases:list', { limit: 5, offset: 0 });
  expect(cases.total).toBe(1);
});
