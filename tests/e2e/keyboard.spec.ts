import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  answerFolderDialog,
  answerSaveDialog,
  expect,
  pressKeys,
  test,
  type Home,
  type Session,
} from './kit';
import { desk } from './pages/desk';
import { keyboard } from './pages/keyboard';
import { startScreen } from './pages/start';

const PERSON = 'Sample Khayali';
const CASE = 'State v Sample Khayali';
const main = (page: Page) => page.getByRole('main');

/** From the welcome to an open vault; answers the six words. */
async function makeVault({ app, page }: Session, home: Home): Promise<string> {
  const keys = keyboard(page);
  const start = startScreen(page);
  await answerFolderDialog(app, home.folder('vault'));
  // Nobody presses keys before there is something to see.
  await page.getByRole('button', { name: 'Make a vault' }).waitFor();
  await keys.enter('Make a vault');
  await keys.isOn('Choose a folder');
  await keys.press('Enter');
  await expect(main(page).getByText('vault', { exact: true })).toBeVisible();
  await keys.write('Your name in this vault', 'Sample Vakil');
  await keys.press('Enter');
  const words = (await start.words()).join(' ');
  await keys.isHeld();
  await keys.enter('I have written them down');
  await keys.isOn('The passphrase again');
  await keys.type(words);
  await keys.press('Enter');
  const groups = await start.groups();
  await keys.isHeld();
  await keys.enter('I have it on paper');
  for (const label of await page.getByText(/^Group \d$/u).allTextContents()) {
    await keys.to(label);
    await keys.type(groups[Number(label.replace(/\D/gu, '')) - 1] ?? '');
  }
  await keys.press('Enter');
  await desk(page).isOpen();
  await keys.isHeld();
  return words;
}

async function addDetainee(page: Page): Promise<void> {
  const keys = keyboard(page);
  await keys.press('Tab');
  await keys.chord('d');
  await keys.isHeld();
  await keys.enter('Detainee');
  await keys.isOn('Name');
  await keys.type(PERSON);
  await keys.press('Enter');
  await expect(desk(page).title(PERSON)).toBeVisible();
  await keys.closed();
  await keys.pick('Add to custody', 'Hold');
  await keys.pick(/Basis/u, 'arrest');
  await keys.write('From', 'today');
  await keys.press('Enter');
  await keys.closed();
  await expect(page.getByRole('tab', { name: /^Clocks/u })).toHaveText(/[1-9]/u);
}

async function addCase(page: Page): Promise<void> {
  const keys = keyboard(page);
  await keys.chord('c');
  await keys.enter('Case');
  await keys.write('Title', CASE);
  await keys.press('Enter');
  await expect(desk(page).title(CASE)).toBeVisible();
  await keys.closed();
  await keys.pick('Add', 'Accused');
  await keys.take('Person', 'Khayali', PERSON);
  await keys.enter('Save');
  await keys.closed();
  await keys.pick('Add', 'Charge');
  await keys.take('Section', 'sedition', /^sedition/u);
  await keys.enter('Save');
  await keys.closed();
  await keys.pick('Add', 'Proceeding');
  await keys.write('Number', '12');
  await keys.press('Enter');
  await keys.closed();
  await keys.press('h');
  await keys.write('Date and hour', 'today');
  await keys.press('Enter');
  await keys.closed();
}

/** Along the tabs from where one is, each shown as it is reached. */
async function alongTabs(page: Page, first: string | RegExp): Promise<void> {
  const keys = keyboard(page);
  const tabs = page.getByRole('tab');
  await keys.to(first);
  for (let at = 1; at < (await tabs.count()); at++) {
    await keys.press('ArrowRight');
    await expect(tabs.nth(at)).toHaveAttribute('aria-selected', 'true');
    await expect(tabs.nth(at)).toBeFocused();
    await keys.isHeld();
  }
  await keys.press('Home');
  await expect(tabs.first()).toBeFocused();
}

async function addDocument(page: Page, home: Home): Promise<void> {
  const keys = keyboard(page);
  const file = join(home.folder('papers'), 'fir-copy.txt');
  writeFileSync(file, 'Sample copy of the first report.\n', { mode: 0o644 });
  await keys.along(/^Documents/u, 'ArrowRight');
  await keys.to('Choose files');
  const chooser = page.waitForEvent('filechooser');
  await keys.press('Enter');
  await (await chooser).setFiles(file);
  await expect(main(page).getByText('fir-copy').first()).toBeVisible();
  await keys.isHeld();
}

async function enterOutcome(page: Page): Promise<void> {
  const keys = keyboard(page);
  await keys.chord('t');
  await main(page).getByRole('button', { name: 'Enter outcomes' }).waitFor();
  await keys.press('o');
  await keys.isOn('what happened');
  await keys.type('remand granted');
  await keys.to('next date');
  await keys.type('+2w');
  await keys.to('remand');
  await keys.type('jud');
  await keys.press('Tab');
  await keys.press('Control+Enter');
  await expect(page.getByText('Every hearing of the day has its outcome.')).toBeVisible();
  await keys.isHeld();
}

async function find(page: Page, words: string, label: string): Promise<void> {
  const keys = keyboard(page);
  await keys.press('Control+k');
  await keys.isOn('A name, a case number');
  await keys.type(words);
  await page.getByRole('option', { name: label }).first().waitFor();
  await keys.isHeld();
  await keys.press('Enter');
  await expect(desk(page).title(label)).toBeVisible();
  await keys.isHeld();
}

/** A field in place, taken back, and seen in the history. */
async function changeAndUndo(page: Page): Promise<void> {
  const keys = keyboard(page);
  await keys.to('Custody');
  await keys.along('Details', 'ArrowRight');
  await keys.write('Occupation', 'teacher');
  await keys.press('Tab');
  await expect(desk(page).said(/Occupation/u)).toBeVisible();
  await keys.back('Details');
  await keys.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Occupation' })).toHaveValue('');
  await keys.isHeld();
  await keys.along('History', 'ArrowRight');
  await expect(main(page).getByText('undid').first()).toBeVisible();
}

async function trashAndRestore(page: Page): Promise<void> {
  const keys = keyboard(page);
  await keys.along('Details', 'ArrowLeft');
  await keys.enter('Put into the trash');
  await expect(desk(page).title('Detainees')).toBeVisible();
  await keys.isHeld();
  await keys.chord('x');
  await keys.enter(/^Put back/u);
  await expect(main(page).getByText('The trash is empty')).toBeVisible();
  await keys.isHeld();
  await keys.chord('d');
  await keys.to('Detainees');
  await keys.isHeld();
  await keys.press('Enter');
  await expect(desk(page).title(PERSON)).toBeVisible();
  await keys.isHeld();
}

async function writePaper({ app, page }: Session, home: Home): Promise<void> {
  const keys = keyboard(page);
  const file = join(home.folder('briefs'), 'brief.docx');
  await answerSaveDialog(app, file);
  await keys.enter('Write');
  await keys.isHeld();
  await page.getByRole('button', { name: /DOCX/u }).waitFor();
  await keys.to(/DOCX/u);
  await keys.press('Enter');
  await expect(page.getByText('brief.docx').first()).toBeVisible();
  expect(existsSync(file)).toBe(true);
  await keys.isHeld();
}

async function settingsAndHelp(page: Page): Promise<void> {
  const keys = keyboard(page);
  await keys.chord('s');
  await keys.isHeld();
  await keys.to('Look and locking');
  await keys.press('Enter');
  await keys.to(/^as the system/u);
  await keys.along(/^dark/u, 'ArrowRight');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await keys.isHeld();
  await keys.press('Tab');
  await keys.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await keys.isHeld();
  await keys.press('Escape');
  await keys.closed();
}

test('a whole day at the desk without a mouse: the keys are never lost, and always seen', async ({
  home,
  start,
}) => {
  const first = await start();
  const { page } = first;
  const words = await test.step('makes a vault', () => makeVault(first, home));
  await test.step('skips the places at the side', async () => {
    const keys = keyboard(page);
    await keys.back('To the page');
    await keys.press('Enter');
    await expect(main(page)).toBeFocused();
  });
  await test.step('adds a detainee with a hold', () => addDetainee(page));
  await test.step('adds a case', () => addCase(page));
  await test.step('goes along the tabs of the case', () => alongTabs(page, 'Case'));
  await test.step('takes in a document', () => addDocument(page, home));
  await test.step('enters an outcome', () => enterOutcome(page));
  await test.step('finds', () => find(page, 'Khayali', PERSON));
  await test.step('goes along the tabs of the person', () => alongTabs(page, 'Custody'));
  await test.step('changes a field, and takes it back', () => changeAndUndo(page));
  await test.step('throws away, and restores', () => trashAndRestore(page));
  await test.step('writes a paper', () => writePaper(first, home));
  await test.step('changes a setting, reads the help', () => settingsAndHelp(page));
  await pressKeys(first.app, 'l', ['control']);
  const second = await start({ args: (await first.ended()) ?? [] });
  const keys = keyboard(second.page);
  await keys.isOn('Passphrase');
  await keys.type(words);
  await keys.press('Enter');
  await desk(second.page).isOpen();
  await keys.isHeld();
  await find(second.page, 'Khayali', PERSON);
});
