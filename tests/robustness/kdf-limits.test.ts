import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#core/kernel/bytes';
import { openVault, readVaultInfo, type DeriveKey } from '#core/vault/index';
import { systemClock } from '#core/kernel/ports';
import { PROGRAM } from '#tests/fixtures/cli/run';
import { codeOf, copyOfVault, newFolder, PASSPHRASE } from '#tests/integration/vault-kit';
import { access } from './kit';

/** Costs somebody might write into a header, to break a passphrase or a machine. */
const COSTS = [
  ['kdf/weak', 0, 3],
  ['kdf/weak', 8, 1],
  ['kdf/weak', 65_535, 3],
  ['kdf/weak', 65_536, 2],
  ['kdf/weak', 65_536, 0],
  ['kdf/excessive', 1_048_577, 3],
  ['kdf/excessive', 4_294_967_295, 3],
  ['kdf/excessive', 65_536, 17],
  ['kdf/excessive', 65_536, 4_294_967_295],
  ['kdf/excessive', 1_048_576, 9],
] as const;

/** Both copies of the header, with another cost and a checksum that fits. */
function withCost(dir: string, mKib: number, t: number): void {
  const file = path.join(dir, 'vault.rhv');
  const [title = '', json = '', , mac = ''] = fs.readFileSync(file, 'utf8').split('\n');
  const head = `${title}\n${json.replace(/"m_kib":\d+,"t":\d+/u, `"m_kib":${mKib},"t":${t}`)}\n`;
  const sum = createHash('sha256').update(head).digest('hex');
  for (const name of ['vault.rhv', 'vault.rhv.bak']) {
    fs.writeFileSync(path.join(dir, name), `${head}sha256:${sum}\n${mac}\n`);
  }
  expect(readVaultInfo(dir).slots).toMatchObject([{ mKib, t }]);
}

/** Programs started, by what the system saw. */
const startedBy = (trace: string): readonly string[] =>
  fs.readFileSync(trace, 'utf8').match(/execve\(.*\) = 0/gu) ?? [];

describe('a header that asks for a derivation out of bounds', () => {
  it.each(COSTS)(
    'is refused with %s at %i KiB and %i passes, and nothing is derived',
    async (code, mKib, t) => {
      const dir = await copyOfVault();
      withCost(dir, mKib, t);
      const asked: number[] = [];
      const deriveKey: DeriveKey = (input) => {
        asked.push(input.mKib);
        return Promise.resolve(new Uint8Array(32));
      };
      const before = process.memoryUsage().rss;
      const startMs = performance.now();
      const secret = { type: 'passphrase', bytes: utf8(PASSPHRASE) } as const;
      expect(await codeOf(openVault({ dir, secret, clock: systemClock, deriveKey }))).toBe(code);
      const [tookMs, grown] = [performance.now() - startMs, process.memoryUsage().rss - before];
      console.log(`${code}: ${tookMs.toFixed(1)} ms, ${(grown / 2 ** 20).toFixed(1)} MiB`);
      expect(asked).toEqual([]);
    },
  );

  it('starts no process for it on the command line; a header within bounds starts one', async () => {
    const run = async (cost?: readonly [number, number]) => {
      const dir = await copyOfVault();
      if (cost !== undefined) withCost(dir, ...cost);
      const trace = path.join(newFolder(), 'trace');
      const args = ['-f', '-qq', '-e', 'trace=execve', '-o', trace, process.execPath, PROGRAM];
      const ran = spawnSync('strace', [...args, 'list', 'person', '--json', ...access(dir)], {
        encoding: 'utf8',
      });
      return {
        exit: ran.status,
        stderr: ran.stdout + ran.stderr,
        started: startedBy(trace).length,
      };
    };
    expect(await run()).toMatchObject({ exit: 0, started: 2 });
    const weak = await run([8, 1]);
    expect(weak).toMatchObject({ exit: 5, started: 1 });
    expect(weak.stderr).toContain('kdf/weak');
    const excessive = await run([4_294_967_295, 3]);
    expect(excessive).toMatchObject({ exit: 5, started: 1 });
    expect(excessive.stderr).toContain('kdf/excessive');
  });
});
