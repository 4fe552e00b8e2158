import { describe, expect, it } from 'vitest';
import { docxOf, zipOf } from '#tests/fixtures/office';
import { isOffice, officeText } from './office';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ODT = 'application/vnd.oasis.opendocument.text';

const refused = (code: string) => expect.objectContaining({ code }) as Error;

const word = (body: string): string =>
  officeText(
    zipOf({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` }),
    DOCX,
  );

describe('the text of a Word file', () => {
  it('is its paragraphs, then headers, notes and comments', () => {
    const bytes = docxOf(['First &amp; last.', 'محمد خیالی'], {
      'word/footnotes.xml': '<w:footnotes><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnotes>',
      'word/styles.xml': '<w:styles><w:t>no text</w:t></w:styles>',
    });
    expect(officeText(bytes, DOCX)).toBe('First & last.\nمحمد خیالی\n\nA note.\n');
  });

  it('keeps tabs, lines, cells, and pages as Word last drew them', () => {
    expect(
      word(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/>' +
          '<w:t>c</w:t><w:br w:type="page"/><w:lastRenderedPageBreak/><w:t>d</w:t></w:r></w:p>' +
          '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      ),
    ).toBe('a\tb\nc\fd\n1\n\t\n');
  });

  it('has neither deleted words nor what fields are computed from, and nothing twice', () => {
    expect(
      word(
        '<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>HYPERLINK "x"</w:instrText>' +
          '<w:t>kept</w:t></w:r><mc:AlternateContent><mc:Choice><w:t> once</w:t></mc:Choice>' +
          '<mc:Fallback><w:t> once</w:t></mc:Fallback></mc:AlternateContent></w:p>',
      ),
    ).toBe('kept once\n');
  });

  it('looks at nothing outside the file', () => {
    const bytes = docxOf(['Kept.'], {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r1" TargetMode="External" Target="https://rihai.example/x.xml"/></Relationships>',
    });
    expect(officeText(bytes, DOCX)).toBe('Kept.\n');
  });

  it('is refused with a declaration, without a body, or cut off', () => {
    const declared = zipOf({
      'word/document.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>',
    });
    expect(() => officeText(declared, DOCX)).toThrow(refused('read/doctype'));
    expect(() => officeText(zipOf({ 'other.xml': '<a/>' }), DOCX)).toThrow(refused('read/damaged'));
    const cut = zipOf({ 'word/document.xml': '<w:document><w:t>half' });
    expect(() => officeText(cut, DOCX)).toThrow(refused('read/damaged'));
  });
});

describe('the text of a table of Excel', () => {
  const sheet = (cells: string): string =>
    `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`;
  const book = (cells: string, strings = ''): Uint8Array =>
    zipOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="Hearings"/></sheets></workbook>',
      'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
      'xl/worksheets/sheet1.xml': sheet(cells),
    });

  it('is its cells, by their value and not by what it is computed from', () => {
    const cells =
      '<c t="s"><v>0</v></c><c><f>1+1</f><v>2</v></c><c t="inlineStr"><is><t>here</t></is></c>';
    const strings = '<si><r><t>Khay</t></r><r><t>ali</t></r><rPh><t>no</t></rPh></si>';
    expect(officeText(book(cells, strings), XLSX)).toBe('Hearings\fKhayali\t2\there\t\n');
  });

  it('stops at the limit, where a few bytes stand for any number of words', () => {
    const long = Array.from({ length: 40_000 }, (_none, at) => String(at * 7919)).join(' ');
    const cells = Array.from(
      { length: 200 },
      (_none, at) => `<c r="A${String(at)}" t="s"><v>0</v></c>`,
    ).join('');
    expect(officeText(book(cells, `<si><t>${long}</t></si>`), XLSX)).toHaveLength(20_000_000);
  });
});

describe('the text of an OpenDocument file', () => {
  it('is its paragraphs and headings, with their spaces', () => {
    const bytes = zipOf({
      'content.xml':
        '<d><style>no</style><text:h>Title</text:h><text:p>a<text:s text:c="3"/>b<text:tab/>c</text:p></d>',
    });
    expect(officeText(bytes, ODT)).toBe('Title\na   b\tc\n');
  });

  it('that is encrypted says so', () => {
    const bytes = zipOf({
      'META-INF/manifest.xml': '<m><file-entry><encryption-data/></file-entry></m>',
      'content.xml': new Uint8Array([1, 2, 3]),
    });
    expect(() => officeText(bytes, ODT)).toThrow(refused('read/encrypted'));
  });
});

it('only files of these kinds are read', () => {
  expect(isOffice(DOCX)).toBe(true);
  expect(isOffice('constructor')).toBe(false);
  expect(() => officeText(docxOf(['x']), 'application/zip')).toThrow(refused('read/kind'));
});
