import { AppError } from '#shared/errors/app-error';
import type { TextCollector } from './text-collector';
import { readXml, xmlText } from './xml';
import type { Archive } from './zip';

const BODY = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';
const MOST_SPACES = 200;

/** Text stands in paragraphs and headings alone. */
const HOLDS_TEXT = new Set(['p', 'h']);

const OPENING: Readonly<Record<string, string>> = {
  tab: '\t',
  'line-break': '\n',
  'soft-page-break': '\f',
};
const CLOSING: Readonly<Record<string, string>> = {
  p: '\n',
  h: '\n',
  'table-cell': '\t',
  'table-row': '\n',
};

function assertOpen(archive: Archive): void {
  const manifest = archive.read(MANIFEST);
  if (manifest === undefined) return;
  readXml(xmlText(manifest), {
    open: (name) => {
      if (name === 'encryption-data') throw new AppError('read/encrypted');
    },
  });
}

/** The words of an ODT or ODS. */
export function openDocumentText(archive: Archive, out: TextCollector): void {
  assertOpen(archive);
  const body = archive.read(BODY);
  if (body === undefined) throw new AppError('read/damaged');
  let within = 0;
  readXml(xmlText(body), {
    open: (name, attribute) => {
      if (HOLDS_TEXT.has(name)) within += 1;
      if (name === 's') {
        const spaces = Number(attribute('c') ?? 1);
        out.add(' '.repeat(spaces >= 1 && spaces <= MOST_SPACES ? Math.floor(spaces) : 1));
      }
      const added = OPENING[name] ?? '';
      if (added !== '') out.add(added);
    },
    text: (text) => {
      if (within > 0) out.add(text);
    },
    close: (name) => {
      if (HOLDS_TEXT.has(name)) within -= 1;
      const added = CLOSING[name] ?? '';
      if (added !== '') out.add(added);
    },
  });
}
