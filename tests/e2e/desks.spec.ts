import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  answerFolderDialog,
  answerSaveDialog,
  call,
  expect,
  giveAway,
  test,
  type Home,
  type Session,
} from './kit';
import { giveAxe, violations } from './looks/audit';
import { makeVault } from './new-vault';
import { desk } from './pages/desk';
import { picture } from './picture';

const THEM = 'Sample Wakeel';

const main = (page: Page) => page.getByRole('main');

async function clean(page: Page): Promise<void> {
  await giveAxe(page);
  expect(await violations(page)).toEqual([]);
}

/** A vault of somebody else, made and ended; answers their digits, with their card and its QR code as files. */
async function otherDesk(session: Session, home: Home, folder: string) {
  const { app, page } = session;
  await makeVault(session, home, folder, THEM);
  await page.reload();
  await desk(page).isOpen();
  await desk(page).go('Exchange');
  const code = page.getByRole('img', { name: `QR code of the card of ${THEM}` });
  await expect(code).toBeVisible();
  const papers = home.folder('papers');
  const [card, photo] = [`${folder}.rhc`, `${folder}.png`].map((name) => join(papers, name)) as [
    string,
    string,
  ];
  writeFileSync(photo, await code.screenshot());
  await answerSaveDialog(app, card);
  await desk(page).press('Save the card file');
  await expect(page.getByText(`Saved as ${folder}.rhc.`)).toBeVisible();
  const { own } = await call<{ own: { digits: readonly string[] } }>(page, 'cards:list');
  await app.close();
  giveAway(papers);
  return { card, photo, digits: own.digits };
}

test('cards pass between desks: by file and picture, compared group by group, changed, revoked, seized', async ({
  home,
  start,
}) => {
  // Three vaults are made, one after the other.
  test.setTimeout(300_000);
  const them = await otherDesk(await start(), home, 'theirs');
  const later = await otherDesk(await start(), home, 'later');
  const session = await start();
  const { app, page } = session;
  await makeVault(session, home);
  await page.reload();
  const at = desk(page);
  await at.isOpen();
  await at.go('Exchange');
  await expect(page.getByText('No card of anybody yet')).toBeVisible();
  await picture(page, 'desks-empty');
  await clean(page);

  // A picture without a code, then one with theirs.
  const papers = home.folder('papers');
  const blank = join(papers, 'blank.png');
  writeFileSync(blank, await at.title('Exchange').screenshot());
  giveAway(papers);
  await answerFolderDialog(app, blank);
  await at.pick('Add a card', 'From a picture of a QR code');
  await expect(page.getByText('There is no QR code of a card in this picture.')).toBeVisible();
  await answerFolderDialog(app, them.photo);
  await at.pick('Add a card', 'From a picture of a QR code');
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading', { name: `A card of ${THEM}` })).toBeVisible();
  await picture(page, 'desks-add');
  await clean(page);
  await panel.getByRole('button', { name: 'Keep the card' }).click();

  // One group differs: said at once, and nothing can be confirmed.
  await expect(panel.getByRole('heading', { name: `Is this the card of ${THEM}?` })).toBeVisible();
  const third = panel.getByRole('listitem').nth(2);
  await third.getByRole('button', { name: /differs/u }).click();
  await expect(panel.getByText('Group 3 is not what the card says')).toBeVisible();
  await picture(page, 'desks-differs');
  await clean(page);
  await expect(panel.getByRole('button', { name: 'All eight agree' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await third.getByRole('button', { name: /take back/u }).click();
  await panel.getByRole('button', { name: 'Later' }).click();
  await expect(main(page).getByText('not compared')).toBeVisible();

  // Typed as they are read out, in the digits of another script too; each whole group leads on to the next.
  await at.press('Compare the digits');
  await panel.getByText('By voice').click();
  await panel.getByRole('radio', { name: 'Type what they say' }).click();
  await panel.getByRole('textbox', { name: 'Group 1' }).fill('00000');
  const isWrong = them.digits[0] !== '00000';
  await expect(panel.getByText('not what the card says').first()).toBeVisible({ visible: isWrong });
  await panel.getByRole('textbox', { name: 'Group 1' }).fill('');
  await panel.getByRole('textbox', { name: 'Group 1' }).focus();
  const urdu = (digits: string): string =>
    digits.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0x6f0 + Number(digit)));
  await page.keyboard.type([urdu(them.digits[0] ?? ''), ...them.digits.slice(1)].join(''));
  await picture(page, 'desks-typed');
  await panel.getByRole('button', { name: 'All eight agree' }).click();
  await expect(panel).toBeHidden();
  await expect(main(page).getByText('verified', { exact: true })).toBeVisible();
  await expect(main(page).getByText(/^compared by voice/u)).toBeVisible();

  // The same card is not kept twice.
  await answerFolderDialog(app, them.card);
  await at.pick('Add a card', 'From a card file');
  await expect(page.getByText('This card is kept here already.')).toBeVisible();

  // They have another card now: nothing passes before it was compared, by a picture of one's own this time.
  await answerFolderDialog(app, later.card);
  await at.pick('Add a card', 'From a card file');
  await picture(page, 'desks-replace');
  await expect(panel.getByRole('button', { name: 'Keep the card' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await panel.getByText(`A new card of ${THEM}`).click();
  await panel.getByRole('button', { name: 'Keep the card' }).click();
  await panel.getByRole('button', { name: 'Later' }).click();
  await expect(main(page).getByText('changed', { exact: true })).toBeVisible();
  await at.press('Compare the digits');
  await panel.getByText('From a picture that you took yourself').click();
  await answerFolderDialog(app, them.photo);
  await panel.getByRole('button', { name: 'Choose the picture' }).click();
  await expect(panel.getByText('These are not the digits of this card.')).toBeVisible();
  await answerFolderDialog(app, later.photo);
  await panel.getByRole('button', { name: 'Choose the picture' }).click();
  await expect(panel).toBeHidden();
  await expect(main(page).getByText(/^QR code read/u)).toBeVisible();

  // A group of one.
  await at.press('New group');
  await panel.getByLabel('Name of the group').fill('Committee');
  await panel.getByText(THEM).click();
  await picture(page, 'desks-group');
  await clean(page);
  await panel.getByRole('button', { name: 'Save the group' }).click();
  await expect(main(page).getByText('Committee')).toBeVisible();

  // Seized, then trusted no more.
  await main(page)
    .getByRole('button', { name: `More for ${THEM}` })
    .click();
  await page.getByRole('menuitem', { name: 'Their desk was seized' }).click();
  const question = page.getByRole('alertdialog');
  await picture(page, 'desks-seized');
  await clean(page);
  const notice = join(papers, 'seized.rhn');
  await answerSaveDialog(app, notice);
  await question.getByRole('button', { name: 'Sign and save the notice' }).click();
  await expect(main(page).getByText('desk seized', { exact: true })).toBeVisible();
  await main(page)
    .getByRole('button', { name: `More for ${THEM}` })
    .click();
  await page.getByRole('menuitem', { name: 'Trust this card no more' }).click();
  await question.getByRole('button', { name: 'Trust this card no more' }).click();
  await expect(question).toBeHidden();
  await picture(page, 'desks');
  await clean(page);
  copyFileSync(notice, join(papers, 'copy.rhn'));
  giveAway(papers);
  await answerFolderDialog(app, join(papers, 'copy.rhn'));
  await at.press('Take in a notice that a desk was seized');
  await expect(page.getByText(/^The desk of Sample Wakeel is held/u)).toBeVisible();
});
