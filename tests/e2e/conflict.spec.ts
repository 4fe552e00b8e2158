import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { answerFolderDialog, call, expect, giveAway, pressKeys, test, type Home } from './kit';
import { desk, lockScreen } from './pages/desk';

const ROOT = resolve(__dirname, '../..');
const PASSPHRASE = 'walnut ferry lantern orbit quilt saddle';
const PERSON = 'Sample Khayali';

/** Runs the second desk over a closed vault; answers the paths that are in conflict then. */
async function differ(home: Home): Promise<readonly string[]> {
  // Inside the checkout, so that the packages that stay outside the bundle are found.
  const built = mkdtempSync(join(ROOT, 'node_modules', '.rihai-test-'));
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true, external: ['better-sqlite3', 'libsodium-wrappers-sumo'] },
      build: {
        ssr: join(ROOT, 'tests/e2e/second-desk.ts'),
        outDir: built,
        target: 'node24',
        rolldownOptions: { output: { format: 'cjs', entryFileNames: 'second-desk.cjs' } },
      },
    });
    const said = execFileSync(
      join(ROOT, 'node_modules/.bin/node'),
      [
        join(built, 'second-desk.cjs'),
        home.folder('vault'),
        PASSPHRASE,
        join(ROOT, 'resources'),
        join(home.dir, 'second'),
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    giveAway(home.folder('vault'));
    return JSON.parse(said) as string[];
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}

test('two desks gave a field different values: both are shown with who and when, one is kept, the other stays in the history', async ({
  home,
  start,
}) => {
  const first = await start();
  await answerFolderDialog(first.app, home.folder('vault'));
  const { token } = await call<{ token: string }>(first.page, 'files:chooseFolder', {
    purpose: 'newVault',
  });
  await call(first.page, 'vault:create', {
    token,
    name: 'Sample Vakil',
    passphrase: new TextEncoder().encode(PASSPHRASE),
  });
  await call(first.page, 'records:create', {
    kind: 'person',
    edits: [
      { path: 'names/new', value: { text: PERSON, kind: 'legal' } },
      { path: 'occupation', value: 'teacher' },
    ],
  });
  await pressKeys(first.app, 'l', ['control']);
  const next = await first.ended();
  expect(await differ(home)).toEqual(['occupation']);

  const { page } = await start({ args: next ?? [] });
  const at = desk(page);
  await lockScreen(page).open(PASSPHRASE);
  await at.isOpen();
  await at.go('Conflicts');
  const choice = page.getByRole('radiogroup', { name: 'Which value of Occupation is right?' });
  const [ours, theirs] = [
    choice.getByRole('radio', { name: /clerk/u }),
    choice.getByRole('radio', { name: /printer/u }),
  ];
  await expect(choice.getByRole('radio')).toHaveCount(2);
  await expect(choice.getByText(/Sample Vakil/u).first()).toBeVisible();
  await expect(choice.getByText(/Sample Wakeel/u).first()).toBeVisible();
  await expect(ours).not.toBeChecked();
  await expect(theirs).not.toBeChecked();
  await page.keyboard.press('Tab');
  await theirs.focus();
  await page.keyboard.press('Space');
  await expect(theirs).toBeChecked();
  await page.getByRole('button', { name: 'Keep the one chosen' }).press('Enter');
  await expect(choice).toBeHidden();

  await at.find('Khayali', PERSON);
  await at.tab('Details');
  await expect(page.getByRole('textbox', { name: 'Occupation' })).toHaveValue('printer');
  await at.tab('History');
  const history = page.getByRole('main');
  await expect(history.getByText('clerk').first()).toBeVisible();
  await expect(history.getByText('printer').first()).toBeVisible();
});
