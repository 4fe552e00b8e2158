import type { PrintLine } from '#shared/printing/messages';
import { hasUrdu } from '../features/parts/has-urdu';

/** Styles that the style sheet knows; another is printed as plain text. */
const STYLES = [
  ...['Title', 'Sheet', 'Heading1', 'Heading2', 'Lead', 'Note', 'Text'],
  ...['Hearing', 'Key', 'Hand'],
];
/** Of two columns the first is a label. */
const LABELLED = 2;

function textElement(text: string, className = 'cell'): HTMLElement {
  const element = document.createElement('bdi');
  element.dir = 'auto';
  element.className = hasUrdu(text) ? `${className} urdu` : className;
  element.textContent = text;
  return element;
}

/** A cell of lines that each run their own way. */
function linesElement(text: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'cell';
  element.append(...text.split('\n').map((one) => textElement(one, 'part')));
  return element;
}

const looksOf = (style: string, cells: number): string =>
  [
    'line',
    STYLES.includes(style) ? style.toLowerCase() : 'plain',
    ...(cells > 1 ? ['cells'] : []),
    ...(cells === LABELLED ? ['labelled'] : []),
  ].join(' ');

/** A line of a paper, each of its cells in its own direction. */
export function lineElement({ style, cells }: PrintLine): HTMLElement {
  const line = document.createElement('div');
  line.className = looksOf(style, cells.length);
  const isOfLines = style === 'Hearing';
  line.append(...cells.map((cell) => (isOfLines ? linesElement(cell) : textElement(cell))));
  return line;
}
