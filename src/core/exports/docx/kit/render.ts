import { Document, Packer, type Footer, type Header, type Paragraph, type Table } from 'docx';
import { partBytes, readPackage, writePackage } from '#core/exports/docx/seal/package';
import { seal } from '#core/exports/docx/seal/seal';
import { FONT_TABLE } from './fonts';
import type { Page } from './page';
import { NUMBERING, STYLES } from './styles';

export type Paper = {
  readonly page: Page;
  readonly header: Header;
  readonly footer: Footer;
  readonly body: readonly (Paragraph | Table)[];
};

/** A sealed DOCX of one section. The same content gives the same bytes. */
export async function renderPaper({ page, header, footer, body }: Paper): Promise<Uint8Array> {
  const { top, right, bottom, left } = page.margins;
  const document = new Document({
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top, right, bottom, left, header: 620, footer: 620, gutter: 0 },
          },
        },
        headers: { default: header },
        footers: { default: footer },
        children: [...body],
      },
    ],
  });
  const parts = new Map(readPackage(new Uint8Array(await Packer.toBuffer(document))));
  parts.set('word/fontTable.xml', partBytes(FONT_TABLE));
  return seal(writePackage(parts));
}
