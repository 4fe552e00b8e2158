import type { ActorId, DeviceId } from '#shared/domain/ids';
import type { AppError } from '#shared/errors/app-error';
import type { Checkpoint } from '#core/audit/checkpoint';
import type { Clock, Random } from '#core/kernel/ports';
import type { WritableDb } from '#core/db/driver';
import type { VaultAge } from './anchor-watch';

export type { VaultAge } from './anchor-watch';

/** What a stored attachment is known by. */
export type StoredBlob = {
  /** 52 characters of base32: its file name without `.rhb`. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Lower-case hex of the plain bytes. */
  readonly sha256: string;
};

/** Bytes that wait, encrypted under a key that only this process knows, to be kept or thrown away. */
export type StagedBlob = {
  readonly sizeBytes: number;
  /** Lower-case hex of the plain bytes. */
  readonly sha256: string;
  /** BLAKE2b-256 of the plain bytes. */
  readonly b2: Uint8Array;
  /** Decrypts what waits, chunk by chunk. */
  read(): AsyncIterable<Uint8Array>;
  /**
   * Keeps it as the attachment of this name; call it inside the transaction of the row that names it.
   * Throws `bundle/clash` where other bytes have that name.
   */
  keepAs(name: string): void;
  /** Removes the file, if it still waits. */
  drop(): void;
};

/** Encrypted attachments of an open vault. Plain bytes never touch the disk here. */
export type BlobStore = {
  /**
   * Encrypts a stream into `blobs/`; durable (fsync and rename) when it answers.
   * The caller then writes the row that names it; a blob no row names is swept at the next unlock.
   */
  put(source: AsyncIterable<Uint8Array>, sizeBytes: number): Promise<StoredBlob>;
  /** Encrypts a stream into `staging/` only. Throws what `put` throws. */
  stage(source: AsyncIterable<Uint8Array>, sizeBytes: number): Promise<StagedBlob>;
  /** The stored size and hash of an attachment whose file is there; undefined where it is not. */
  held(name: string): StoredBlob | undefined;
  /** Decrypts chunk by chunk. Throws `blob/missing` or `blob/damaged`; what came before a throw must be thrown away. */
  read(name: string): AsyncIterable<Uint8Array>;
  /**
   * BLAKE2b-256 of the plain bytes. Kept with an attachment since it came; one that an older program kept
   * is read for it, once, `onRead` being told of each part. Throws what `read` throws.
   */
  digest(name: string, onRead?: (bytes: number) => void): Promise<Uint8Array>;
  /** Reads to the end, checks every chunk and the SHA-256. */
  verify(name: string): Promise<StoredBlob>;
  /** Whether it was kept here once: its key is held, even where its file is gone. */
  isKnown(name: string): boolean;
  /** Names of all blobs with a key in the database. */
  names(): readonly string[];
};

export type AuditDetails = Readonly<Record<string, string | number>>;

/** Writes one audit row; call it inside the transaction of what it tells. Ids only, no names, no content. */
export type AuditLog = {
  append(action: string, objectRef: string, details?: AuditDetails): void;
};

/** What a log was held against, and was found whole. */
export type LogProof = {
  readonly rows: number;
  /** Places of it that were signed on this vault, and when the last was. */
  readonly signed: number;
  readonly signedMs: number | undefined;
  /** Places of it that are known from backups or from others. */
  readonly witnesses: number;
  /** Of all these, how many tell of a copy that went another way after a restore. */
  readonly apart: number;
};

/** The log of a vault, with signed places in it. */
export type SignedLog = AuditLog & {
  /** Signs the last row; undefined where no hand with an identity can. */
  checkpoint(): Checkpoint | undefined;
  /** Keeps what somebody outside knows of this log, or a sender of theirs. */
  takeWitness(checkpoint: Checkpoint, source: 'backup' | 'bundle'): void;
  /** Recomputes the chain; throws `audit/broken` with the `seq` where it breaks, and how. Answers the number of rows. */
  verify(): number;
  /** The same, and tells what it was held against. */
  prove(): LogProof;
  /** Rows since the last checkpoint, and what others know. Throws the same. */
  proveSinceCheckpoint(): void;
};

/** A vault that is open, by one person's hand. */
export type OpenVault = {
  readonly dir: string;
  readonly vaultId: string;
  /** Opened from a medium that cannot be written, or asked for so: every write throws `vault/read-only`. */
  readonly isReadOnly: boolean;
  /** A page of its database is damaged, so that it was opened for reading only. */
  readonly isDamaged: boolean;
  /** What this device remembers of it, as found when it was opened. */
  readonly age: VaultAge;
  readonly slot: number;
  readonly actor: ActorId;
  readonly device: DeviceId;
  readonly db: WritableDb;
  readonly blobs: BlobStore;
  readonly audit: SignedLog;
  /** The log was found altered when the vault was opened; it is not signed any more then. */
  readonly logFault: AppError | undefined;
  readonly clock: Clock;
  readonly random: Random;
  /** `integrity_check` and the MAC of every page; throws `db/damaged`. Answers the number of pages. */
  verifyPages(): number;
  /** Checkpoints, leaves no WAL behind, closes the database and wipes the keys. */
  close(): void;
};
