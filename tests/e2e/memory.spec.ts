import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { call, commandOf, expect, isAlive, pressKeys, test, type Session } from './kit';
import { makeVault, PASSPHRASE, passphraseBytes } from './new-vault';

const CANARY = 'Zqcanary Khayali';
const REFUSED = 'quarry mitten jubilee walrus anvil thimble';

const AT_ONCE = 16 * 1024 * 1024;
const OVERLAP = 256;

/** Which of the texts, as UTF-8 or UTF-16, lie in what a process can write to. */
function heldBy(pid: number, texts: readonly string[]): readonly string[] {
  const spelled = texts.flatMap((text) =>
    (['utf8', 'utf16le'] as const).map((code) => ({ text, bytes: Buffer.from(text, code) })),
  );
  const found = new Set<string>();
  const memory = openSync(`/proc/${String(pid)}/mem`, 'r');
  const buffer = Buffer.alloc(AT_ONCE);
  const maps = readFileSync(`/proc/${String(pid)}/maps`, 'utf8');
  for (const [, from = '', to = ''] of maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gmu)) {
    const end = parseInt(to, 16);
    for (let at = parseInt(from, 16); at < end; at += AT_ONCE - OVERLAP) {
      let length = 0;
      try {
        length = readSync(memory, buffer, 0, Math.min(AT_ONCE, end - at), at);
      } catch {
        // A page that was reserved and never used cannot be read.
        break;
      }
      const part = buffer.subarray(0, length);
      for (const { text, bytes } of spelled) if (part.includes(bytes)) found.add(text);
    }
  }
  closeSync(memory);
  return [...found];
}

const held = (pids: readonly number[], texts: readonly string[]) =>
  pids.flatMap((pid) =>
    heldBy(pid, texts).map((text) => `${commandOf(pid).slice(0, 60)}: ${text}`),
  );

test('after locking no process holds passphrase, recovery key or a name', async ({
  home,
  start,
}) => {
  const first = await start();
  const { recoveryKey } = await makeVault(first, home);
  await call(first.page, 'records:create', {
    kind: 'person',
    edits: [{ path: 'names/new', value: { text: CANARY, kind: 'legal' } }],
  });
  const secrets = [PASSPHRASE, recoveryKey, CANARY];
  // What is looked for is there while the vault is open, so the search can find it.
  expect(held(first.processes(), secrets).some((line) => line.endsWith(CANARY))).toBe(true);
  await pressKeys(first.app, 'l', ['control']);
  const next = await first.ended();
  const second = await start({ args: next ?? [] });
  await expect(second.page.locator('html')).toHaveAttribute('data-stage', 'locked');
  expect(second.processes().length).toBeGreaterThan(3);
  expect(held(second.processes(), secrets)).toEqual([]);
});

/** Types a text key by key: nothing but the page ever has the whole of it. */
async function typeByKeys({ app }: Session, text: string): Promise<void> {
  for (const keyCode of text)
    await app.evaluate(({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const type of ['keyDown', 'char', 'keyUp'] as const)
        contents?.sendInputEvent({ type, keyCode: key });
    }, keyCode);
}

test('a refused passphrase is held by no process, at once', async ({ home, start }) => {
  const first = await start();
  await makeVault(first, home);
  await pressKeys(first.app, 'l', ['control']);
  const next = await first.ended();
  const second = await start({ args: next ?? [] });
  await expect(second.page.locator('html')).toHaveAttribute('data-stage', 'locked');
  const field = second.page.getByLabel('Passphrase', { exact: true });
  await expect(field).toBeFocused();
  await typeByKeys(second, REFUSED);
  await expect
    .poll(() => field.evaluate((input) => (input as HTMLInputElement).value.length))
    .toBe(REFUSED.length);
  // What is looked for is there while it stands in the field, so the search can find it.
  expect(held(second.processes(), [REFUSED])).not.toEqual([]);
  const before = second.processes();
  // The page may be gone before the key is up.
  await second.page.keyboard.press('Enter').catch(() => undefined);
  // Every process of that try ends with it at once; the next one says so, and never saw it.
  const refused = await second.ended();
  await expect.poll(() => before.filter(isAlive)).toEqual([]);
  const third = await start({ args: refused ?? [] });
  const again = third.page.getByLabel('Passphrase', { exact: true });
  await expect(again).toHaveAttribute('aria-invalid', 'true');
  await expect(again).toHaveValue('');
  await expect(again).toBeFocused();
  expect(third.processes().length).toBeGreaterThan(3);
  expect(held(third.processes(), [REFUSED, PASSPHRASE, CANARY])).toEqual([]);
  await call(third.page, 'vault:unlock', { slot: 1, passphrase: passphraseBytes() });
});
