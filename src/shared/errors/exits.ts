import { EXIT, type ErrorCode, type ExitCode } from './codes';

/** Codes whose family does not say their exit. */
const OWN_EXITS: Partial<Record<ErrorCode, ExitCode>> = {
  internal: EXIT.internal,
  usage: EXIT.usage,
  'vault/passphrase': EXIT.passphrase,
  'vault/recovery-key': EXIT.passphrase,
  'vault/weak-passphrase': EXIT.passphrase,
  'vault/header-damaged': EXIT.damage,
  'vault/header-forged': EXIT.damage,
  'vault/in-use': EXIT.inUse,
  'vault/read-only': EXIT.disk,
  'vault/locked': EXIT.internal,
  'vault/rollback': EXIT.damage,
  'vault/damaged': EXIT.damage,
  'kdf/memory': EXIT.internal,
  'kdf/process': EXIT.internal,
  'vault/process': EXIT.internal,
  'db/newer': EXIT.input,
  'db/settings': EXIT.internal,
  'blob/too-large': EXIT.input,
  'bundle/clash': EXIT.input,
  'bundle/not-for-you': EXIT.input,
  'bundle/passphrase': EXIT.passphrase,
  'bundle/unverified': EXIT.input,
  'bundle/changed': EXIT.input,
  'bundle/revoked': EXIT.input,
  'bundle/held': EXIT.input,
  'travel/grant': EXIT.input,
  'travel/none': EXIT.input,
  'card/own': EXIT.input,
  'card/known': EXIT.input,
  'card/digits': EXIT.input,
  'card/unusable': EXIT.input,
  'card/identity': EXIT.input,
  'card/picture': EXIT.input,
  'receipt/unknown': EXIT.input,
  'folder/unreachable': EXIT.disk,
  'backup/damaged': EXIT.damage,
  'backup/forged': EXIT.damage,
  'pack/unknown': EXIT.input,
  'export/not-clean': EXIT.internal,
};

const FAMILY_EXITS: Readonly<Record<string, ExitCode>> = {
  vault: EXIT.input,
  kdf: EXIT.damage,
  db: EXIT.damage,
  audit: EXIT.damage,
  blob: EXIT.damage,
  read: EXIT.input,
  bundle: EXIT.damage,
  share: EXIT.passphrase,
  backup: EXIT.input,
  card: EXIT.damage,
  receipt: EXIT.damage,
  folder: EXIT.input,
  disk: EXIT.disk,
  input: EXIT.input,
  pack: EXIT.damage,
  outside: EXIT.input,
  print: EXIT.input,
};

/** What the command line answers the shell with (security design, section 18). */
export function exitOf(code: ErrorCode): ExitCode {
  return OWN_EXITS[code] ?? FAMILY_EXITS[code.split('/')[0] ?? ''] ?? EXIT.internal;
}
