import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const WORDS = '/[A-Za-z\\u0600-\\u06ff]{2}/';

/** What a person reads or hears comes from the texts by its key, never from the code. */
const noLiteralText = [
  {
    selector: `JSXText[value=${WORDS}]`,
    message: 'Write <T id="…"/> and put the text into resources/locales/en.json.',
  },
  {
    selector: `JSXExpressionContainer > Literal[value=${WORDS}]:matches(JSXElement > *, JSXFragment > * > *)`,
    message: 'Write <T id="…"/> and put the text into resources/locales/en.json.',
  },
  {
    selector: `JSXAttribute[name.name=/^(aria-label|aria-description|aria-roledescription|aria-valuetext|alt|title|placeholder|label|hint|error|verb)$/] > Literal[value=${WORDS}]`,
    message: 'Take it from useText() and put the text into resources/locales/en.json.',
  },
];

const RAW = 'Calls go through the contract: the bridge in the page, src/main/ipc in main.';

/** Raw messages between processes of Electron: only the preload script and src/main/ipc send them. */
const noRawIpc = [
  {
    selector: 'ImportSpecifier[imported.name=/^(ipcMain|ipcRenderer|MessageChannelMain)$/]',
    message: RAW,
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(send|sendToFrame|postMessage)$/][callee.object.property.name='webContents']",
    message: RAW,
  },
  {
    selector: "MemberExpression[property.name='rihai'][object.name=/^(window|globalThis)$/]",
    message: RAW,
  },
];

const sizes = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 12],
};

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'coverage'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs', '*.mts', '*.cjs'] } },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...sizes,
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['../../*'], message: 'Use #core, #shared or #tests.' }] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes from the Clock port.' },
        { object: 'Math', property: 'random', message: 'Random bytes come from the Random port.' },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-restricted-syntax': ['error', ...noRawIpc],
    },
  },
  {
    files: ['src/main/ipc/**', 'src/preload/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // The clock of the machine itself: a jump of it is a sleep that nobody told of.
  { files: ['src/main/lock/idle.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/core/kernel/ports.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // TanStack Virtual is made to be read while rendering; we compile no components.
      'react-hooks/incompatible-library': 'off',
      'no-restricted-syntax': ['error', ...noLiteralText, ...noRawIpc],
    },
  },
  {
    // The one file of the page that talks to the preload script.
    files: ['src/renderer/app/bridge.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noLiteralText] },
  },
  {
    // Samples, not texts of the window.
    files: ['src/renderer/gallery/**'],
    rules: { 'no-restricted-syntax': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.test.ts', 'tests/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      'no-console': 'off',
      'no-restricted-properties': 'off',
    },
  },
  {
    files: ['src/dev/**', 'tests/e2e/*.mts', 'tests/bench/*.mts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  { files: ['**/*.mjs', '**/*.cjs', '**/*.mts'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
