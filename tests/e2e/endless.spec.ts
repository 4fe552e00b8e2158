import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endlessPdf, tinyPdf } from '../fixtures/pdf';
import { call, commandOf, expect, isAlive, test, type Session } from './kit';
import { deskWith, drop, open } from './pages/papers';

/** The limit of a release is 20 s; it is waited for, and a busy machine may take its time besides. */
const UNTIL_ENDED = { timeout: 60_000 };

const processesOf = (session: Session, word: string): readonly number[] =>
  session.processes().filter((pid) => commandOf(pid).includes(word));

/** Somebody works on meanwhile: a record is written and found. */
async function worksOn({ page }: Session, name: string): Promise<void> {
  await call(page, 'records:create', {
    kind: 'person',
    edits: [{ path: 'names/new', value: { text: name, kind: 'legal' } }],
  });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'A name, a case number' }).fill(name);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await page.keyboard.press('Escape');
}

test('a document that never ends is given up, where it is read and where it is shown, and all else goes on', async ({
  home,
  start,
}) => {
  const session = await start();
  const { page } = session;
  const papers = home.folder('papers');
  writeFileSync(join(papers, 'order.pdf'), tinyPdf(['Sample order']));
  await deskWith(session, home, papers);
  const endless = join(home.folder('hostile'), 'endless.pdf');
  writeFileSync(endless, endlessPdf(), { mode: 0o644 });
  const desks = processesOf(session, '--type=renderer');
  const gaveUp = page.getByText('Reading this file came no further for 20 seconds and was ended.');

  // Taken in: the process that takes its words out stands still.
  await drop(page, [endless]);
  await expect.poll(() => processesOf(session, 'reader.js').length).toBe(1);
  const [reader = 0] = processesOf(session, 'reader.js');
  await worksOn(session, 'Sample Khayali');
  expect(isAlive(reader)).toBe(true);
  await expect(gaveUp).toBeVisible(UNTIL_ENDED);
  await expect.poll(() => isAlive(reader)).toBe(false);

  // It is kept all the same, and opened to be looked at: the process that draws it stands still too.
  const shown = (): readonly number[] =>
    processesOf(session, '--type=renderer').filter((pid) => !desks.includes(pid));
  await expect.poll(() => shown().length).toBe(1);
  const [drawer = 0] = shown();
  const preview = page.getByRole('region', { name: 'endless' });
  await worksOn(session, 'Sample Misali');
  expect(isAlive(drawer)).toBe(true);
  await expect(preview.filter({ has: gaveUp })).toBeVisible(UNTIL_ENDED);
  await expect.poll(() => isAlive(drawer)).toBe(false);

  await page.getByRole('link', { name: 'Documents' }).first().click();
  await open(page, 'order');
  await expect(page.getByRole('img', { name: 'Picture of order' })).toBeVisible();
});
