import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerFolderDialog,
  answerSaveDialog,
  call,
  expect,
  giveAway,
  makeHome,
  startRihai,
  test,
} from './kit';
import { clean, create, main, office, side, type Office } from './offices';
import { desk } from './pages/desk';
import { keyboard } from './pages/keyboard';
import { picture } from './picture';

const PERSON = 'Sample Khayali';

async function attach({ page, session, home }: Office, name: string, about: string) {
  const file = join(home.folder('papers'), name);
  writeFileSync(file, `An invented paper, ${name}.`);
  giveAway(home.dir);
  await answerFolderDialog(session.app, file);
  const [chosen] = await call<{ token: string }[]>(page, 'files:chooseFiles');
  const input = { tokens: [chosen?.token], job: crypto.randomUUID(), about: [about] };
  await call(page, 'documents:attach', input);
}

const newPerson = ({ page }: Office) =>
  create(page, 'person', { 'names/new': { text: PERSON, kind: 'legal' } });

/** Goes to the bundles as keys do. */
async function bundles({ page }: Office): Promise<void> {
  const keys = keyboard(page);
  await keys.press('Tab');
  await keys.chord('e');
  await keys.to('Desks');
  await keys.along('Bundles', 'ArrowRight');
}

/** Makes a bundle for somebody without a card, with the file of one document; answers its eight words. */
async function make(at: Office, file: string): Promise<string> {
  const { page, session } = at;
  const keys = keyboard(page);
  await bundles(at);
  await keys.enter('Make a bundle');
  await expect(desk(page).title('Make a bundle')).toBeVisible();
  await keys.to(/^Desks whose card/u);
  await keys.press('ArrowDown');
  await keys.to(/^with files/u);
  await keys.press('ArrowRight');
  await keys.take('Document', 'order', /order/u);
  await expect(main(at).getByRole('checkbox', { name: 'order' })).toBeChecked();
  await expect(main(at).getByRole('checkbox', { name: 'letter' })).toBeHidden();
  await picture(page, 'bundles-documents');
  await clean(at);
  await answerSaveDialog(session.app, file);
  await keys.enter('Write the bundle');
  await expect(side(at).getByText(/Written as/u)).toBeVisible({ timeout: 240_000 });
  await picture(page, 'bundles-words');
  await clean(at);
  giveAway(at.home.dir);
  const words = side(at).getByRole('listitem');
  await expect(words).toHaveCount(8);
  return (await words.allTextContents()).join(' ');
}

/** Opens it by its words, looks at both of that name, and takes it in. */
async function take(at: Office, file: string, words: string): Promise<void> {
  const { page } = at;
  const keys = keyboard(page);
  await bundles(at);
  await keys.to('Choose files');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('Enter')]);
  await chooser.setFiles(file);
  await keys.isOn('Eight words');
  await keys.type('not these words at all for sure no');
  await keys.press('Enter');
  await expect(page.getByText('bundle/passphrase')).toBeVisible({ timeout: 240_000 });
  await picture(page, 'bundles-words-ask');
  await clean(at);
  await keys.to('Eight words');
  await keys.press('Control+a');
  await keys.type(words);
  await keys.press('Enter');
  await expect(desk(page).title('A bundle for you')).toBeVisible({ timeout: 240_000 });
  await expect(main(at).getByText('May be the same person')).toBeVisible();
  await picture(page, 'bundles-likely');
  await clean(at);
  await keys.enter('Side by side');
  await keys.isOn('They are two people');
  await picture(page, 'bundles-side-by-side');
  await clean(at);
  await keys.press('Enter');
  await expect(main(at).getByText('You said that they are two people.')).toBeVisible();
  await keys.enter('Not decided');
  await keys.to(/^Take it in all the same/u);
  await keys.press('Space');
  await keys.enter(/^Take in \d+ records/u);
  await expect(main(at).getByText(/^Taken in:/u)).toBeVisible();
  await picture(page, 'bundles-likely-after');
  await clean(at);
}

test('a bundle for somebody without a card: made, opened by its words and taken in with the keyboard alone', async ({
  home,
  start,
}) => {
  test.setTimeout(900_000);
  const { remove, ...other } = makeHome();
  const lawyer = await office(await start(), home, 'Sample Vakil');
  const second = await startRihai({ home: other });
  try {
    const committee = await office(second, other, 'Sample Wakeel');
    const person = await newPerson(lawyer);
    await attach(lawyer, 'order.txt', person);
    await attach(lawyer, 'letter.txt', person);
    const ours = await newPerson(committee);
    const file = join(home.dir, 'for-you.dat');
    const words = await make(lawyer, file);
    await take(committee, file, words);
    const both = await call<{ rows: { id: string }[] }>(committee.page, 'detainees:list', {
      limit: 10,
      offset: 0,
    });
    expect(both.rows.map(({ id }) => id).toSorted()).toEqual([person, ours].toSorted());
    await keyboard(committee.page).enter('Open theirs');
    await expect(desk(committee.page).title(PERSON)).toBeVisible();
  } finally {
    await second.app.close().catch(() => undefined);
    remove();
  }
});
