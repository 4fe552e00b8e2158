import { cpSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cliVault, type CliVault } from '#tests/fixtures/cli/vault';

let cli: CliVault;
beforeAll(async () => {
  cli = await cliVault();
});

describe('an older copy put in the place of a vault', () => {
  it('is refused with both times, read on request, and taken once it is said to be restored', async () => {
    const vault = cli.copy();
    const kept = cli.file('kept');
    const first = await vault.run(['list', 'cases']);
    expect(first.stderr).toContain('whether it is the latest copy cannot be checked');
    cpSync(vault.dir, kept, { recursive: true });
    expect((await vault.run(['list', 'cases'])).stderr).toBe('');

    cpSync(kept, vault.dir, { recursive: true });
    const refused = await vault.run(['list', 'cases']);
    expect(refused.exit).toBe(5);
    expect(refused.stderr).toMatch(/it ends at [\d-]+ [\d:]+ UTC, and the other had come to/u);
    const asJson = await vault.run(['list', 'cases', '--json']);
    expect(asJson.json()).toMatchObject({ error: { code: 'vault/rollback', exit: 5 } });

    const looked = await vault.run(['list', 'cases', '--read-only']);
    expect([looked.exit, looked.stderr]).toEqual([0, expect.stringContaining('Warning')]);
    expect((await vault.run(['list', 'cases'])).exit).toBe(5);
    const taken = await vault.run(['list', 'cases', '--restored']);
    expect([taken.exit, taken.stderr]).toEqual([0, '']);
    expect((await vault.run(['list', 'cases'])).exit).toBe(0);
  });
});
