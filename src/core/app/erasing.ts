import type { RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import type { WriterParts } from '#core/changes/edit-store';
import type { RecordReader } from '#core/changes/ports';
import { purger } from '#core/changes/purge';
import { trashCan } from '#core/changes/trash';
import { recordPurge } from '#core/db/repositories/record-purge';
import { recordQueries, type RecordRow } from '#core/db/repositories/record-view';
import type { OutsideRegister } from '#core/outside/index';
import type { Exchange } from '#core/sharing/index';
import { clearRemnants, noteRemnants } from '#core/vault/remnants';
import type { OpenVault } from '#core/vault/ports';

/** What would go with records that are erased, and what would stay. */
export type Weighed = {
  readonly records: number;
  /** Documents among them that have a file. */
  readonly attachments: number;
  /** Other records that name them, and stay. */
  readonly referring: number;
  /** Readable copies of them that still lie outside the vault. */
  readonly outside: number;
};

export type Erased = {
  readonly records: number;
  readonly attachments: number;
  readonly referring: number;
  /** Nothing of it is left in the vault's folder; otherwise the next unlock clears the rest. */
  readonly isCleared: boolean;
};

type Ports = {
  readonly vault: OpenVault;
  readonly parts: WriterParts;
  readonly reader: RecordReader;
  readonly outside: OutsideRegister;
  readonly aside: Exchange['aside'];
};

/** The trash: into it, out of it, and erasing for good what lies there. */
export function erasing({ vault, parts, reader, outside, aside }: Ports) {
  const { db } = vault;
  const rows = recordQueries(db);

  /** Throws `input/not-found`, and `input/not-in-trash`: what is erased was thrown away before. */
  const inTrash = (ids: readonly RecordId[]): readonly RecordRow[] =>
    [...new Set(ids)].map((id) => {
      const row = rows.byId(id);
      if (row === undefined) throw new AppError('input/not-found', { id });
      if (!row.isTrashed) throw new AppError('input/not-in-trash', { id });
      return row;
    });

  return {
    trash: trashCan(parts),
    /** Every record in the trash, the longest there first. */
    trashed: () => rows.trashed(),
    /** What erasing these would do; changes nothing. Throws what `erase` throws of them. */
    weighErasing: (ids: readonly RecordId[]): Weighed => {
      const found = inTrash(ids);
      const own = new Set<string>(found.map(({ id }) => id));
      const { referring } = recordPurge(db);
      const others = new Set(
        found.flatMap(({ id, key }) => referring(id, key)).filter((id) => !own.has(id)),
      );
      return {
        records: found.length,
        attachments: found.filter(
          ({ id }) => reader.getOf('document', id)?.fields.blob !== undefined,
        ).length,
        referring: others.size,
        outside: outside.open().filter(({ subject }) => own.has(subject)).length,
      };
    },
    /**
     * Erases records with all that is kept of them, in the database and beside it. Throws
     * `input/not-found`, `input/not-in-trash`, `vault/read-only`.
     */
    erase: (ids: readonly RecordId[]): Erased => {
      const own = inTrash(ids).map(({ id }) => id);
      const { blobs, referring } = db.transaction(() => {
        noteRemnants(vault);
        aside.forget(new Set(own));
        return purger(parts)(own);
      });
      let isCleared = true;
      try {
        clearRemnants(vault, blobs);
      } catch {
        isCleared = false;
      }
      return {
        ...{ records: own.length, attachments: blobs.length, referring: referring.length },
        isCleared,
      };
    },
  };
}
