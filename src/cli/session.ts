import {
  deriveInProcess,
  openCaseFile,
  openVault,
  readInProcess,
  readVaultInfo,
  type CaseFile,
  type Secret,
} from '#core/app/index';
import type { VaultOptions } from './command';
import type { Context } from './context';
import { readPassphrase, readRecoveryKey, readShares } from './secrets';
import { sayAge, sayLog } from './vault-age';

export async function readSecret(context: Context, options: VaultOptions): Promise<Secret> {
  const text = await readRecoveryKey(context, options);
  if (text !== undefined) return { type: 'recovery', text };
  const texts = await readShares(context, options);
  if (texts !== undefined) return { type: 'shares', texts };
  return { type: 'passphrase', bytes: await readPassphrase(context, options) };
}

/** Says above an answer that counts days that its people are invented and what today is. */
export function tellSample({ err }: Context, { sampleDay }: CaseFile): void {
  if (sampleDay !== undefined)
    err(`Sample: everybody here is invented. In this vault it is ${sampleDay}.\n`);
}

const DAMAGED =
  'Warning: the database is damaged, so the vault is open for reading only. "rihai salvage" takes ' +
  'what can still be read into a new vault; a backup may hold all of it.\n';

/**
 * Opens the vault that the options name, lets `work` have its case file, and
 * closes it again whatever happens. With `readOnly` not a byte of it is changed.
 */
export async function withCaseFile<T>(
  context: Context,
  options: VaultOptions,
  work: (file: CaseFile, secret: Secret) => T | Promise<T>,
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): Promise<T> {
  // A folder without a vault is named as such before anybody types a passphrase.
  readVaultInfo(options.vault);
  const secret = await readSecret(context, options);
  try {
    const vault = await openVault({
      dir: options.vault,
      ...(options.slot === undefined ? {} : { slot: options.slot }),
      secret,
      readOnly: readOnly || options.readOnly === true,
      anchors: { dir: context.anchorsDir },
      isRestored: options.restored === true,
      clock: context.clock,
      deriveKey: deriveInProcess(context.kdfProgram),
    });
    sayAge(context, vault.age);
    sayLog(context, vault.logFault);
    if (vault.isDamaged) context.err(DAMAGED);
    try {
      return await work(
        openCaseFile(vault, {
          resourcesDir: context.resourcesDir,
          readDocument: readInProcess(context.readerProgram),
        }),
        secret,
      );
    } finally {
      vault.close();
    }
  } finally {
    if (secret.type === 'passphrase') secret.bytes.fill(0);
  }
}
