import type { RecordId } from '#shared/domain/ids';
import type { OutsideWhat } from '#shared/domain/outside';
import type { DocumentPorts } from '#core/documents/index';
import type { KnownFile, OutsideRegister } from '#core/outside/index';
import type { OpenVault } from '#core/vault/ports';

export type Export = {
  /** The kind of row in the log. */
  readonly act: 'export' | 'extract';
  readonly what: OutsideWhat;
  /** The record it is of or about; none for the log. */
  readonly subject?: RecordId;
  /** For the log: codes, no names. */
  readonly details?: Readonly<Record<string, string>>;
  /** For whom it was made, for the register. */
  readonly note?: string;
  readonly file: KnownFile;
};

export type Print = {
  readonly what: OutsideWhat;
  readonly subject?: RecordId | undefined;
  readonly printer: string;
  readonly copies: number;
};

/**
 * What leaves the vault readable, told to the log and to the register of what lies outside in one
 * transaction. A vault that cannot be written notes nothing.
 */
export function leaving({ db, audit, isReadOnly }: OpenVault, outside: OutsideRegister) {
  const write = (work: () => void): void => {
    if (!isReadOnly) db.transaction(work);
  };
  const noteOriginal: DocumentPorts['noteOriginal'] = (subject, place, { sha256, sizeBytes }) => {
    outside.note({ kind: 'original', what: 'document', subject, place, sha256, sizeBytes });
  };
  const passOriginal: DocumentPorts['passOriginal'] = (from, to, sha256) => {
    const same = outside
      .open()
      .filter((one) => one.kind === 'original' && one.subject === from && one.sha256 === sha256);
    // The first is where the document itself came from; the latest is the file that was kept once more.
    const latest = same.length > 1 ? same.at(-1) : undefined;
    if (latest !== undefined) outside.setSubject(latest.id, to);
  };
  const noteImport = (file: KnownFile): void => {
    write(() => {
      outside.note({ kind: 'original', what: 'records', ...file });
    });
  };
  return {
    outside,
    ofDocuments: { noteOriginal, passOriginal },
    ofImports: { noteImport },
    notes: {
      /** A file was written: call it before the file has its name. */
      noteExport: ({ act, what, subject, details = {}, note = '', file }: Export): void => {
        write(() => {
          audit.append(act, subject ?? what, details);
          outside.note({ kind: 'export', what, subject: subject ?? '', note, ...file });
        });
      },
      /** A bundle was written, which its makers note in the log; it lies outside until it is fetched. */
      noteBundle: (file: KnownFile, to: string): void => {
        write(() => {
          outside.note({ kind: 'export', what: 'bundle', subject: '', note: to, ...file });
        });
      },
      /** Sheets of paper came out of a printer. */
      notePrint: ({ what, subject, printer, copies }: Print): void => {
        write(() => {
          audit.append('print', subject ?? what, { what, copies });
          outside.note({ kind: 'print', what, subject: subject ?? '', place: printer, copies });
        });
      },
    },
  };
}
