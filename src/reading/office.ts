import { AppError } from '#shared/errors/app-error';
import { openDocumentText } from './open-document';
import { sheetText } from './sheets';
import { TextCollector } from './text-collector';
import { wordText } from './word';
import { openZip, type Archive } from './zip';

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const ODF = 'application/vnd.oasis.opendocument.';

const READERS: Readonly<Record<string, (archive: Archive, out: TextCollector) => void>> = {
  [`${OOXML}wordprocessingml.document`]: wordText,
  [`${OOXML}spreadsheetml.sheet`]: sheetText,
  [`${ODF}text`]: openDocumentText,
  [`${ODF}spreadsheet`]: openDocumentText,
};

/** Whether a file of this media type is read as an office document. */
export const isOffice = (mediaType: string): boolean => Object.hasOwn(READERS, mediaType);

/**
 * The words of a Word, Excel or OpenDocument file, pages parted by form feeds where it says where
 * they end. Links, macros, pictures and whatever lies outside the file are not looked at. Throws
 * `read/damaged`, `read/limit`, `read/doctype`, `read/encrypted`, `read/kind`.
 */
export function officeText(bytes: Uint8Array, mediaType: string): string {
  const reader = isOffice(mediaType) ? READERS[mediaType] : undefined;
  if (reader === undefined) throw new AppError('read/kind');
  const out = new TextCollector();
  out.fill(() => {
    reader(openZip(bytes), out);
  });
  return out.text();
}
