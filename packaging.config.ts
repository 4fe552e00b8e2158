// How a release is packed: read by electron-builder (`npx electron-builder --config packaging.config.ts`)
// and by the tests, which hold it against what was built. Reasons: docs/decisions/0015-packaging.md

/** Switches burnt into the binary of Electron: nobody turns them by an argument or the environment. */
export const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  grantFileProtocolExtraPrivileges: false,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  enableCookieEncryption: true,
  // No snapshot of our own is built; out of bounds in WebAssembly ends as the engine ends it.
  loadBrowserProcessSpecificV8Snapshot: false,
  wasmTrapHandlers: true,
} as const;

/**
 * What lies in the archive, the last pattern that fits counting. Everything but the driver of the
 * database is bundled; the command line and the demonstration run on a Node of their own.
 */
export const FILES = [
  '!**/*',
  'package.json',
  'out/main/index.js',
  'out/main/vault.js',
  'out/main/kdf.js',
  'out/main/reader.js',
  'out/main/chunks/*.js',
  'out/preload/*.js',
  'out/renderer/*.html',
  'out/renderer/assets/*',
  'out/renderer/pdf/*',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/LICENSE',
  'node_modules/better-sqlite3/lib/**/*.js',
  'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  '!**/*.{map,ts,tsx,md}',
  '!**/*.test.*',
] as const;

/** Beside the archive: the system loads no library from inside of it. */
export const UNPACKED = ['node_modules/better-sqlite3/prebuilds/*.node'] as const;

export default {
  appId: 'org.rihai.desk',
  productName: 'Rihai',
  directories: { output: 'out/release' },
  files: FILES,
  asar: true,
  asarUnpack: UNPACKED,
  // Rules of law and the invented cases: read as files, and not secret.
  extraResources: [
    { from: 'resources/packs', to: 'resources/packs' },
    { from: 'resources/samples', to: 'resources/samples' },
  ],
  electronFuses: { ...FUSES, strictlyRequireAllFuses: true, resetAdHocDarwinSignature: true },
  // The driver comes built; nothing is compiled or fetched for it.
  npmRebuild: false,
  nodeGypRebuild: false,
  // Nothing looks for updates: the program reaches no network.
  publish: null,
  linux: { target: ['AppImage', 'deb'], category: 'Office' },
  win: { target: ['nsis'] },
  mac: { target: ['dmg'], hardenedRuntime: true, category: 'public.app-category.productivity' },
};
