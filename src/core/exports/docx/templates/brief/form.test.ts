import { beforeAll, describe, expect, it } from 'vitest';
import { memoryReader, testId, type PlainRecord } from '#tests/fixtures/memory-reader';
import { partsOf, sampleBrief } from '#tests/fixtures/papers';
import { IDS, SAMPLE_CASE } from '#tests/fixtures/sample-case';
import { all, first, val, xmlTree, type XmlNode } from '#tests/fixtures/xml-tree';

let document: XmlNode;
let parts: Readonly<Record<string, string>>;
const paragraphs = (): XmlNode[] => all(document, 'w:p');
const styled = (style: string): string[] =>
  paragraphs()
    .filter((one) => val(one, 'w:pStyle') === style)
    .map((one) => one.text);

beforeAll(async () => {
  parts = partsOf((await sampleBrief()).bytes);
  document = xmlTree(parts['word/document.xml'] ?? '');
});

describe('the form of a brief', () => {
  it('has the headings of T-BRIEF in order, as Word headings', () => {
    expect(styled('Title')).toEqual(['Case brief']);
    expect(styled('Heading1')).toEqual([
      'Identity',
      'The case in a paragraph',
      'Custody and next date',
      'Legal regime and charges',
      'Clocks',
      'Parties and co-accused',
      'Hearings and delay',
      'Orders so far',
      'Strengths and gaps',
      'Evidence and documents',
      'Pending tasks',
      'Health and safety',
      'Open questions',
    ]);
  });

  it('numbers headings on two levels through their styles', () => {
    const styles = all(xmlTree(parts['word/styles.xml'] ?? ''), 'w:style');
    const list = (id: string): XmlNode | undefined =>
      first(
        styles.find((style) => style.attributes['w:styleId'] === id),
        'w:numPr',
      );
    expect(val(list('Heading1'), 'w:numId')).toBe(val(list('Heading2'), 'w:numId'));
    expect(val(list('Heading2'), 'w:ilvl')).toBe('1');
    const numbering = xmlTree(parts['word/numbering.xml'] ?? '');
    const formats = all(numbering, 'w:lvlText').map((level) => level.attributes['w:val']);
    expect(formats).toEqual(expect.arrayContaining(['%1.', '%1.%2']));
  });

  it('starts the reasoning of each clock at one', () => {
    const lists = paragraphs()
      .filter((one) => val(one, 'w:pStyle') === 'Step')
      .map((one) => val(one, 'w:numId'));
    expect(lists).toHaveLength(4);
    expect(new Set(lists).size).toBe(3);
  });

  it('repeats the head of every list, keeps rows whole and widths fixed', () => {
    const tables = all(document, 'w:tbl');
    const lists = tables.filter((table) => first(table, 'w:tblHeader') !== undefined);
    expect(lists.length).toBeGreaterThanOrEqual(9);
    for (const table of tables) {
      expect(first(table, 'w:tblLayout')?.attributes['w:type']).toBe('fixed');
      const widths = all(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11_906 - 1440 - 2160);
      for (const row of all(table, 'w:tr')) expect(first(row, 'w:cantSplit')).toBeDefined();
    }
    for (const table of lists) {
      const [head, ...rows] = all(table, 'w:tr');
      expect(first(head, 'w:tblHeader')).toBeDefined();
      for (const row of rows) expect(first(row, 'w:tblHeader')).toBeUndefined();
    }
  });

  it('lets a row longer than a page break', async () => {
    const long = {
      id: testId(999),
      kind: 'order',
      fields: { case: IDS.case, gist: 'word '.repeat(3000).trim() },
    } as const;
    const { bytes } = await sampleBrief({ reader: memoryReader([...SAMPLE_CASE, long]) });
    const rows = all(xmlTree(partsOf(bytes)['word/document.xml'] ?? ''), 'w:tr');
    expect(rows.filter((row) => first(row, 'w:cantSplit') === undefined)).toHaveLength(1);
  });

  it('counts pages in the foot and says who may read it at the head', () => {
    const foot = xmlTree(parts['word/footer1.xml'] ?? '');
    expect(all(foot, 'w:instrText').map((field) => field.text.trim())).toEqual([
      'PAGE',
      'NUMPAGES',
    ]);
    expect(foot.children[1]?.text).toMatch(/^Case brief as of 24\.11\.2025Page .* of /u);
    expect(parts['word/header1.xml']).toContain('CONFIDENTIAL. Privileged');
  });

  it.each([
    ['a4', '11906', '16838'],
    ['legal', '12240', '20160'],
  ] as const)('is set on %s with a wide margin for binding', async (paper, width, height) => {
    const { bytes } = await sampleBrief({ paper });
    const page = xmlTree(partsOf(bytes)['word/document.xml'] ?? '');
    expect(first(page, 'w:pgSz')?.attributes).toMatchObject({ 'w:w': width, 'w:h': height });
    expect(first(page, 'w:pgMar')?.attributes).toMatchObject({
      'w:left': '2160',
      'w:right': '1440',
      'w:top': '1440',
    });
  });

  it('takes other margins', async () => {
    const { bytes } = await sampleBrief({
      margins: { top: 1134, right: 2268, bottom: 1134, left: 2268 },
    });
    const page = xmlTree(partsOf(bytes)['word/document.xml'] ?? '');
    expect(first(page, 'w:pgMar')?.attributes).toMatchObject({ 'w:left': '2268', 'w:top': '1134' });
  });
});

describe('Urdu in a brief', () => {
  it('is marked right to left, with its own face and size, inside an English line', () => {
    const runs = all(document, 'w:r').filter((run) => run.text === 'کریم خیالی');
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      expect(first(run, 'w:rtl')).toBeDefined();
      expect(first(run, 'w:rFonts')?.attributes['w:cs']).toBe('Noto Naskh Arabic');
      expect(Number(val(run, 'w:szCs'))).toBeGreaterThan(18);
      expect(first(run, 'w:lang')?.attributes['w:bidi']).toBe('ur-PK');
    }
  });

  it('makes a paragraph of its own run right to left, in Nastaliq', () => {
    const paragraph = paragraphs().find((one) => one.text.startsWith('ملزمان'));
    expect(first(paragraph, 'w:bidi')).toBeDefined();
    expect(first(paragraph, 'w:rFonts')?.attributes['w:cs']).toBe('Noto Nastaliq Urdu');
    expect(paragraphs().filter((one) => first(one, 'w:bidi') !== undefined)).toHaveLength(1);
  });

  it('names what stands in for a face that is missing', () => {
    const fonts = all(xmlTree(parts['word/fontTable.xml'] ?? ''), 'w:font');
    expect(fonts.map((font) => font.attributes['w:name'])).toContain('Noto Nastaliq Urdu');
    for (const font of fonts) expect(val(font, 'w:altName')).not.toBe('');
  });
});

describe('a brief about many people', () => {
  it('names the only one of whose health something is recorded', async () => {
    const matter = testId(499);
    const people = [0, 1, 2, 3, 4].map((at): readonly PlainRecord[] => [
      {
        kind: 'person',
        id: testId(500 + at),
        fields: {
          names: [{ text: `Misali ${String(at)}`, kind: 'legal' }],
          ...(at === 3 ? { health: [{ what: 'diabetes' }] } : {}),
        },
      },
      {
        kind: 'accused',
        id: testId(600 + at),
        fields: { case: matter, person: testId(500 + at) },
      },
      {
        kind: 'hold',
        id: testId(700 + at),
        fields: { person: testId(500 + at), type: 'arrest', from: { edtf: '2025-11-03' } },
      },
    ]);
    const brief = await sampleBrief({
      reader: memoryReader([{ kind: 'case', id: matter, fields: {} }, ...people.flat()]),
      subject: { type: 'case', id: matter },
    });
    const text = all(xmlTree(partsOf(brief.bytes)['word/document.xml'] ?? ''), 'w:p')
      .map((one) => one.text)
      .join('\n');
    expect(text).toContain('Health and safety\nMisali 3\n');
    expect(text).toContain('Nothing is recorded of Misali 0, Misali 1, Misali 2, Misali 4.');
  });
});
