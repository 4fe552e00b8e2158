import { AppError } from '#shared/errors/app-error';
import type { TextCollector } from './text-collector';
import { readXml, xmlText } from './xml';
import type { Archive } from './zip';

const STRINGS = 'xl/sharedStrings.xml';
const WORKBOOK = 'xl/workbook.xml';
const SHEET = /^xl\/worksheets\/sheet(?<number>\d{1,6})\.xml$/u;

/** Strings that cells name by their place; how they are spoken (`rPh`) is no part of them. */
function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let now = '';
  let isText = false;
  let spoken = 0;
  readXml(xml, {
    open: (name) => {
      isText = name === 't' && spoken === 0;
      if (name === 'rPh') spoken += 1;
      if (name === 'si') now = '';
    },
    text: (text) => {
      if (isText) now += text;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') spoken -= 1;
      if (name === 'si') strings.push(now);
    },
  });
  return strings;
}

/** A cell that names a string which is not there belongs to a file that is not whole. */
function sharedAt(strings: readonly string[], place: string): string {
  const string = strings[Number(place)];
  if (string === undefined) throw new AppError('read/damaged');
  return string;
}

function sheetRows(xml: string, strings: readonly string[], out: TextCollector): void {
  let isShared = false;
  let isValue = false;
  readXml(xml, {
    open: (name, attribute) => {
      if (name === 'c') isShared = attribute('t') === 's';
      // `f` is what a value is computed from.
      isValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (isValue) out.add(isShared ? sharedAt(strings, text) : text);
    },
    close: (name) => {
      isValue = false;
      if (name === 'c') out.add('\t');
      if (name === 'row') out.add('\n');
    },
  });
}

function sheetNames(xml: string): readonly string[] {
  const names: string[] = [];
  readXml(xml, {
    open: (name, attribute) => {
      if (name === 'sheet') names.push(attribute('name') ?? '');
    },
  });
  return names;
}

const numberOf = (name: string): number => Number(SHEET.exec(name)?.groups?.['number']);

/** The cells of an XLSX, a line a row, each sheet on a page of its own after the names of all. */
export function sheetText(archive: Archive, out: TextCollector): void {
  const workbook = archive.read(WORKBOOK);
  const sheets = archive.names
    .filter((name) => SHEET.test(name))
    .sort((one, other) => numberOf(one) - numberOf(other));
  if (workbook === undefined || sheets.length === 0) throw new AppError('read/damaged');
  const shared = archive.read(STRINGS);
  const strings = shared === undefined ? [] : sharedStrings(xmlText(shared));
  // Sheets are stored in the order of their making, so their names stand together at the top.
  out.add(sheetNames(xmlText(workbook)).join('\t'));
  for (const sheet of sheets) {
    const bytes = archive.read(sheet);
    out.add('\f');
    if (bytes !== undefined) sheetRows(xmlText(bytes), strings, out);
  }
}
