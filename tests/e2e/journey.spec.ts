import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import {
  answerFolderDialog,
  answerSaveDialog,
  expect,
  isAlive,
  pressKeys,
  test,
  type Home,
  type Session,
} from './kit';
import { desk, lockScreen } from './pages/desk';
import { openForm } from './pages/form';
import { startScreen } from './pages/start';

const PERSON = 'Sample Khayali';
const CASE = 'State v Sample Khayali';

/** From the welcome to an open vault; answers the six words. */
async function makeVault({ app, page }: Session, home: Home): Promise<string> {
  const start = startScreen(page);
  await answerFolderDialog(app, home.folder('vault'));
  await start.makeVault();
  await start.chooseFolder();
  await start.name('Sample Vakil');
  await start.goOn();
  const words = await start.words();
  expect(words).toHaveLength(6);
  await start.haveWritten();
  await start.typeAgain(words.join(' '));
  const groups = await start.groups();
  expect(groups).toHaveLength(9);
  await start.haveOnPaper();
  await start.typeGroups(groups);
  return words.join(' ');
}

async function addDetainee(page: Page): Promise<void> {
  const form = openForm(page);
  await desk(page).press('Detainee');
  await form.panel.getByRole('textbox').first().fill(PERSON);
  await form.save();
  await expect(desk(page).title(PERSON)).toBeVisible();
}

/** Taken today. */
async function addHold(page: Page): Promise<void> {
  const form = openForm(page);
  const clocks = page.getByRole('tab', { name: /^Clocks/u });
  await expect(clocks).not.toHaveText(/[1-9]/u);
  await desk(page).pick('Add to custody', 'Hold');
  await form.choose('Basis', 'arrest');
  await form.type('From', 'today');
  await form.save();
  // Limits begin with the arrest.
  await expect(clocks).toHaveText(/[1-9]/u);
}

async function addCase(page: Page): Promise<void> {
  const form = openForm(page);
  await desk(page).go('Cases');
  await desk(page).press('Case');
  await form.type('Title', CASE);
  await form.save();
  await expect(desk(page).title(CASE)).toBeVisible();
}

async function addToCase(page: Page): Promise<void> {
  const form = openForm(page);
  const at = desk(page);
  await at.pick('Add', 'Accused');
  await form.take('Person', 'Khayali', PERSON);
  await form.save();
  await at.pick('Add', 'Charge');
  await form.take('Section', 'sedition', /^sedition/u);
  await form.save();
  await expect(page.getByRole('main').getByText('sedition')).toBeVisible();
  await at.pick('Add', 'Proceeding');
  await form.type('Number', '12');
  await form.save();
  await at.press(/^Hearing/u);
  await form.type('Date and hour', 'today');
  await form.save();
}

async function addDocument(page: Page, home: Home): Promise<void> {
  const file = join(home.folder('papers'), 'fir-copy.txt');
  writeFileSync(file, 'Sample copy of the first report.\n', { mode: 0o644 });
  await desk(page).tab(/^Documents/u);
  const chooser = page.waitForEvent('filechooser');
  await desk(page).press('Choose files');
  await (await chooser).setFiles(file);
  await expect(page.getByRole('main').getByText('fir-copy').first()).toBeVisible();
}

/** How the window says a limit of the open person stands. */
const clock = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}`, 'u') });

const ARREST = 'Production before a magistrate';
const REMAND = 'Judicial remand of at most fifteen days';

async function openClocks(page: Page): Promise<void> {
  await desk(page).find('Khayali', PERSON);
  await expect(desk(page).title(PERSON)).toBeVisible();
  await desk(page).tab(/^Clocks/u);
}

/** Sent to jail for two weeks. */
async function enterOutcome(page: Page): Promise<void> {
  await desk(page).go('Today');
  await desk(page).press('Enter outcomes');
  const what = page.getByRole('combobox', { name: 'what happened' });
  await what.fill('remand granted');
  await what.press('Tab');
  await page.getByRole('textbox', { name: 'next date' }).fill('+2w');
  const remand = page.getByRole('combobox', { name: 'remand' });
  await remand.fill('judicial remand');
  await remand.press('Tab');
  await expect(page.getByText('blank: until the next date, 14 days')).toBeVisible();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByText('Every hearing of the day has its outcome.')).toBeVisible();
}

/** The outcome moves the clocks of the person, is taken back, and is entered again. */
async function seeClocksReact(page: Page): Promise<void> {
  await openClocks(page);
  await expect(clock(page, ARREST)).toContainText(/today|tomorrow|in 1 day/u);
  await expect(clock(page, REMAND)).toHaveCount(0);
  await enterOutcome(page);
  await openClocks(page);
  await expect(clock(page, ARREST)).toContainText('met');
  await expect(clock(page, REMAND)).toContainText('in 14 days');
  await desk(page).undo();
  await expect(clock(page, REMAND)).toHaveCount(0);
  await expect(clock(page, ARREST)).toContainText(/today|tomorrow|in 1 day/u);
  await enterOutcome(page);
}

test('from first start to an exported brief: a whole day at the desk', async ({ home, start }) => {
  const first = await start();
  const at = desk(first.page);
  const passphrase = await test.step('makes a vault', () => makeVault(first, home));
  await test.step('adds a detainee with a hold', async () => {
    await addDetainee(first.page);
    await addHold(first.page);
  });
  await test.step('adds a case with the accused, a charge and a hearing', async () => {
    await addCase(first.page);
    await addToCase(first.page);
  });
  await test.step('takes in a document', () => addDocument(first.page, home));
  await test.step('enters an outcome with a next date, and the clocks react', () =>
    seeClocksReact(first.page));
  await test.step('sees the next date in the case', async () => {
    await at.go('Cases');
    await first.page.getByRole('row', { name: CASE }).click();
    await expect(at.title(CASE)).toBeVisible();
    await expect(first.page.getByText('in 14 days').first()).toBeVisible();
    await expect(first.page.getByText('remand granted').first()).toBeAttached();
  });
  const before = first.processes();
  const next = await test.step('locks', async () => {
    await pressKeys(first.app, 'l', ['control']);
    return first.ended();
  });
  await expect.poll(() => before.filter(isAlive)).toEqual([]);

  const second = await start({ args: next ?? [] });
  const again = desk(second.page);
  await test.step('unlocks and finds the person', async () => {
    await lockScreen(second.page).open(passphrase);
    await again.isOpen();
    await again.find('Khayali', PERSON);
    await expect(again.title(PERSON)).toBeVisible();
  });
  await test.step('writes the brief', async () => {
    const file = join(home.folder('briefs'), 'brief.docx');
    await answerSaveDialog(second.app, file);
    await again.press('Write');
    await second.page.getByRole('button', { name: /^Export|^Write it|DOCX/u }).click();
    await expect(second.page.getByText('brief.docx').first()).toBeVisible();
    const parts = unzipSync(readFileSync(file));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain(PERSON);
  });
  await test.step('sees the history and takes a change back', async () => {
    await again.find('Khayali', PERSON);
    await again.tab('Details');
    const occupation = second.page.getByRole('textbox', { name: 'Occupation' });
    await occupation.fill('teacher');
    await occupation.press('Tab');
    await expect(again.said(/Occupation/u)).toBeVisible();
    await again.undo();
    await expect(occupation).toHaveValue('');
    await again.tab('History');
    await expect(second.page.getByRole('main').getByText('undid').first()).toBeVisible();
    await expect(second.page.getByRole('main').getByText('teacher').first()).toBeVisible();
  });
});
