import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { isAlive, pressKeys, startRihai, type Home, type Session } from '#tests/e2e/kit';
import texts from '#locales/en.json';
import { PASSPHRASE } from '../vault';
import { watchPage } from './in-page';
import { memoryOf, type Memory } from './memory';

/** A screen is whole when nothing of it changed for so long. */
const QUIET_MS = 500;
/** Between keys: a quick typist. */
const KEY_MS = 110;
const UNLOCKED = 'html[data-stage="unlocked"] nav';

export type Painted = { readonly first: number; readonly whole: number };
export type Key = { readonly latency: number; readonly work: number };
export type Unlock = {
  readonly derivation: number;
  /** From Enter to the first screen whole, the derivation left out. */
  readonly rest: number;
};

/** After the key that locks, in milliseconds. */
export type Lock = {
  /** The window is gone from the screen. */
  readonly hidden: number;
  /** The last process of the session has ended. */
  readonly ended: number;
};

export type Seen = {
  readonly unlock: Unlock;
  /** By screen, the first visit of the session. */
  readonly screens: Readonly<Record<string, Painted>>;
  /** By screen, the second visit. */
  readonly again: Readonly<Record<string, Painted>>;
  readonly typing: Readonly<Record<string, readonly Key[]>>;
  readonly memory: Readonly<Record<string, Memory>>;
  readonly lock: Lock;
};

type Bench = {
  readonly change: (quietMs: number, until: string) => Promise<Painted>;
  readonly takeKeys: () => readonly Key[];
};

/**
 * What changes in the page by something done, in milliseconds after the click or key.
 * It is not whole before an element of `until` is there.
 */
async function changeBy(page: Page, until: string, act: () => Promise<void>): Promise<Painted> {
  const watched = page.evaluate(
    ([quietMs, wanted]) =>
      (globalThis as unknown as { bench: Bench }).bench.change(quietMs, wanted),
    [QUIET_MS, until] as const,
  );
  await act();
  return watched;
}

/** A row of a list that is filled in. */
const ROW = '[role="grid"] [role="row"][aria-rowindex="3"]:not([aria-busy])';
const SHEET = 'main h1, main h2';
const place = (to: string): string => `nav a[href="#/${to}"]`;

/** What is clicked to come to each screen, and what is there once it is; parts without a link are opened from a list. */
const WAYS: readonly (readonly [screen: string, click: string, until: string])[] = [
  ['Detainees', place('detainees'), ROW],
  ['a detainee', ROW, SHEET],
  ['Cases', place('cases'), ROW],
  ['a case', ROW, SHEET],
  ['Documents', place('documents'), SHEET],
  ['People', place('people'), SHEET],
  ['Write', place('write'), SHEET],
  ['Trash', place('trash'), SHEET],
  ['Settings', place('settings'), SHEET],
  ['Today', place('today'), SHEET],
];

async function visitAll(page: Page): Promise<Readonly<Record<string, Painted>>> {
  const seen: Record<string, Painted> = {};
  for (const [screen, click, until] of WAYS) {
    seen[screen] = await changeBy(page, until, () => page.locator(click).first().click());
  }
  return seen;
}

async function typed(page: Page, text: string): Promise<readonly Key[]> {
  await page.keyboard.type(text, { delay: KEY_MS });
  await page.waitForTimeout(QUIET_MS);
  return page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.takeKeys());
}

async function typeEverywhere(page: Page): Promise<Readonly<Record<string, readonly Key[]>>> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  const find = await typed(page, 'zafar khayali 77');
  await page.keyboard.press('Escape');
  await page.locator(place('detainees')).click();
  await page.getByLabel(texts['detainees.search'].message).click();
  const narrow = await typed(page, 'nasreen dastani');
  await page.getByRole('button', { name: texts['detainees.add'].message }).first().click();
  await page.getByRole('dialog').getByRole('textbox').first().click();
  const field = await typed(page, 'Sample Namuna of');
  await page.keyboard.press('Escape');
  await page.locator(place('today')).click();
  await page.getByRole('button', { name: texts['today.other'].message }).click();
  const date = await typed(page, '14.5.2026');
  return {
    'Ctrl K': find,
    'words of a list': narrow,
    'field of a form': field,
    'typed date': date,
  };
}

async function unlock({ app, page }: Session): Promise<Unlock> {
  const field = page.locator('input').first();
  await field.fill(PASSPHRASE);
  const { whole } = await changeBy(page, UNLOCKED, () => field.press('Enter'));
  const derivation = await app.evaluate(
    () => (globalThis as unknown as { derivationMs: number }).derivationMs,
  );
  return { derivation, rest: whole - derivation };
}

const HIDDEN = /^hidden-after (?<ms>[\d.]+)$/mu;
const LOOK_MS = 5;
const LOCK_LIMIT_MS = 10_000;

/** Locks by the key, and waits until no process of the session is left. */
async function lock(session: Session): Promise<Lock> {
  let said = '';
  session.app.process().stdout?.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const processes = session.processes();
  await pressKeys(session.app, 'l', ['control']);
  const asked = performance.now();
  while (processes.some(isAlive)) {
    if (performance.now() - asked > LOCK_LIMIT_MS) throw new Error('the session did not end');
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
  const ended = performance.now() - asked;
  return { hidden: Number(HIDDEN.exec(said)?.groups?.['ms']), ended };
}

/** One session from its lock screen through every screen to its lock, and what it took. */
export async function seeSession(home: Home, vault: string): Promise<Seen> {
  const session = await startRihai({
    home,
    hook: 'tests/bench/window/hold-and-time.cjs',
    args: ['--vault', vault],
  });
  const { app, page } = session;
  try {
    await page.evaluate(watchPage);
    await page.locator('input').first().waitFor();
    const locked = memoryOf(session);
    const opening = await unlock(session);
    const unlocked = memoryOf(session);
    const screens = await visitAll(page);
    const again = await visitAll(page);
    const typing = await typeEverywhere(page);
    const every = memoryOf(session);
    return {
      unlock: opening,
      screens,
      again,
      typing,
      memory: { 'lock screen': locked, unlocked, 'every screen seen': every },
      lock: await lock(session),
    };
  } finally {
    await app.close().catch(() => undefined);
  }
}

/** Where a vault lies in a home. */
export const vaultIn = (home: Home): string => join(home.dir, 'vault');
