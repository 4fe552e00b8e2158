import { toAppError } from '#core/db/errors';
import {
  salvagePlain,
  type PlainFile,
  type PlainOptions,
  type PlainSalvage,
} from '#core/salvage/plain';
import type { OpenVault } from '#core/vault/ports';
import type { Export } from './leaving';

export type ReadableExport = PlainSalvage & {
  /** Each file was noted in the register of what lies outside; a vault that cannot be written notes nothing. */
  readonly isNoted: boolean;
};

/** Errors of a vault that does not take what is noted: reading goes on. */
const NOT_TAKEN = /^(?:db|disk|audit)\/|^vault\/read-only$/u;

/** Writes what can be read of a vault where anybody can read it, and notes each file while the vault lets it. */
export const readableExport =
  (vault: OpenVault, noteExport: (made: Export) => void) =>
  async (dir: string, options: Omit<PlainOptions, 'onFile'> = {}): Promise<ReadableExport> => {
    let isNoted = !vault.isReadOnly;
    const onFile = ({ what, subject, ...file }: PlainFile): void => {
      if (!isNoted) return;
      try {
        noteExport({ act: 'export', what, file, ...(subject && { subject }) });
      } catch (error) {
        if (!NOT_TAKEN.test(toAppError(error).code)) throw error;
        isNoted = false;
      }
    };
    return { ...(await salvagePlain(vault, dir, { ...options, onFile })), isNoted };
  };
