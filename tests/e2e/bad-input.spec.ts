import type { Locator, Page } from '@playwright/test';
import { answerFolderDialog, call, expect, pressKeys, test, type Home, type Session } from './kit';
import { openOutcomes } from './pages/day';
import { desk, lockScreen } from './pages/desk';
import { openForm } from './pages/form';
import { startScreen } from './pages/start';

const PERSON = 'Sample Khayali';
const CASE = 'State v Sample Khayali';
const TURNED = 'Sample\u202eilayahK';
const LONG = 'x'.repeat(10_000);
const DAY = '2026-04-28';
const OWN = 'walnut ferry lantern orbit quilt saddle';
/** Signs that searches of other programs take for orders. */
const ORDERS = [
  `"Khayali`,
  `Khayali" OR *`,
  `NEAR("x" AND NOT ^y*) {a b}: -Khayali`,
  `' OR 1=1 --`,
];

/** A new vault, open, and what the test needs on file. */
async function openVault(
  session: Session,
  home: Home,
  fill: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Session> {
  const { app, page } = session;
  await answerFolderDialog(app, home.folder('vault'));
  const { token } = await call<{ token: string }>(page, 'files:chooseFolder', {
    purpose: 'newVault',
  });
  await call(page, 'vault:create', {
    token,
    name: 'Sample Vakil',
    passphrase: new TextEncoder().encode(OWN),
  });
  await fill(page);
  await page.reload();
  return session;
}

async function addRecord(
  page: Page,
  kind: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<string> {
  const edits = Object.entries(fields).map(([path, value]) => ({ path, value }));
  const made = await call<{ record: string }>(page, 'records:create', { kind, edits });
  return made.record;
}

/** A detainee, and their case with a hearing on a day of April. */
async function fillFile(page: Page): Promise<void> {
  const person = await addRecord(page, 'person', {
    'names/new': { text: PERSON, kind: 'legal' },
  });
  const matter = await addRecord(page, 'case', { title: CASE, status: 'open' });
  await addRecord(page, 'accused', { case: matter, person });
  const proceeding = await addRecord(page, 'proceeding', { case: matter, number: '12' });
  await addRecord(page, 'hearing', { proceeding, on: { edtf: DAY }, status: 'fixed' });
}

/** It is marked, says why, and still holds what was typed. */
async function isRefused(field: Locator, typed: string): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/\S/u);
  await expect(field).toHaveValue(typed);
}

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
      await openForm(page).choose('What it is about', 'Born');
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
  const { page } = await openVault(await start(), home);
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
  const { page } = await openVault(await start(), home, fillFile);
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

/** First start, with a name and a passphrase that cannot be; answers when the vault is made. */
async function makeOddly({ app, page }: Session, home: Home): Promise<void> {
  const start = startScreen(page);
  await answerFolderDialog(app, home.folder('vault'));
  await start.makeVault();
  await start.chooseFolder();
  const name = page.getByLabel('Your name in this vault');
  for (const bad of [TURNED, 'Sample\u0007 Vakil', LONG, '  ']) {
    await name.fill(bad);
    await start.goOn();
    await isRefused(name, bad);
  }
  await name.fill('Sample Vakil');
  await start.goOn();
  await page.getByRole('button', { name: 'I will make my own' }).click();
  const own = page.getByLabel('Passphrase', { exact: true });
  for (const bad of [LONG, 'ب'.repeat(40_000), `${OWN}\u202e`, `walnut\u0007${OWN}`, 'short']) {
    await own.fill(bad);
    await start.goOn();
    await isRefused(own, bad);
  }
  await own.fill(OWN);
  await expect(page.getByText('Strong enough')).toBeVisible();
  await start.goOn();
  const again = page.getByLabel('The passphrase again');
  for (const bad of [LONG, `${OWN}\u202e`]) {
    await start.typeAgain(bad);
    await isRefused(again, bad);
  }
  await start.typeAgain(OWN);
  await start.groups();
}

/** What is typed to find or to narrow: never refused for its signs, and said where it is too long. */
async function seekOddly(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'A name, a case number' });
  await box.fill(LONG);
  await isRefused(box, LONG);
  await expect(page.getByText('Nothing by that name')).toBeHidden();
  for (const odd of [...ORDERS, TURNED]) {
    await box.fill(odd);
    await expect(box).not.toHaveAttribute('aria-invalid', 'true');
    await expect(box).toHaveValue(odd);
  }
  await box.fill(`"${PERSON}`);
  await page.getByRole('option', { name: PERSON }).first().waitFor();
  await page.keyboard.press('Escape');

  await desk(page).go('Detainees');
  const words = page.getByRole('searchbox', { name: 'Narrow by words' });
  const found = page.getByRole('main').getByRole('row', { name: PERSON });
  await words.fill('Khayali');
  await expect(found).toBeVisible();
  await words.fill(LONG);
  await isRefused(words, LONG);
  // As it was narrowed before, and not to something that was cut.
  await expect(found).toBeVisible();
  for (const odd of [...ORDERS, 'Misali\u202e']) {
    await words.fill(odd);
    await expect(words).not.toHaveAttribute('aria-invalid', 'true');
    await expect(words).toHaveValue(odd);
  }
  await expect(found).toBeHidden();
}

test('first start, what is looked for, an outcome and the lock screen say what cannot be', async ({
  home,
  start,
}) => {
  const first = await start();
  const { app, page } = first;
  await makeOddly(first, home);
  await fillFile(page);
  await page.reload();
  await desk(page).isOpen();
  await seekOddly(page);

  await desk(page).go('Today');
  await openOutcomes(page, '28.4.2026', '28 April');
  await page.keyboard.type('adj');
  await page.keyboard.press('Tab');
  const next = page.getByRole('textbox', { name: 'next date' });
  for (const bad of ['31.2.2027', '27.4.2026', LONG, '14.5\u202e', '14\u0007.5']) {
    await next.fill(bad);
    await next.press('Enter');
    await isRefused(next, bad);
  }
  await next.fill('+2w');
  await next.press('Enter');
  await expect(page.getByText('1 of 1 entered')).toBeVisible();

  await pressKeys(app, 'l', ['control']);
  const second = await start({ args: (await first.ended()) ?? [] });
  const typed = second.page.getByLabel('Passphrase', { exact: true });
  for (const bad of [LONG, `${OWN}\u202e`, `${OWN}\u0007`]) {
    await lockScreen(second.page).open(bad);
    await isRefused(typed, bad);
  }
  await second.page.getByRole('button', { name: 'Use the recovery sheet' }).click();
  const key = second.page.getByLabel('Recovery key', { exact: true });
  for (const bad of [LONG, TURNED]) {
    await key.fill(bad);
    await second.page.getByRole('button', { name: 'Open', exact: true }).click();
    await isRefused(key, bad);
  }
});
