import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { answerFolderDialog, call, commandOf, expect, pressKeys, test } from './kit';

const PASSPHRASE = 'walnut ferry lantern orbit quilt saddle';
const CANARY = 'Zqcanary Khayali';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

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
  await answerFolderDialog(first.app, home.folder('vault'));
  const { token } = await call<{ token: string }>(first.page, 'files:chooseFolder', {
    purpose: 'newVault',
  });
  const { recoveryKey } = await call<{ recoveryKey: string }>(first.page, 'vault:create', {
    ...{ token, name: 'Sample Vakil' },
    passphrase: utf8(PASSPHRASE),
  });
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
