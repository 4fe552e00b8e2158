import type { Page } from '@playwright/test';
import { answerFolderDialog, call, type Home, type Session } from './kit';
import { desk } from './pages/desk';

export const PASSPHRASE = 'walnut ferry lantern orbit quilt saddle';

/** As the bridge takes it. */
export const passphraseBytes = (): Uint8Array => new TextEncoder().encode(PASSPHRASE);

type Shown = Pick<Session, 'app' | 'page'>;

/** Makes a vault behind the window, which goes on standing at the first page. */
export async function makeVault(
  { app, page }: Shown,
  home: Home,
  folder = 'vault',
  name = 'Sample Vakil',
): Promise<{ readonly dir: string; readonly slot: number; readonly recoveryKey: string }> {
  const dir = home.folder(folder);
  await answerFolderDialog(app, dir);
  const { token } = await call<{ token: string }>(page, 'files:chooseFolder', {
    purpose: 'newVault',
  });
  const made = await call<{ slot: number; recoveryKey: string }>(page, 'vault:create', {
    token,
    name,
    passphrase: passphraseBytes(),
  });
  return { dir, ...made };
}

/** A new vault, open, with its desk standing, and what the test needs on file. */
export async function openNewVault(
  shown: Shown,
  home: Home,
  fill: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await makeVault(shown, home);
  await fill(shown.page);
  await shown.page.reload();
  await desk(shown.page).isOpen();
}
