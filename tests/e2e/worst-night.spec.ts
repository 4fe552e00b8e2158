import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { answerFolderDialog, expect, giveAway, programRoot, test, type Home } from './kit';
import { desk } from './pages/desk';
import { picture } from './picture';

const ZONE = 'Asia/Karachi';
/** The day after today where the cases are. */
const tomorrow = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(
  Date.now() + 86_400_000,
);

/** The way through the window, as the guide has it: what is pressed, in bold, in its order. */
function wayOfTheGuide(): readonly string[] {
  const guide = readFileSync(resolve('docs/guide.md'), 'utf8');
  const night = guide.split(/^## /mu).find((one) => one.startsWith('Before the worst night')) ?? '';
  const way = /^In the window it is:[^]*?\n\n/mu.exec(night)?.[0] ?? '';
  return [...way.matchAll(/\*\*([^*]+)\*\*/gu)].map(([, name = '']) => name.replaceAll('\n', ' '));
}

/** The office of yesterday, by the command line: a hearing of tomorrow, three papers, a stick. Its machine is gone. */
function papersAndStick(home: Home): readonly string[] {
  const office = home.folder('office');
  const file = (name: string, text: string): string => {
    const path = join(office, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const words = file('words', 'walnut ferry lantern orbit quilt saddle\n');
  const vault = join(office, 'vault');
  const rihai = (...args: readonly string[]): string => {
    const node = join(programRoot(), 'node_modules/.bin/node');
    const program = join(programRoot(), 'out/main/rihai.js');
    const own = ['--vault', vault, '--passphrase-file', words];
    const { status, stdout, stderr } = spawnSync(node, [program, ...args, ...own], {
      encoding: 'utf8',
      env: { ...process.env, XDG_CONFIG_HOME: join(office, 'settings') },
    });
    expect([args[0], status, stderr]).toEqual([args[0], 0, expect.any(String)]);
    return stdout;
  };
  const records = [
    { kind: 'case', id: 'c', title: 'Sample v. State', pack: 'pk', regime: 'ordinary' },
    { kind: 'proceeding', id: 'pr', case: 'c', type: 'bail', courtTitle: 'Sample Court' },
    {
      ...{ kind: 'hearing', id: 'h', proceeding: 'pr', purpose: 'Bail', status: 'fixed' },
      on: { edtf: `${tomorrow}T09:30`, zone: ZONE },
    },
  ];
  rihai('create', '--name', 'Sample Vakil', '--quick-key', '--json');
  rihai('import', file('list.jsonl', records.map((one) => JSON.stringify(one)).join('\n')));
  const { shares } = JSON.parse(rihai('recovery', 'shares', '--json')) as {
    readonly shares: readonly string[];
  };
  rihai('backup', 'make', '--folder', home.folder('stick'));
  giveAway(home.folder('stick'));
  return shares;
}

test('the worst night: from a stick and two papers of three, the list of tomorrow', async ({
  home,
  start,
}) => {
  test.setTimeout(300_000);
  const way = [...wayOfTheGuide()];
  const shares = papersAndStick(home);
  const { app, page } = await start();
  const press = async (on: Page, name: string): Promise<void> => {
    // The guide and the window go the same way, step by step.
    expect(way.shift()).toBe(name);
    await on.getByRole('button', { name, exact: true }).click();
  };
  const typePapers = async (): Promise<void> => {
    await page.getByLabel('Share 1').fill(shares[1] ?? '');
    await page.getByLabel('Share 2').fill(shares[2] ?? '');
  };

  await press(page, 'Restore a backup');
  await answerFolderDialog(app, home.folder('stick'));
  await press(page, 'Choose the folder of the backups');
  await expect(page.getByRole('radio').first()).toBeChecked();
  await answerFolderDialog(app, home.folder('restored'));
  await press(page, 'Choose a folder for the restored vault');
  await press(page, 'Use shares');
  await typePapers();
  await picture(page, 'worst-night-papers');
  await press(page, 'Restore');
  await expect(page.getByText('The backup is restored')).toBeVisible({ timeout: 60_000 });
  await picture(page, 'worst-night-restored');
  await press(page, 'Go to its lock screen');
  await press(page, 'Use shares');
  await typePapers();
  await press(page, 'Open');
  await desk(page).isOpen();
  expect(way).toEqual(['Today', 'Settings']);
  await desk(page).go('Today');
  await expect(page.getByText('Sample v. State').first()).toBeVisible();
  await expect(page.getByText('09:30').first()).toBeVisible();
  await picture(page, 'worst-night-today');
});
