import type { RecordId } from '#shared/domain/ids';
import type { CustodyFile, Standing } from './model';

export type StandingStore = {
  /** False where the vault holds no such person, or only in the trash. */
  put(person: RecordId, standing: Standing, regime: string | undefined): boolean;
  /** By `record.key`. */
  drop(key: number): void;
  clear(): void;
  persons(): readonly RecordId[];
};

export type CustodyReader = {
  custody(person: RecordId): CustodyFile;
  regime(person: RecordId, matter: RecordId | undefined): string | undefined;
};
