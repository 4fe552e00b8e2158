import { AppError } from '#shared/errors/app-error';
import type { TextCollector } from './text-collector';
import { readXml, xmlText } from './xml';
import type { Archive } from './zip';

const BODY = 'word/document.xml';
/** Read after the body; headers and footers once, not on each page. */
const FURTHER = /^word\/(?:header|footer|footnotes|endnotes|comments)\d*\.xml$/u;

/** What an element adds where it begins, and where it ends. */
const OPENING: Readonly<Record<string, string>> = {
  tab: '\t',
  cr: '\n',
  noBreakHyphen: '-',
  lastRenderedPageBreak: '\f',
};
const CLOSING: Readonly<Record<string, string>> = { p: '\n', tc: '\t', tr: '\n' };

/** A line that ends, or a page; the page that Word last drew is told by another element. */
const breakOf = (type: string | undefined): string => (type === 'page' ? '' : '\n');

/** Settings of a paragraph, whose tab stops are no tabs; and what older programs are told instead of a part. */
const LEFT_OUT = new Set(['pPr', 'Fallback']);

/** Text of elements `t`: deleted text and what fields are computed from lie in others. */
function partText(xml: string, out: TextCollector): void {
  let isText = false;
  let leftOut = 0;
  const add = (text = ''): void => {
    if (leftOut === 0 && text !== '') out.add(text);
  };
  readXml(xml, {
    open: (name, attribute) => {
      isText = name === 't';
      if (LEFT_OUT.has(name)) leftOut += 1;
      add(name === 'br' ? breakOf(attribute('type')) : OPENING[name]);
    },
    text: (text) => {
      if (isText) add(text);
    },
    close: (name) => {
      isText = false;
      if (LEFT_OUT.has(name)) leftOut -= 1;
      add(CLOSING[name]);
    },
  });
}

/** The words of a DOCX: the body, then headers, footers, notes and comments. */
export function wordText(archive: Archive, out: TextCollector): void {
  const body = archive.read(BODY);
  if (body === undefined) throw new AppError('read/damaged');
  partText(xmlText(body), out);
  for (const name of archive.names.filter((one) => FURTHER.test(one))) {
    const part = archive.read(name);
    if (part === undefined) continue;
    out.add('\n');
    partText(xmlText(part), out);
  }
}
