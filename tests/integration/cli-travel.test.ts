import { existsSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cliVault, jsonLines, PEOPLE, type CliVault } from '#tests/fixtures/cli/vault';
import type { Ran } from '#tests/fixtures/cli/run';

const WORDS = 'copper meadow violin anchor thistle drum';

let made: CliVault;
let vault: ReturnType<CliVault['copy']>;
let secret: string;

const json = (ran: Ran): Record<string, unknown> => {
  expect([ran.exit, ran.stderr]).toEqual([0, '']);
  return ran.json() as Record<string, unknown>;
};

beforeAll(async () => {
  made = await cliVault();
  vault = made.copy();
  await vault.run(['import', '-'], { input: jsonLines(PEOPLE) });
  secret = made.file('copy-words');
  writeFileSync(secret, `${WORDS}\n`, { mode: 0o600 });
});

describe('a travel copy on the command line', () => {
  it('is looked at first, made, written in and taken back', async () => {
    const dir = made.file('visit');
    const preview = json(await vault.run(['travel', 'make', dir, '--preview', '--json']));
    expect((preview['records'] as readonly unknown[]).length).toBeGreaterThan(0);
    expect(existsSync(dir)).toBe(false);
    const copy = json(
      await vault.run(['travel', 'make', dir, '--new-file', secret, '--quick-key', '--json']),
    );
    expect(copy).toMatchObject({ dir, records: (preview['records'] as readonly unknown[]).length });
    const again = await vault.run(['travel', 'make', dir, '--new-file', secret, '--json']);
    expect(again.json()).toMatchObject({ error: { code: 'vault/exists' } });
    const back = await vault.run(['travel', 'back', dir, '--copy-file', secret, '--json']);
    expect(json(back)).toMatchObject({ taken: 0, setAside: 0, conflicts: 0 });
    const text = await vault.run(['travel', 'back', dir, '--copy-file', secret]);
    expect(text.stdout).toContain('taken back');

    const listed = json(await vault.run(['travel', 'list', '--json']));
    const [one] = listed['copies'] as readonly [Record<string, unknown>];
    expect(one).toMatchObject({ place: dir, records: copy['records'], persons: [], cases: [] });
    expect(one['backMs']).toBeGreaterThan(0);
    const end = (which: string, how: string, ...more: readonly string[]) =>
      vault.run(['travel', 'end', which, '--how', how, ...more]);
    expect((await end(dir, 'lost')).stdout).toMatch(/lost/u);
    const refused = await vault.run(['travel', 'back', dir, '--copy-file', secret, '--json']);
    expect(refused.json()).toMatchObject({ error: { code: 'bundle/revoked' } });
    expect(json(await end(String(one['id']), 'found', '--json'))['ended']).toBeUndefined();
    const found = await vault.run(['travel', 'back', dir, '--copy-file', secret, '--json']);
    expect(json(found)).toMatchObject({ taken: 0 });
    expect((await end('ffff', 'lost', '--json')).json()).toMatchObject({
      error: { code: 'input/not-found' },
    });
  });

  it('is refused where it is no copy, and where there is none', async () => {
    const none = await vault.run(['travel', 'back', made.file('nowhere'), '--json']);
    expect(none.exit).not.toBe(0);
    const other = await cliVault();
    const words = ['travel', 'back', other.made, '--copy-file', other.passphrase, '--json'];
    const refused = await vault.run(words);
    expect(refused.json()).toMatchObject({ error: { code: 'travel/none' } });
  });
});
