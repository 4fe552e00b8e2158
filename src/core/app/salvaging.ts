import * as fs from 'node:fs';
import { vaultStore } from '#core/db/repositories/vault-store';
import { idToBytes } from '#core/kernel/ids';
import type { Salvaged } from '#core/salvage/salvage';
import { createVault, type CreateVaultOptions } from '#core/vault/index';
import type { OpenVault } from '#core/vault/ports';
import { SECRET_NAME } from '#core/vault/vault-handle';
import { openCaseFile, type CaseFileOptions } from './case-file';

/** Nobody's name could be read. */
const UNNAMED = 'Rihai';

export type SalvageOptions = Omit<CreateVaultOptions, 'actorName' | 'blobNameKey' | 'schema'> &
  CaseFileOptions & {
    readonly onStep?: (done: number, total: number) => void;
  };

/**
 * Makes a new vault, under a passphrase of its own, of everything that can still be read of a damaged one,
 * which is not touched. Takes the new one away again where it cannot be finished.
 */
export async function salvageVault(
  damaged: OpenVault,
  { resourcesDir, readDocument, onStep = () => undefined, ...options }: SalvageOptions,
): Promise<{ readonly salvaged: Salvaged; readonly recoveryKey: string }> {
  const store = vaultStore(damaged.db);
  const { vault, recoveryKey } = await createVault({
    ...options,
    actorName: nameIn(damaged),
    blobNameKey: store.secret(SECRET_NAME.blobNames),
  });
  try {
    const file = openCaseFile(vault, { resourcesDir, readDocument });
    const salvaged = await file.takePlaceOf(damaged, onStep);
    await file.documents.readTexts(file.records.all('document').map(({ id }) => id));
    vault.close();
    return { salvaged, recoveryKey };
  } catch (error) {
    vault.close();
    fs.rmSync(options.dir, { recursive: true, force: true });
    throw error;
  }
}

function nameIn({ db, actor }: OpenVault): string {
  try {
    const name = vaultStore(db).actor(idToBytes(actor))?.name ?? '';
    return name === '' ? UNNAMED : name;
  } catch {
    return UNNAMED;
  }
}
