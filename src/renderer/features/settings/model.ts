import type { Contract } from '#shared/ipc/contract';
import type { InputOf, OutputOf } from '#shared/ipc/entry';

/** Which lines of the log are asked for. */
export type LogAsked = Omit<InputOf<Contract['log']['list']>, 'limit' | 'offset'>;

/** A folder of backups, and what lies in it. */
export type BackupFolder = OutputOf<Contract['backups']['open']>;
