import { basename } from 'node:path';
import type { Calls, Events } from '#shared/ipc/contract';
import type { InputOf, OutputOf, Sent } from '#shared/ipc/entry';
import type { ChosenFile, ChosenFiles } from '#shared/ipc/messages';
import type { z } from '#shared/domain/zod';
import { AppError } from '#shared/errors/app-error';
import type { Damage } from '#shared/errors/damages';
import {
  openCaseFile,
  readVaultInfo,
  type CaseFile,
  type DeriveKey,
  type OpenVault,
  type ReadDocument,
} from '#core/app/index';
import type { Clock } from '#core/kernel/ports';
import { inTurn, runningJobs } from './jobs';

/** Handlers of one group, typed by the contract. */
export type Handlers<G extends keyof Calls> = {
  readonly [C in keyof Calls[G]]: (
    input: InputOf<Calls[G][C]>,
    call: Call,
  ) => OutputOf<Calls[G][C]> | Promise<OutputOf<Calls[G][C]>>;
};

/** What came with a call: the files its tokens stand for. */
export type Call = {
  /** The file of a token, if it was chosen for this. Throws `input/file`. */
  readonly file: (token: string, purpose: ChosenFile['purpose']) => ChosenFile;
};

export const callWith = (files: ChosenFiles): Call => ({
  file: (token, purpose) => {
    const file = Object.hasOwn(files, token) ? files[token] : undefined;
    if (file?.purpose !== purpose) throw new AppError('input/file', { file: '' });
    return file;
  },
});

export type DeskOptions = {
  readonly resourcesDir: string;
  readonly anchorsDir: string;
  readonly clock: Clock;
  readonly deriveKey: DeriveKey;
  readonly readDocument?: ReadDocument;
  readonly emit: <E extends keyof Events>(name: E, payload: Sent<z.infer<Events[E]>>) => void;
  readonly onState: (state: {
    readonly isUnlocked: boolean;
    readonly dir: string | undefined;
  }) => void;
};

export type Desk = ReturnType<typeof vaultDesk>;

const damageAtOpening = ({ isDamaged, logFault }: OpenVault): Damage | undefined =>
  isDamaged ? 'db/damaged' : logFault && 'audit/broken';

/** What the vault process holds: which vault was chosen, the open one, and the jobs under way. */
export function vaultDesk(options: DeskOptions) {
  const { resourcesDir, onState } = options;
  let dir: string | undefined;
  let open: CaseFile | undefined;
  let found: Damage | undefined;
  let next: string | undefined;
  const tell = (): void => {
    onState({ isUnlocked: open !== undefined, dir: next ?? dir });
  };
  return {
    ...options,
    dir: () => dir,
    isUnlocked: () => open !== undefined,
    /** The folder named at the start; whether it holds a vault is told by `state`. */
    name(folder: string): void {
      next = undefined;
      dir = folder;
      tell();
    },
    /** Chooses a vault to open. Throws what reading its header throws. */
    choose(folder: string): void {
      readVaultInfo(folder);
      next = undefined;
      dir = folder;
      tell();
    },
    /** The lock screen that follows is that of another vault; the open one goes on until then. */
    locksTo(folder: string): void {
      next = folder;
      tell();
    },
    /** The case file of the open vault. Throws `vault/locked`. */
    file(): CaseFile {
      if (open === undefined) throw new AppError('vault/locked');
      return open;
    },
    opened(vault: OpenVault): CaseFile {
      found = undefined;
      open = openCaseFile(vault, { resourcesDir, readDocument: options.readDocument });
      next = undefined;
      dir = vault.dir;
      tell();
      return open;
    },
    /** What of the open vault is not as it was written, as far as it is known. */
    damage: (): Damage | undefined =>
      found ?? (open === undefined ? undefined : damageAtOpening(open.vault)),
    /** Damage showed while it was open, so nothing more is written to it until it is opened anew. */
    isStopped: () => open !== undefined && found !== undefined,
    /** The first that is found counts. */
    foundDamaged(damage: Damage): void {
      if (open === undefined || found !== undefined) return;
      found = damage;
      options.emit('vaultDamaged', { damage });
    },
    /** Closes the vault: checkpoint, no WAL left, keys wiped. For main the session goes on until it locks. */
    close(): void {
      const was = open;
      open = undefined;
      was?.vault.close();
    },
    /** What is shown of the chosen folder: its own name, without where it lies. */
    folder: (): string => (dir === undefined ? '' : basename(dir)),
    jobs: runningJobs(),
    /** What numbers bundles waits for its turn here. */
    sealing: inTurn(),
  };
}
