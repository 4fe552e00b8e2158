import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rihai } from '#tests/fixtures/cli/run';
import { copyOfVault, filesOf, newFolder } from '#tests/integration/vault-kit';
import { access, longOrShort } from './kit';

const MIB = 1024 * 1024;
const GROWTH_MIB = 96;
const LARGE_MIB = longOrShort(1024, 256);

type Attached = { readonly documents: readonly { readonly id: string }[] };

/** Runs the command line and tells the most memory it held, in MiB. */
async function measured(
  args: readonly string[],
): Promise<{ readonly stdout: string; readonly peakMib: number }> {
  const report = path.join(newFolder(), 'peak');
  const hook = path.join(newFolder(), 'hook.cjs');
  fs.writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(report)} + process.pid, String(process.resourceUsage().maxRSS)));`,
  );
  const { exit, stdout, stderr } = await rihai(args, {
    env: { NODE_OPTIONS: `--require ${hook}` },
  });
  expect(exit, stderr).toBe(0);
  const folder = path.dirname(report);
  // The derivation has a process of its own, which ends by a kill or reports too; the larger-lived one is the last.
  const peaks = fs.readdirSync(folder).map((name) => ({
    pid: Number(name.slice('peak'.length)),
    mib: Number(fs.readFileSync(path.join(folder, name), 'utf8')) / 1024,
  }));
  const first = peaks.sort((a, b) => a.pid - b.pid)[0];
  if (first === undefined) throw new Error('no memory was reported');
  return { stdout, peakMib: first.mib };
}

function sparse(size: number): string {
  const file = path.join(newFolder(), 'large.bin');
  const handle = fs.openSync(file, 'w');
  fs.ftruncateSync(handle, size);
  // The ends differ from the middle, so that a cut or a shift is seen.
  fs.writeSync(handle, 'head', 0);
  fs.writeSync(handle, 'tail', size - 4);
  fs.closeSync(handle);
  return file;
}

describe('attachments at the edges', () => {
  it('takes a file of no bytes in and gives it out again', async () => {
    const dir = await copyOfVault();
    const empty = path.join(newFolder(), 'empty.txt');
    fs.writeFileSync(empty, '');
    const attached = await rihai(['attach', ...access(dir), empty, '--json']);
    expect(attached.exit, attached.stderr).toBe(0);
    const [document] = (attached.json() as Attached).documents;
    const out = path.join(newFolder(), 'out.txt');
    const extracted = await rihai(['extract', ...access(dir), document!.id, '--out', out]);
    expect(extracted.exit, extracted.stderr).toBe(0);
    expect(fs.statSync(out).size).toBe(0);
    expect((await rihai(['verify', ...access(dir)])).exit).toBe(0);
  });

  it(`takes ${String(LARGE_MIB)} MiB in and out, growing by no more than ${String(GROWTH_MIB)} MiB`, async () => {
    const dir = await copyOfVault();
    const small = await measured(['attach', ...access(dir), sparse(MIB), '--json']);
    const file = sparse(LARGE_MIB * MIB);
    const large = await measured(['attach', ...access(dir), file, '--json']);
    expect(large.peakMib - small.peakMib).toBeLessThan(GROWTH_MIB);
    const [document] = (JSON.parse(large.stdout) as Attached).documents;
    const out = path.join(newFolder(), 'out.bin');
    const extracted = await measured(['extract', ...access(dir), document!.id, '--out', out]);
    expect(extracted.peakMib - small.peakMib).toBeLessThan(GROWTH_MIB);
    expect(fs.statSync(out).size).toBe(LARGE_MIB * MIB);
    const tail = Buffer.alloc(4);
    fs.readSync(fs.openSync(out, 'r'), tail, 0, 4, LARGE_MIB * MIB - 4);
    expect(tail.toString()).toBe('tail');
    expect(filesOf(path.join(dir, 'staging'))).toEqual([]);
    fs.rmSync(path.dirname(out), { recursive: true });
    fs.rmSync(path.dirname(file), { recursive: true });
    fs.rmSync(dir, { recursive: true });
  });
});
