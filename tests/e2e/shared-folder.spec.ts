import { copyFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerFolderDialog, call, expect, giveAway, makeHome, startRihai, test } from './kit';
import { cardFile, clean, create, main, meet, office, type Office } from './offices';
import { desk } from './pages/desk';
import { picture } from './picture';

const LAWYER = 'Sample Vakil';
const COMMITTEE = 'Sample Wakeel';
const PERSON = 'Sample Khayali';
const PAPER = 'An invented order. '.repeat(20_000);

async function folders({ page }: Office): Promise<void> {
  await desk(page).go('Exchange');
  await desk(page).tab('Shared folders');
}

/** Puts the one card that is kept here into a group. */
async function group({ page }: Office): Promise<void> {
  const { cards } = await call<{ cards: [{ id: string }] }>(page, 'cards:list');
  await call(page, 'cards:setGroup', { name: 'Committee', members: [cards[0].id] });
  await page.reload();
  await desk(page).isOpen();
}

/** Sets the folder up by the form, as anybody would. */
async function use({ page, session }: Office, place: string): Promise<void> {
  await desk(page).press('Use a shared folder');
  const panel = page.getByRole('dialog');
  await answerFolderDialog(session.app, place);
  await panel.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(panel.getByText('shared', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: /For which group/u }).click();
  await page.getByRole('option', { name: /Committee/u }).click();
  await panel.getByText('All levels leave, privileged too.').click();
  await picture(page, 'folders-form');
  await clean({ page, session } as Office);
  await panel.getByRole('button', { name: 'Use this folder' }).click();
  await expect(panel).toBeHidden();
}

async function sync(at: Office): Promise<void> {
  await desk(at.page).press('Sync now');
  await expect(main(at).getByText('Done.', { exact: true })).toBeVisible();
}

/** The document is known here, its file is not: said calmly, with nothing to check or write out. */
async function noFileYet(at: Office): Promise<void> {
  await desk(at.page).go('Documents');
  await at.page.getByText('order', { exact: true }).first().click();
  await expect(at.page.getByText('The file has not come to this vault.')).toBeVisible();
  await expect(at.page.getByRole('button', { name: 'Check hash' })).toBeHidden();
  await picture(at.page, 'documents-not-here');
  await clean(at);
}

/** The longest file of those that are new: the attachment. */
const longest = (place: string, before: ReadonlySet<string>): string =>
  readdirSync(place)
    .filter((name) => !before.has(name))
    .toSorted((a, b) => statSync(join(place, b)).size - statSync(join(place, a)).size)[0] ?? '';

test('two desks share one folder: facts first, files later, a deletion that is asked about, and leaving', async ({
  home,
  start,
}) => {
  test.setTimeout(600_000);
  const { remove, ...other } = makeHome();
  const lawyer = await office(await start(), home, LAWYER);
  const second = await startRihai({ home: other });
  try {
    const committee = await office(second, other, COMMITTEE);
    const place = home.folder('shared');
    const papers = [home.folder('papers'), other.folder('papers')] as const;
    const cards = [join(papers[0], 'lawyer.rhc'), join(papers[1], 'committee.rhc')] as const;
    const digits = [await cardFile(lawyer, cards[0]), await cardFile(committee, cards[1])] as const;
    await meet(lawyer, cards[1], digits[1]);
    await meet(committee, cards[0], digits[0]);
    const person = await create(lawyer.page, 'person', {
      'names/new': { text: PERSON, kind: 'legal' },
    });

    await folders(lawyer);
    await expect(main(lawyer).getByText('No shared folder is used here')).toBeVisible();
    await picture(lawyer.page, 'folders-empty');
    await clean(lawyer);
    await group(lawyer);
    await group(committee);
    await folders(lawyer);
    await use(lawyer, place);
    await expect(main(lawyer).getByText('Not synced yet.')).toBeVisible();
    await sync(lawyer);
    await expect(main(lawyer).getByText(/^Written: /u)).toBeVisible();
    await expect(main(lawyer).getByText(`${COMMITTEE} has not taken`)).toBeVisible();
    await picture(lawyer.page, 'folders-synced');
    await clean(lawyer);

    await folders(committee);
    await use(committee, place);
    await sync(committee);
    await expect(main(committee).getByText(new RegExp(`^From ${LAWYER}: `, 'u'))).toBeVisible();
    expect(await call(committee.page, 'records:get', { id: person })).toMatchObject({
      label: PERSON,
    });
    await sync(lawyer);
    await expect(main(lawyer).getByText(/has not taken/u)).toBeHidden();

    // A paper whose file is still being carried, and half a file of somebody.
    const before = new Set(readdirSync(place));
    writeFileSync(join(papers[0], 'order.txt'), PAPER);
    giveAway(home.dir);
    await answerFolderDialog(lawyer.session.app, join(papers[0], 'order.txt'));
    const [chosen] = await call<{ token: string }[]>(lawyer.page, 'files:chooseFiles');
    await call(lawyer.page, 'documents:attach', {
      ...{ tokens: [chosen?.token], job: crypto.randomUUID(), about: [person] },
    });
    await sync(lawyer);
    const late = longest(place, before);
    copyFileSync(join(place, late), join(papers[0], 'late'));
    rmSync(join(place, late));
    writeFileSync(join(place, 'half.rihai'), 'age-encryption.org/v1\n-> X25519 cut');
    giveAway(home.dir);
    await sync(committee);
    await expect(main(committee).getByText('One file on its way')).toBeVisible();
    await expect(main(committee).getByText('half.rihai')).toBeVisible();
    await picture(committee.page, 'folders-waits');
    await clean(committee);
    await noFileYet(committee);
    await folders(committee);
    copyFileSync(join(papers[0], 'late'), join(place, late));
    rmSync(join(place, 'half.rihai'));
    giveAway(home.dir);
    await sync(committee);
    await expect(main(committee).getByText('One file on its way')).toBeHidden();
    await expect(main(committee).getByText('half.rihai')).toBeHidden();

    // A deletion waits for an answer.
    await call(lawyer.page, 'records:trash', { id: person });
    await sync(lawyer);
    await sync(committee);
    await expect(main(committee).getByRole('heading', { name: 'To decide' })).toBeVisible();
    await expect(main(committee).getByText(`${LAWYER} wants to delete it`).first()).toBeVisible();
    await picture(committee.page, 'folders-asks');
    await clean(committee);
    await desk(committee.page).press('Keep ours');
    await expect(main(committee).getByRole('heading', { name: 'To decide' })).toBeHidden();
    const kept = await call(committee.page, 'records:get', { id: person });
    expect(kept).toMatchObject({ isTrashed: false });

    // The stick is not there; then the folder is left.
    rmSync(place, { recursive: true });
    await desk(lawyer.page).press('Sync now');
    await expect(main(lawyer).getByText(/^This folder is not there/u)).toBeVisible();
    await picture(lawyer.page, 'folders-gone');
    await clean(lawyer);
    await desk(lawyer.page).pick('More about the folder of Committee', 'Stop using it');
    const dialog = lawyer.page.getByRole('alertdialog');
    await picture(lawyer.page, 'folders-leave');
    await clean(lawyer);
    await dialog.getByRole('button', { name: 'Stop using it' }).click();
    await expect(main(lawyer).getByText('No shared folder is used here')).toBeVisible();
  } finally {
    await second.app.close().catch(() => undefined);
    remove();
  }
});
