import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  answerFolderDialog,
  call,
  expect,
  giveAway,
  pressKeys,
  programRoot,
  test,
  type Home,
  type Session,
} from './kit';
import { giveAxe, violations } from './looks/audit';
import { makeVault, PASSPHRASE } from './new-vault';
import { desk, lockScreen } from './pages/desk';
import { open } from './pages/papers';
import { picture } from './picture';

const PAGE_BYTES = 4096;

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

const blobOf = (home: Home): string => {
  const dir = join(home.dir, 'vault', 'blobs');
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return join(dir, names.find((name) => name.endsWith('.rhb')) ?? '');
};

/** A vault with one person and one paper, open; answers its recovery key. */
async function openDesk({ app, page }: Session, home: Home): Promise<string> {
  const { recoveryKey } = await makeVault({ app, page }, home);
  const paper = join(home.folder('papers'), 'order.txt');
  writeFileSync(paper, 'Brought to court at noon.\n');
  giveAway(home.folder('papers'));
  const [chosen] = await call<readonly { token: string }[]>(page, 'files:dropped', {
    paths: [paper],
  });
  const job = crypto.randomUUID();
  await call(page, 'documents:attach', { tokens: [chosen?.token], job, about: [] });
  await call(page, 'records:create', {
    kind: 'person',
    edits: [{ path: 'names/new', value: { text: 'Sample Khayali', kind: 'legal' } }],
  });
  await page.reload();
  await desk(page).isOpen();
  return recoveryKey;
}

async function backUp({ app, page }: Session, home: Home): Promise<void> {
  await answerFolderDialog(app, home.folder('stick'));
  const { token } = await call<{ token: string }>(page, 'files:chooseFolder', {
    purpose: 'backups',
  });
  await call(page, 'backups:open', { token });
  await call(page, 'backups:make', { job: crypto.randomUUID() });
}

const lock = async ({ app, ended }: Session): Promise<readonly string[]> => {
  await pressKeys(app, 'l', ['control']);
  return (await ended()) ?? [];
};

/** Writes what can be read into a new folder of the home, and closes the report. */
async function exportReadable({ app, page }: Session, home: Home, name: string): Promise<string> {
  const dir = home.folder(name);
  await answerFolderDialog(app, dir);
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Choose a folder and write' }).click();
  await expect(form.getByText('Tick the box first')).toBeVisible();
  await picture(page, `${name}-ask`);
  await form.getByText('I mean to write it readable').click();
  await form.getByRole('button', { name: 'Choose a folder and write' }).click();
  await expect(form.getByText('Written: 2 records')).toBeVisible();
  await picture(page, `${name}-report`);
  await form.getByRole('button', { name: 'Done' }).click();
  return dir;
}

async function audit(page: Page): Promise<readonly string[]> {
  await giveAxe(page);
  return violations(page);
}

const strip = (page: Page) => page.getByRole('main').getByRole('alert');

test('a damaged paper stops all writing; what is readable is exported and not forgotten', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  const session = await start();
  const { page } = session;
  await openDesk(session, home);
  flip(blobOf(home), 200);
  await desk(page).go('Documents');
  await open(page, 'order');
  await expect(
    strip(page).filter({ hasText: 'A document in this vault is damaged.' }),
  ).toBeVisible();
  await picture(page, 'damage-strip');
  expect(await audit(page)).toEqual([]);

  // Nothing is written any more, but what is typed stays as a draft.
  await desk(page).go('Detainees');
  await page.getByRole('row', { name: 'Sample Khayali' }).first().click();
  await expect(
    call(page, 'records:create', {
      kind: 'person',
      edits: [{ path: 'occupation', value: 'tailor' }],
    }),
  ).rejects.toThrow('vault/damaged');

  await strip(page).locator('..').getByRole('button', { name: 'Export what is readable' }).click();
  const dir = await exportReadable(session, home, 'damage-export');
  expect(readFileSync(join(dir, 'records.jsonl'), 'utf8')).toContain('Sample Khayali');
  expect(readFileSync(join(dir, 'not-readable.txt'), 'utf8')).toContain('document');
  const { rows } = await call<{ rows: readonly { kind: string; place: string }[] }>(
    page,
    'outside:list',
  );
  expect(rows.map(({ place }) => place)).toContain(join(dir, 'records.jsonl'));

  const next = await lock(session);
  const again = await start({ args: next });
  await lockScreen(again.page).open(PASSPHRASE);
  await desk(again.page).isOpen();
});

const NEW_PASSPHRASE = 'seven grey herons over a wet field';

test('what can be read of a damaged vault is saved into a new one, whose lock screen follows', async ({
  home,
  start,
}) => {
  test.setTimeout(300_000);
  const session = await start();
  const { app, page } = session;
  await openDesk(session, home);
  flip(blobOf(home), 200);
  await desk(page).go('Documents');
  await open(page, 'order');
  await strip(page).locator('..').getByRole('button', { name: 'Save into a new vault' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Make it and save' }).click();
  await expect(panel.getByText('Choose a folder first')).toBeVisible();
  await picture(page, 'salvage-ask');
  expect(await audit(page)).toEqual([]);
  await answerFolderDialog(app, home.folder('saved'));
  await panel.getByRole('button', { name: 'Choose a folder for the new vault' }).click();
  await panel.getByRole('button', { name: 'I will make my own' }).click();
  await panel.getByLabel('New passphrase', { exact: true }).fill(NEW_PASSPHRASE);
  await panel.getByLabel('The new passphrase again').fill(NEW_PASSPHRASE);
  await panel.getByRole('button', { name: 'Make it and save' }).click();
  await expect(panel.getByText('The new vault is made')).toBeVisible({ timeout: 60_000 });
  await expect(panel.getByText('Saved: 2 records and 0 attached files.')).toBeVisible();
  await expect(
    panel.getByText('One thing could not be read:').or(panel.getByText('1 thing')),
  ).toBeVisible();
  await picture(page, 'salvage-done');
  expect(await audit(page)).toEqual([]);
  // It stays until the sheet is known to be on paper.
  await panel.getByRole('button', { name: 'Lock, and open the new vault' }).click();
  await expect(panel.getByText('Not what was shown').first()).toBeVisible();
  const groups = await panel.locator('ol bdi').allTextContents();
  for (const field of await panel.getByLabel(/^Group \d$/u).all()) {
    const label = await field.evaluate(
      (input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '',
    );
    await field.fill(groups[Number(label.replace(/\D/gu, '')) - 1] ?? '');
  }
  await panel.getByRole('button', { name: 'Lock, and open the new vault' }).click();

  const next = (await session.ended()) ?? [];
  expect(next.join(' ')).toContain('saved');
  const again = await start({ args: next });
  await lockScreen(again.page).open(NEW_PASSPHRASE);
  await desk(again.page).isOpen();
  await desk(again.page).go('Detainees');
  await expect(again.page.getByRole('row', { name: 'Sample Khayali' }).first()).toBeVisible();
  expect(existsSync(join(home.dir, 'vault', 'vault.rhv'))).toBe(true);
});

/** Whether a vault opens for reading only because of damage, as the command line tells. */
function isDamaged(dir: string, recovery: string): boolean {
  const rihai = join(programRoot(), 'out/main/rihai.js');
  const node = join(programRoot(), 'node_modules/.bin/node');
  const words = [rihai, 'list', 'person', '--vault', dir, '--recovery-file', recovery];
  const { stderr } = spawnSync(node, words, { encoding: 'utf8' });
  return stderr.includes('open for reading only');
}

test('a damaged database is told after the passphrase, read and exported, and its backup restored', async ({
  home,
  start,
}) => {
  test.setTimeout(300_000);
  const first = await start();
  const recoveryKey = await openDesk(first, home);
  await backUp(first, home);
  const next = await lock(first);

  // The first page without which it can be read and not written. The recovery key costs no derivation.
  const vault = join(home.dir, 'vault');
  const recovery = join(home.dir, 'recovery-key');
  writeFileSync(recovery, recoveryKey, { mode: 0o600 });
  const kept = join(home.dir, 'kept');
  cpSync(vault, kept, { recursive: true });
  const database = join(vault, 'main-000001.db');
  const pages = statSync(database).size / PAGE_BYTES;
  let page = 1;
  do {
    cpSync(kept, vault, { recursive: true, force: true });
    flip(database, page * PAGE_BYTES + 1000);
    page += 1;
  } while (page < pages && !isDamaged(vault, recovery));
  giveAway(vault);

  const second = await start({ args: next });
  await lockScreen(second.page).open(PASSPHRASE);
  await expect(second.page.getByText('This vault is damaged')).toBeVisible();
  await picture(second.page, 'damage-opening');
  expect(await audit(second.page)).toEqual([]);
  await second.page.getByRole('button', { name: 'Export what is readable' }).click();
  const form = second.page.getByRole('dialog');
  await form.getByText('I mean to write it readable').click();
  const dir = home.folder('read');
  await answerFolderDialog(second.app, dir);
  await form.getByRole('button', { name: 'Choose a folder and write' }).click();
  await expect(form.getByText('Written:')).toBeVisible();
  await expect(form.getByText('these files are in no register')).toBeVisible();
  expect(existsSync(join(dir, 'records.jsonl'))).toBe(true);
  await form.getByRole('button', { name: 'Done' }).click();
  await second.page.getByRole('button', { name: 'Open for reading' }).click();
  await desk(second.page).isOpen();
  await expect(strip(second.page).first()).toContainText('The database of this vault is damaged.');
  await picture(second.page, 'damage-reading');
  const third = await start({ args: await lock(second) });

  await third.page.getByRole('button', { name: 'Restore a backup' }).click();
  await third.page.getByRole('heading', { name: 'Restore a backup' }).waitFor();
  await picture(third.page, 'restore-empty');
  await third.page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(third.page.getByText('Choose where the backups lie')).toBeVisible();
  await answerFolderDialog(third.app, home.folder('stick'));
  await third.page.getByRole('button', { name: 'Choose the folder of the backups' }).click();
  await expect(third.page.getByRole('radio').first()).toBeChecked();
  const into = home.folder('restored');
  await answerFolderDialog(third.app, into);
  await third.page.getByRole('button', { name: 'Choose a folder for the restored' }).click();
  await third.page.getByLabel('Passphrase', { exact: true }).fill('not what it was');
  await third.page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(third.page.getByText('The passphrase does not open this slot').first()).toBeVisible({
    timeout: 60_000,
  });
  await picture(third.page, 'restore-wrong');
  expect(await audit(third.page)).toEqual([]);
  expect(readdirSync(into)).toEqual([]);
  await third.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await third.page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(third.page.getByText('The backup is restored')).toBeVisible({ timeout: 60_000 });
  await picture(third.page, 'restore-done');
  await third.page.getByRole('button', { name: 'Go to its lock screen' }).click();
  await lockScreen(third.page).open(PASSPHRASE);
  await desk(third.page).isOpen();
  await expect(third.page.getByText('is damaged')).toHaveCount(0);
  await desk(third.page).go('Detainees');
  await expect(third.page.getByRole('row', { name: 'Sample Khayali' })).toBeVisible();
});
