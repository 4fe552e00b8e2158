import type { ImportId, RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import type { RecordReader } from '#core/changes/ports';
import type { ActionInput, ChangeWriter } from '#core/changes/writer';
import {
  checkSources,
  planSource,
  type ImportCheck,
  type ImportSource,
  type KeyedIds,
  type PlannedRecord,
} from '#core/import/index';
import type { IdMaker } from '#core/kernel/ids';
import type { KnownFile } from '#core/outside/index';

export type ImportOptions = {
  /** Joins keys over files and runs; without it a key belongs to the very file. */
  readonly namespace?: string;
  /** Called when a batch is durable, with the records it wrote and the id of the whole import. */
  readonly onCommitted: (ids: readonly RecordId[], id: ImportId) => void;
};

export type ImportResult = {
  /** Of this run, with all its files and batches; `undo` takes it back by this. */
  readonly id: ImportId;
  readonly committed: number;
  readonly unchanged: number;
};

export type ImportParts = {
  readonly writer: ChangeWriter;
  readonly reader: RecordReader;
  readonly ids: IdMaker;
  readonly keyed: KeyedIds;
  /** Notes that a file the records were read from still lies outside. */
  readonly noteImport: (file: KnownFile) => void;
};

const actionOf =
  (id: ImportId) =>
  ({ row, edits }: PlannedRecord): ActionInput => ({
    what: 'import',
    origin: { type: 'file', import: id, row },
    edits,
  });

/** Takes records in from files of JSON Lines. */
export function importing({ writer, reader, ids, keyed, noteImport }: ImportParts) {
  const find = (id: RecordId) => reader.get(id);

  /** Lists all that is wrong, without writing. */
  const check = (sources: readonly ImportSource[], namespace?: string): Promise<ImportCheck> =>
    checkSources(sources, { ids: keyed, find, ...(namespace === undefined ? {} : { namespace }) });

  /**
   * Writes sources that were checked without fault, 500 records a transaction. A
   * record is written whole or not at all, so an import that was cut short goes
   * on where it stopped when it is run again.
   */
  async function run(checked: ImportCheck, options: ImportOptions): Promise<ImportResult> {
    if (checked.faults.length > 0) {
      throw new AppError('input/rejected', { faults: checked.faults.length });
    }
    const id = ids.next<ImportId>();
    let committed = 0;
    let unchanged = 0;
    for (const source of checked.sources) {
      const { name: place, sizeBytes } = source.source;
      if (sizeBytes !== undefined) noteImport({ place, sizeBytes, sha256: source.sha256 });
      for await (const batch of planSource(source, { keyed, fresh: ids, find })) {
        const news = batch.filter(({ edits }) => edits.length > 0);
        unchanged += batch.length - news.length;
        if (news.length === 0) continue;
        writer.commitAll(news.map(actionOf(id)));
        committed += news.length;
        options.onCommitted(
          news.map((one) => one.id),
          id,
        );
      }
    }
    return { id, committed, unchanged };
  }

  return { check, run };
}
