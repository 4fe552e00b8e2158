/**
 * Who may import whom. The table in docs/architecture.md says the same in words.
 * `reachable` rules also look through other files.
 */
const lib = (name) => `node_modules/(${name})(/|$)`;

const only = (name, comment, folder, library) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src', pathNot: [folder, '\\.test\\.ts$'] },
  to: { path: lib(library) },
});

const modules = 'detainees|cases|hearings|custody|contacts|documents|claims|tasks';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^(electron|vite)$'] },
    },
    {
      name: 'shared-is-pure',
      comment: 'Types and rules both sides need: no Node, no core.',
      severity: 'error',
      from: { path: '^src/shared', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/shared', lib('zod|temporal-polyfill|temporal-spec')] },
    },
    {
      name: 'core-knows-no-window',
      severity: 'error',
      from: { path: '^src/core' },
      to: {
        path: [
          lib('electron|react|react-dom|commander'),
          '^src/(cli|worker|main|preload|renderer)',
        ],
      },
    },
    {
      name: 'core-reaches-no-network',
      comment: 'Nothing at run time may touch the network.',
      severity: 'error',
      from: { path: '^src', pathNot: '\\.test\\.ts$' },
      to: { path: '^(node:)?(net|tls|http|https|http2|dgram|dns)(/|$)', dependencyTypes: ['core'] },
    },
    {
      name: 'kernel-is-the-floor',
      severity: 'error',
      from: { path: '^src/core/kernel', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/core/(?!kernel)' },
    },
    only(
      'sodium-in-vault',
      'Cryptography has one room.',
      '^src/core/vault',
      'libsodium-wrappers-sumo|libsodium-sumo',
    ),
    only(
      'shares-in-vault',
      'Secrets are split in one room.',
      '^src/core/vault',
      'shamir-secret-sharing',
    ),
    only(
      'age-in-sharing',
      'Bundles are sealed and opened in one room.',
      '^src/core/sharing/bundle/',
      'age-encryption|@scure/base',
    ),
    only('driver-in-db', 'The database has one door.', '^src/core/db', 'better-sqlite3'),
    only(
      'docx-in-exports',
      'Word papers have one room.',
      '^src/core/exports',
      'docx|fast-xml-parser',
    ),
    only(
      'zip-is-read-in-one-room',
      'Papers are packed where they are made; files of others are unpacked in src/reading.',
      '^src/(core/exports|reading)/',
      'fflate',
    ),
    only(
      'pdf-in-the-preview',
      'Documents of others are parsed in processes that hold nothing else.',
      '^src/(renderer/preview|worker/reader)/',
      'pdfjs-dist',
    ),
    {
      name: 'readers-are-pure',
      comment: 'What parses the files of others knows nothing of the program but its errors.',
      severity: 'error',
      from: { path: '^src/reading', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/(reading|shared/errors)/', lib('fflate')] },
    },
    {
      name: 'parsers-only-where-nothing-else-is',
      comment:
        'Neither vault process, main, command line nor desk parses files of others: they read plain text at the most.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/(reading|renderer/preview|worker/reader)/',
          '^src/worker/reader\\.ts$',
          '\\.test\\.ts$',
        ],
      },
      to: { path: '^src/reading/(?!read-text)' },
    },
    only('commander-in-cli', 'The command line parses its own words.', '^src/cli', 'commander'),
    {
      name: 'modules-are-pure',
      comment: 'Domain modules hold rules over values: no SQL, no vault.',
      severity: 'error',
      from: { path: `^src/core/(${modules}|clocks|packs|search)/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^src/core/(db|app|exports)/' },
    },
    {
      name: 'exports-read-through-ports',
      severity: 'error',
      from: { path: '^src/core/exports/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/core/(db|app|vault)/' },
    },
    {
      name: 'app-joins-alone',
      comment: 'core/app is the one place where parts are joined; no part imports it.',
      severity: 'error',
      from: { path: '^src/core/(?!app/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/core/app/' },
    },
    {
      name: 'db-is-below',
      comment: 'Repositories know models and ports, not services that use them.',
      severity: 'error',
      from: { path: '^src/core/db/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(core/(app|exports)|cli|worker)/' },
    },
    {
      name: 'front-doors',
      comment: 'A window, worker or command reaches the core through core/app.',
      severity: 'error',
      from: { path: '^src/cli', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/core/(db|changes|exports|search|clocks|packs)/',
        pathNot: ['(model|ports|index)\\.ts$'],
      },
    },
    {
      name: 'window-knows-no-vault',
      comment: 'The window holds no keys and reads no files: it speaks through the bridge alone.',
      severity: 'error',
      from: { path: '^src/renderer', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(core|main|preload|worker|cli)/' },
    },
    {
      name: 'window-runs-in-a-page',
      severity: 'error',
      from: { path: '^src/renderer', pathNot: '\\.test\\.ts$' },
      to: { path: lib('electron') },
    },
    {
      name: 'window-has-no-node',
      severity: 'error',
      from: { path: '^src/renderer', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'parts-know-no-screens',
      comment: 'A part is used by screens; the gallery shows parts and never ships.',
      severity: 'error',
      from: { path: '^src/renderer/(ui|i18n|styles)/' },
      to: { path: '^src/renderer/(?!ui/|i18n/|styles/)' },
    },
    {
      name: 'worker-through-the-front-door',
      comment:
        'The vault process works with core/app; the kdf process with the one library it is for.',
      severity: 'error',
      from: {
        path: '^src/worker',
        pathNot: ['\\.test\\.ts$', '^src/worker/(kdf|reader)(\\.ts$|/)'],
      },
      to: { path: '^src/', pathNot: '^src/(worker|shared|core/app/index|core/kernel)' },
    },
    {
      name: 'main-holds-no-keys',
      comment: 'Keys never enter main: it knows nothing of core.',
      severity: 'error',
      from: { path: '^src/main', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(main|shared)' },
    },
    {
      name: 'preload-knows-names-only',
      severity: 'error',
      from: { path: '^src/preload' },
      to: { pathNot: ['^src/shared/ipc/channels\\.ts$', '^electron$', lib('electron')] },
    },
    {
      name: 'page-knows-no-core',
      comment:
        'The page reaches nothing of Node, Electron or core; shapes of calls are types to it.',
      severity: 'error',
      from: { path: '^src/renderer', pathNot: '\\.test\\.ts$' },
      to: { path: ['^src/(core|worker|main|preload|cli)', lib('electron'), '^electron$'] },
    },
    {
      name: 'page-knows-shapes-as-types',
      severity: 'error',
      from: { path: '^src/renderer', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/shared/ipc/(contract|shapes|entry)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'source-needs-no-tests',
      severity: 'error',
      from: { path: '^src', pathNot: '\\.test\\.ts$' },
      to: { path: '^tests' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
