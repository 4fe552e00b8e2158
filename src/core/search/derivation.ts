import type { Derivation, RecordReader } from '#core/changes/ports';
import type { RecordId } from '#shared/domain/ids';
import { pageTerms, rowTerms } from './index-text';
import type { DocumentTexts, SearchIndex } from './ports';
import { indexed } from './record-text';

export type SearchDerivationPorts = {
  readonly reader: RecordReader;
  readonly index: SearchIndex;
  readonly texts: DocumentTexts;
};

const BATCH = 1000;

/** Keeps the index true to the records: those in the trash and those purged are not in it. */
export function searchDerivation({ reader, index, texts }: SearchDerivationPorts): Derivation {
  /** Sets the row of a record; true where it is to be found at all. */
  const putRecord = (id: RecordId, key: number): boolean => {
    const view = reader.get(id);
    if (view === undefined || view.isTrashed) return false;
    index.put(key, 0, rowTerms(indexed(view)));
    return true;
  };
  const putPages = (key: number): void => {
    for (const { page, text } of texts.pages(key)) index.put(key, page, pageTerms(text));
  };
  return {
    refresh: (touched) => {
      let hasPurged = false;
      for (const { id, key, kind, fields } of touched) {
        if (putRecord(id, key)) {
          if (kind === 'document' && fields.has('$trash')) putPages(key);
          continue;
        }
        index.remove(key);
        if (index.hasRecord(key)) continue;
        texts.remove(key);
        hasPurged = true;
      }
      if (hasPurged) index.forget();
    },
    rebuild: () => {
      index.clear();
      let last = -1;
      for (;;) {
        const batch = index.recordsAfter(last, BATCH);
        for (const { key, id } of batch) {
          if (putRecord(id, key)) putPages(key);
          last = key;
        }
        if (batch.length < BATCH) return;
      }
    },
  };
}
