import { toHex } from '#core/kernel/bytes';
import { vaultStore } from '#core/db/repositories/vault-store';
import type { OpenVault } from '#core/vault/ports';

/** A finished backup as the vault remembers it. */
export type KnownBackup = {
  readonly stem: string;
  readonly madeMs: number;
  /** The folder, as it was named. */
  readonly place: string;
  /** On another file system than the vault. */
  readonly isApart: boolean;
};

const PREFIX = 'backup/';
const DRILL = 'backup-drill';

/** Remembers a backup that was verified, in one transaction with its row in the log. */
export function noteBackup(vault: OpenVault, id: Uint8Array, backup: KnownBackup): void {
  vault.db.transaction(() => {
    vaultStore(vault.db).setSetting(`${PREFIX}${toHex(id)}`, JSON.stringify(backup));
    vault.audit.append('backup.make', toHex(id));
  });
}

/** The latest first. */
export const knownBackups = (vault: OpenVault): readonly KnownBackup[] =>
  vaultStore(vault.db)
    .settings(PREFIX)
    .map(({ value }) => JSON.parse(value) as KnownBackup)
    .sort((a, b) => b.madeMs - a.madeMs);

/** Remembers that a backup was restored for practice and was whole. */
export function noteDrill(vault: OpenVault, stem: string): void {
  vault.db.transaction(() => {
    vaultStore(vault.db).setSetting(DRILL, String(vault.clock.nowMs()));
    vault.audit.append('backup.drill', stem);
  });
}

/** When a restore was last practised, ms since 1970. */
export function drilledMs(vault: OpenVault): number | undefined {
  const at = vaultStore(vault.db).setting(DRILL);
  return at === undefined ? undefined : Number(at);
}
