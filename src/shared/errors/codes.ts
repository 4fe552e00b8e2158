/**
 * Every code an error of Rihai can carry. The list is closed: a code without a
 * text in `texts.ts` does not compile, and a text without a code neither.
 */
export const ERROR_CODES = [
  'internal',
  'usage',
  'vault/passphrase',
  'vault/recovery-key',
  'vault/weak-passphrase',
  'vault/header-damaged',
  'vault/header-forged',
  'vault/in-use',
  'vault/newer',
  'vault/missing',
  'vault/exists',
  'vault/read-only',
  'vault/slot',
  'vault/locked',
  'vault/rollback',
  'vault/process',
  'kdf/weak',
  'kdf/excessive',
  'kdf/memory',
  'kdf/process',
  'db/damaged',
  'db/plaintext',
  'db/settings',
  'db/newer',
  'db/tables-differ',
  'audit/broken',
  'blob/missing',
  'blob/damaged',
  'blob/too-large',
  'bundle/clash',
  'card/damaged',
  'card/signature',
  'disk/full',
  'disk/failed',
  'disk/settings',
  'input/file',
  'input/json',
  'input/field',
  'input/date',
  'input/reference',
  'input/not-found',
  'input/no-file',
  'input/ambiguous',
  'input/undo',
  'input/rejected',
  'input/changed',
  'input/exists',
  'input/too-large',
  'pack/damaged',
  'pack/unknown',
  'export/not-clean',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Exit codes of the command line (security design, section 18). */
export const EXIT = {
  ok: 0,
  internal: 1,
  usage: 2,
  input: 3,
  passphrase: 4,
  damage: 5,
  inUse: 6,
  disk: 7,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
