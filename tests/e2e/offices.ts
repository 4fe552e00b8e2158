import type { Page } from '@playwright/test';
import { answerFolderDialog, answerSaveDialog, call, expect, type Home, type Session } from './kit';
import { giveAxe, violations } from './looks/audit';
import { makeVault } from './new-vault';
import { desk } from './pages/desk';

/** A desk with its vault open, at its own window. */
export type Office = { readonly session: Session; readonly home: Home; readonly page: Page };

export const main = ({ page }: Office) => page.getByRole('main');

/** Nothing that axe would object to. */
export async function clean({ page }: Office): Promise<void> {
  await giveAxe(page);
  expect(await violations(page)).toEqual([]);
}

export async function office(session: Session, home: Home, name: string): Promise<Office> {
  await makeVault(session, home, 'vault', name);
  // Each waits while the other works.
  await call(session.page, 'app:setSettings', { idleMinutes: 30 });
  await session.page.reload();
  await desk(session.page).isOpen();
  return { session, home, page: session.page };
}

/** Writes the own card; answers its digits. */
export async function cardFile(
  { session, page }: Office,
  file: string,
): Promise<readonly string[]> {
  await answerSaveDialog(session.app, file);
  const { token } = await call<{ token: string }>(page, 'files:chooseSave', { name: 'card.rhc' });
  await call(page, 'cards:saveOwn', { token, as: 'card' });
  const { own } = await call<{ own: { digits: readonly string[] } }>(page, 'cards:list');
  return own.digits;
}

/** Keeps the card of the other and compares all its digits. */
export async function meet({ session, page }: Office, file: string, digits: readonly string[]) {
  await answerFolderDialog(session.app, file);
  const [chosen] = await call<{ token: string }[]>(page, 'files:chooseFiles');
  const { file: bytes } = await call<{ file: Uint8Array }>(page, 'cards:open', {
    token: chosen?.token,
  });
  const { id } = await call<{ id: string }>(page, 'cards:add', { file: bytes });
  await call(page, 'cards:verify', { id, how: 'voice', digits: digits.join(' ') });
  await page.reload();
  await desk(page).isOpen();
}

export async function create(page: Page, kind: string, values: Readonly<Record<string, unknown>>) {
  const edits = Object.entries(values).map(([path, value]) => ({ path, value }));
  const { record } = await call<{ record: string }>(page, 'records:create', { kind, edits });
  return record;
}

export const side = ({ page }: Office) => page.getByRole('complementary');
