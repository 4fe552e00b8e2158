import {
  BorderStyle,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { para } from './paragraphs';
import { INK } from './styles';

const rule = { style: BorderStyle.SINGLE, size: 4, color: INK.strongRule };

/** The banner that says who may read the paper, on every page. */
export const banner = (text: string): Header =>
  new Header({
    children: [
      para([{ text, bold: true }], 'Furniture', { border: { bottom: { ...rule, space: 4 } } }),
    ],
  });

/** What the paper is at the left, page x of y at the right. */
export function pageFooter(
  what: string,
  words: { page: string; of: string },
  width: number,
): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Furniture',
        border: { top: { ...rule, space: 4 } },
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun(what),
          new TextRun({ children: [new Tab(), `${words.page} `, PageNumber.CURRENT] }),
          new TextRun({ children: [` ${words.of} `, PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
