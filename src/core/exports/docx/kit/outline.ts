import { partText, readPackage } from '../seal/package';
import { BLANK } from './paragraphs';

/** One line of a paper as it can be shown without a word processor. */
export type OutlineLine = {
  /** Name of its Word style, `Heading1`; '' for plain text and table rows. */
  readonly style: string;
  /** One text for a paragraph, one for each cell of a table row. */
  readonly cells: readonly string[];
};

export type Outline = {
  readonly lines: readonly OutlineLine[];
  /** Places left to be filled by hand. */
  readonly blanks: number;
};

const ROW_OR_PARAGRAPH = /<w:tr[ >].*?<\/w:tr>|<w:p[ >].*?<\/w:p>/gsu;
const CELL = /<w:tc[ >].*?<\/w:tc>/gsu;
const PARAGRAPH = /<w:p[ >].*?<\/w:p>/gsu;
const TEXT = /<w:t(?: [^>]*)?>(?<text>[^<]*)<\/w:t>|<w:(?:tab|br)\/>/gu;
const STYLE = /<w:pStyle w:val="(?<style>[^"]*)"/u;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

const textOf = (xml: string): string =>
  [...xml.matchAll(TEXT)]
    .map((match) => match.groups?.['text'] ?? ' ')
    .join('')
    .replace(/&(?:lt|gt|quot|apos|amp);/gu, (entity) => ENTITIES[entity] ?? entity);

const cellText = (xml: string): string =>
  [...xml.matchAll(PARAGRAPH)].map(([paragraph]) => textOf(paragraph)).join('\n');

function lineOf(xml: string): OutlineLine {
  if (xml.startsWith('<w:tr'))
    return { style: '', cells: [...xml.matchAll(CELL)].map(([cell]) => cellText(cell)) };
  return { style: STYLE.exec(xml)?.groups?.['style'] ?? '', cells: [textOf(xml)] };
}

/** Reads a paper that this program made, line by line, to be seen before it leaves. */
export function outlineOf(bytes: Uint8Array): Outline {
  const part = readPackage(bytes).get('word/document.xml');
  const xml = part === undefined ? '' : partText(part);
  const lines = [...xml.matchAll(ROW_OR_PARAGRAPH)]
    .map(([found]) => lineOf(found))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const blanks =
    lines
      .flatMap(({ cells }) => cells)
      .join('\n')
      .split(BLANK).length - 1;
  return { lines, blanks };
}
