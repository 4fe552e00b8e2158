import { zipSync } from 'fflate';
import { utf8 } from '#core/kernel/bytes';
import { officeText } from '#reading/office';
import { docxOf, zipOf } from '#tests/fixtures/office';
import type { Target } from './targets';

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const ODF = 'application/vnd.oasis.opendocument.';
export const WORD = `${OOXML}wordprocessingml.document`;
export const EXCEL = `${OOXML}spreadsheetml.sheet`;
export const WRITER = `${ODF}text`;
export const CALC = `${ODF}spreadsheet`;

const codes = [
  'read/damaged',
  'read/limit',
  'read/doctype',
  'read/encrypted',
  'read/kind',
] as const;

const LETTER = ['Sample letter to the court. '.repeat(20), 'محمد خیالی'];

const WORD_PARTS = [
  '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t xml:space="preserve">Sample &amp; &#x627;</w:t><w:tab/></w:r></w:p></w:body></w:document>',
  '<?xml version="1.0"?><w:document xmlns:w="w"><!-- none --><w:body><w:p><w:r><w:t><![CDATA[a < b]]></w:t><w:br w:type="page"/></w:r></w:p></w:body></w:document>',
];
const SHEET =
  '<worksheet><sheetData><row r="1"><c t="s"><v>0</v></c><c><v>12</v></c><c t="inlineStr"><is><t>Farzi</t></is></c></row><row r="2"><c t="s"><v>1</v></c><c><f>A1&amp;B1</f><v>3</v></c></row></sheetData></worksheet>';
const STRINGS =
  '<sst count="2"><si><t>Sample Khayali</t></si><si><r><t>محمد</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>';
const CONTENT =
  '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><text:h>Sample</text:h><text:p>to the<text:s text:c="3"/>court<text:line-break/>محمد<text:soft-page-break/></text:p><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></office:body></office:document-content>';

const excelOf = (sheet: string): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="Hearings"/></sheets></workbook>',
    'xl/sharedStrings.xml': STRINGS,
    'xl/worksheets/sheet1.xml': sheet,
  });
const openOf = (content: string): Uint8Array =>
  zipOf({ mimetype: WRITER, 'content.xml': content, 'META-INF/manifest.xml': '<manifest/>' });

/** Whole files of each kind. */
export const OFFICE_SAMPLES: Readonly<Record<string, readonly Uint8Array[]>> = {
  [WORD]: [docxOf(LETTER), docxOf(LETTER.slice(1), { 'word/settings.xml': '<settings/>' })],
  [EXCEL]: [excelOf(SHEET), excelOf(SHEET.replace('Farzi', 'Sample'))],
  [WRITER]: [openOf(CONTENT)],
  [CALC]: [openOf(CONTENT.replace('Sample', 'Hearings'))],
};

/** A file as it comes: whatever of it is taken says what one of the samples says. */
function archive(name: string, mediaType: string): Target {
  const samples = OFFICE_SAMPLES[mediaType] ?? [];
  const known = new Set(samples.map((sample) => officeText(sample, mediaType)));
  return {
    ...{ name, codes, samples },
    takes: (bytes) => {
      if (!known.has(officeText(bytes, mediaType)))
        throw new Error('other words than were written');
      return true;
    },
  };
}

/** The XML inside, in an archive that is whole. */
const inside = (
  name: string,
  mediaType: string,
  parts: readonly string[],
  wrap: (bytes: Uint8Array) => Record<string, Uint8Array>,
): Target => ({
  ...{ name, codes, samples: parts.map(utf8) },
  takes: (bytes) => {
    officeText(zipSync(wrap(bytes), { level: 0 }), mediaType);
    return true;
  },
});

const BOOK = utf8('<workbook><sheets><sheet name="Hearings"/></sheets></workbook>');

/** The readers of office files; in the program they run in a process of their own. */
export const readingTargets = (): readonly Target[] => [
  archive('office archive', WORD),
  archive('sheet archive', EXCEL),
  archive('OpenDocument archive', WRITER),
  inside('office XML', WORD, WORD_PARTS, (bytes) => ({ 'word/document.xml': bytes })),
  inside('sheet XML', EXCEL, [SHEET], (bytes) => ({
    ...{ 'xl/workbook.xml': BOOK, 'xl/sharedStrings.xml': utf8(STRINGS) },
    'xl/worksheets/sheet1.xml': bytes,
  })),
  inside('shared strings', EXCEL, [STRINGS], (bytes) => ({
    ...{ 'xl/workbook.xml': BOOK, 'xl/sharedStrings.xml': bytes },
    'xl/worksheets/sheet1.xml': utf8(SHEET),
  })),
  inside('OpenDocument XML', CALC, [CONTENT], (bytes) => ({ 'content.xml': bytes })),
];
