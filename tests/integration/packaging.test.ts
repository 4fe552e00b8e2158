import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  flipFuses,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
} from '@electron/fuses';
import { resolveElectron } from '#dev/electron.mjs';
import packaging, { FILES, FUSES, UNPACKED } from '#packaging';
import { filesBelow, isPacked } from '#tests/fixtures/packed-files';

const ROOT = resolve(import.meta.dirname, '../..');
const HERE = { platform: 'linux', arch: 'x64' };
const DRIVER = 'node_modules/better-sqlite3';

describe('what was built, as it would be packed', () => {
  let packed: ReadonlySet<string>;
  beforeAll(() => {
    expect(existsSync(join(ROOT, 'out/main/vault.js')), 'run npm run build first').toBe(true);
    const all = filesBelow(ROOT, ['out/main', 'out/preload', 'out/renderer', DRIVER]);
    packed = new Set(all.filter((file) => isPacked(file, FILES, HERE)));
  });
  const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

  it('has every program and page, one driver, and nothing else of it', () => {
    for (const file of ['index', 'vault', 'kdf', 'reader'].map((name) => `out/main/${name}.js`))
      expect([...packed]).toContain(file);
    const natives = [...packed].filter((file) => file.endsWith('.node'));
    expect(natives).toEqual([`${DRIVER}/prebuilds/linux-x64.node`]);
    expect(natives.every((file) => isPacked(file, UNPACKED, HERE))).toBe(true);
    const odd = [...packed].filter((file) =>
      /\.(?:ts|tsx|map|md|c|h|cc|cpp)$|\.test\./u.test(file),
    );
    expect(odd).toEqual([]);
  });

  it('asks for nothing that is not in it', () => {
    const known = new Set(['electron', ...builtinModules]);
    const missing: string[] = [];
    const scripts = [...packed].filter((file) => /^out\/(?:main|preload)\/.*\.js$/u.test(file));
    for (const file of scripts) {
      for (const [, name = ''] of textOf(file).matchAll(/\brequire\(["']([^"']+)["']\)/gu)) {
        const bare = name.replace(/^node:/u, '');
        const found = name.startsWith('.')
          ? packed.has(posix.join(posix.dirname(file), name))
          : known.has(bare) || name === 'better-sqlite3' || name.startsWith('better-sqlite3/');
        // Tried for and done without: the drawing of pdf.js on Node.
        if (!found && name !== '@napi-rs/canvas') missing.push(`${file}: ${name}`);
      }
    }
    expect(missing).toEqual([]);
    expect(scripts.length).toBeGreaterThan(5);
  });

  it('points to no map and holds no path of this machine', () => {
    const told = [...packed]
      .filter((file) => /^out\/.*\.(?:js|css|html)$/u.test(file))
      .filter((file) => {
        const text = textOf(file);
        return text.includes('sourceMappingURL=') || text.includes(ROOT);
      });
    expect(told).toEqual([]);
  });

  it('has the resources that the program looks for beside the archive', () => {
    for (const { from } of packaging.extraResources)
      expect(existsSync(join(ROOT, from)), from).toBe(true);
  });
});

/** Where each fuse of the configuration lies in the binary. */
const WIRE: Readonly<Record<keyof typeof FUSES, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
  wasmTrapHandlers: FuseV1Options.WasmTrapHandlers,
};

describe('the fuses of a binary', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rihai-fuses-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are set as configured, read back, and hold: it no longer runs as Node', async () => {
    const { path } = resolveElectron();
    const binary = join(folder, 'electron');
    copyFileSync(path, binary);
    chmodSync(binary, 0o755);
    const before = await getCurrentFuseWire(binary);
    const fuses = Object.entries(WIRE).map(
      ([name, at]) => [at, FUSES[name as keyof typeof FUSES]] as const,
    );
    // The Electron of development is older than the newest fuses; a release is held to all of them.
    const there = fuses.filter(([at]) => before[at] !== undefined);
    expect(there.length).toBeGreaterThanOrEqual(7);
    await flipFuses(binary, { version: FuseVersion.V1, ...Object.fromEntries(there) });
    const after = await getCurrentFuseWire(binary);
    for (const [at, isOn] of there)
      expect(after[at], FuseV1Options[at]).toBe(isOn ? FuseState.ENABLE : FuseState.DISABLE);
    // Started beside its own libraries, as Node is asked to be: only the one with its fuse says so.
    const asNode = (file: string) =>
      spawnSync(file, ['-p', '6 * 7'], {
        encoding: 'utf8',
        timeout: 20_000,
        env: { ELECTRON_RUN_AS_NODE: '1', LD_LIBRARY_PATH: dirname(path) },
      }).stdout.trim();
    expect(asNode(path)).toBe('42');
    expect(asNode(binary)).not.toBe('42');
  });
});
